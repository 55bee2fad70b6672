import type { JournalEntry } from '../journal/entry.ts';
import type { PastAnswers } from './dry-run.ts';
import type { QuestionnaireEntry } from './questionnaire-entry.ts';

/** Complete questionnaires of this id among entries: of one person and cycle, the last revision. */
export function pastAnswers(entries: Iterable<JournalEntry>, questionnaireId: string): readonly PastAnswers[] {
  const last = new Map<string, QuestionnaireEntry>();
  for (const entry of entries) {
    if (entry.kind === 'questionnaire' && entry.questionnaireId === questionnaireId) {
      const key = `${entry.campaign} ${entry.cycle} ${entry.subject}`;
      if ((last.get(key)?.revision ?? 0) < entry.revision) {
        last.set(key, entry);
      }
    }
  }
  return [...last.values()].flatMap(({ state, answers, level }) =>
    state === 'complete' && level !== undefined ? [{ answers, level }] : [],
  );
}
