import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { HandlerFunction } from '../constructs/handler-function.ts';
import type { OutboundTables } from '../data/tables.ts';
import { grantFollowing } from '../follow-up/grant-following.ts';
import { type Ground, grantContent } from '../functions/granted.ts';
import { grantReferring } from './referral-functions.ts';

export interface QuestionnaireFunctions {
  readonly 'questionnaire-answers': HandlerFunction;
  readonly 'questionnaire-drafts': HandlerFunction;
}

/** What the desk shows and sends while a questionnaire is passed; drafts of its authors. */
export function createQuestionnaireFunctions(
  scope: Construct,
  ground: Ground,
  tables: OutboundTables,
  publicUrl: string,
): Partial<QuestionnaireFunctions> {
  const { house, data } = ground;
  if (tables.questionnaires === undefined) {
    return {};
  }
  const answers = new HandlerFunction(scope, 'QuestionnaireAnswers', {
    house,
    alarms: data.alarms,
    name: 'questionnaire-answers',
    impact: 'Agents cannot pass the questionnaire, and a person in danger is not referred to anybody.',
    timeout: Duration.seconds(10),
  });
  tables.questionnaires.grant(answers, { items: ['GetItem', 'PutItem'] });
  // What agents write beside: in the table of identities, erased with the person.
  data.tables.people.grant(answers, { items: ['GetItem', 'PutItem'] });
  data.identity.grantPeople(answers, { register: true, read: true });
  // Content and the journal come with it.
  grantReferring(ground, answers, publicUrl);
  grantFollowing(ground, answers);

  const drafts = new HandlerFunction(scope, 'QuestionnaireDrafts', {
    house,
    alarms: data.alarms,
    name: 'questionnaire-drafts',
    impact: 'The client can neither check nor publish a questionnaire; those in force go on.',
    // A dry run reads the answers of some days: those of a cycle are tens of thousands of entries.
    timeout: Duration.seconds(29),
    memory: 1024,
  });
  grantContent(ground, drafts);
  data.tables.content.grant(drafts, { items: ['PutItem'] });
  data.tables.journal.grant(drafts, { items: ['Query'] });
  return { 'questionnaire-answers': answers, 'questionnaire-drafts': drafts };
}
