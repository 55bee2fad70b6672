import type { Questionnaire } from '../../domain/questionnaire/questionnaire.ts';
import { questionnaireJ2 } from './questionnaire-j2.ts';
import { questionnaireJ4 } from './questionnaire-j4.ts';
import { questionnaireJ7 } from './questionnaire-j7.ts';
import { questionnaireJ9 } from './questionnaire-j9.ts';

export const questionnaires: readonly Questionnaire[] = [
  questionnaireJ2,
  questionnaireJ4,
  questionnaireJ7,
  questionnaireJ9,
];
