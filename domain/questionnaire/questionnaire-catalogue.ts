import type { Questionnaire } from './questionnaire.ts';

export interface VersionedQuestionnaire {
  readonly questionnaire: Questionnaire;
  /** Hash of its definition, before language elements are inserted. */
  readonly version: string;
}

/** Port: the questionnaires of a programme. */
export interface QuestionnaireCatalogue {
  /** The one that a campaign passes now; undefined when there is no such campaign type or questionnaire. */
  inForce(programme: string, campaign: string, at: string): Promise<VersionedQuestionnaire | undefined>;
  /** One that was in force once: a record keeps the version it began with. `at`: the instant of its language elements. */
  ofVersion(programme: string, id: string, version: string, at: string): Promise<Questionnaire | undefined>;
}
