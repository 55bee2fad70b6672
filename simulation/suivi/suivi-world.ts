import type { Questionnaire } from '../../domain/questionnaire/questionnaire.ts';
import type { LocalCloud } from '../../local/index.ts';
import type { Browser } from '../reflex/browser.ts';
import type { FollowedPerson } from './followed-person.ts';
import type { SuiviDiary } from './suivi-diary.ts';

/** What is said on a line, by agent: it reaches whoever is at its other end, and nobody else. */
export interface LineTalk {
  readonly person: FollowedPerson;
  /** `refuses` at its beginning; `machine`: nobody is there. */
  readonly says: 'answers' | 'hangs-up' | 'call-later' | 'machine';
  readonly talkSeconds: number;
  readonly wrapUpSeconds: number;
  answer(question: string, codes: readonly string[]): string;
  hangUp(): void;
}

/** What everybody in a follow-up shares: the running centre, who is on which line, what was lived. */
export interface SuiviWorld {
  readonly cloud: LocalCloud;
  readonly seed: number;
  readonly programme: string;
  readonly browser: Browser;
  readonly diary: SuiviDiary;
  readonly questionnaires: readonly Questionnaire[];
  readonly onTheLine: Map<string, LineTalk>;
}
