import type { Questionnaire } from './questionnaire.ts';

export interface VersionedQuestionnaire {
  readonly questionnaire: Questionnaire;
  /** Hash of its content. */
  readonly version: string;
}

/** Port: the questionnaires of a programme. */
export interface QuestionnaireCatalogue {
  /** The one that a campaign passes now; undefined when there is no such campaign type or questionnaire. */
  inForce(programme: string, campaign: string, at: string): Promise<VersionedQuestionnaire | undefined>;
  /** One that was in force once: a record keeps the version it began with. */
  ofVersion(programme: string, id: string, version: string): Promise<Questionnaire | undefined>;
}
