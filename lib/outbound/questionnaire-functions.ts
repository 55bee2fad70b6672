import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { HandlerFunction } from '../constructs/handler-function.ts';
import type { OutboundTables } from '../data/tables.ts';
import type { Ground } from '../functions/granted.ts';
import { grantReferring } from './referral-functions.ts';

export interface QuestionnaireFunctions {
  readonly 'questionnaire-answers': HandlerFunction;
}

/** What the desk shows and sends while a questionnaire is passed. */
export function createQuestionnaireFunctions(
  scope: Construct,
  ground: Ground,
  tables: OutboundTables,
  publicUrl: string,
): QuestionnaireFunctions {
  const { house, data } = ground;
  const answers = new HandlerFunction(scope, 'QuestionnaireAnswers', {
    house,
    alarms: data.alarms,
    name: 'questionnaire-answers',
    impact: 'Agents cannot pass the questionnaire, and a person in danger is not referred to anybody.',
    timeout: Duration.seconds(10),
  });
  tables.questionnaires.grant(answers, { items: ['GetItem', 'PutItem'] });
  // Content and the journal come with it.
  grantReferring(ground, answers, publicUrl);
  return { 'questionnaire-answers': answers };
}
