import { assess } from '../questionnaire/assess.ts';
import type { QuestionnairePorts } from '../questionnaire/questionnaire-ports.ts';
import { standingOf } from '../questionnaire/standing.ts';
import type { PassedQuestionnaires } from './note-disposition.ts';

/** Questionnaires as their records have them: complete is what the questionnaire itself says is complete (REFLEX-16). */
export function passedQuestionnaires(ports: Pick<QuestionnairePorts, 'records' | 'catalogue'>): PassedQuestionnaires {
  return {
    async passed(programme, attemptId, at) {
      const standing = await standingOf({ programme, attemptId, at }, ports);
      if (standing === undefined) {
        return { complete: false, callback: false };
      }
      const { state, callback } = assess(standing.questionnaire, standing.given);
      return { complete: state === 'complete', callback };
    },
  };
}
