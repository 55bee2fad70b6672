import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { grantCampaigns } from '../outbound/campaign-functions.ts';
import { type Ground, grantContacts, grantContent, grantJournalWriting, setInstance } from './granted.ts';

export interface DeskFunctions {
  readonly 'wrap-up': HandlerFunction;
  readonly 'pending-questions': HandlerFunction;
}

/** What agents send from their desk. */
export function createDeskFunctions(scope: Construct, ground: Ground): DeskFunctions {
  const { house, data } = ground;
  const wrapUp = new HandlerFunction(scope, 'WrapUp', {
    house,
    alarms: data.alarms,
    name: 'wrap-up',
    impact: 'Agents cannot say what a call was about: the report shows it as not qualified.',
    timeout: Duration.seconds(10),
  });
  setInstance(ground, wrapUp);
  grantContent(ground, wrapUp);
  grantJournalWriting(ground, wrapUp);
  data.centreTables.callbacks.grant(wrapUp, { items: ['GetItem', 'PutItem'] });
  grantContacts(ground, wrapUp, ['DescribeContact']);
  grantCampaigns(ground, wrapUp, 'change');
  // Whether the questionnaire is complete, before an agent says so (REFLEX-16).
  data.outboundTables?.questionnaires?.grant(wrapUp, { items: ['GetItem'] });
  // Whom an agent says is dead leaves the register at once (REFLEX-22).
  data.outboundTables?.recipients.grant(wrapUp, { items: ['GetItem', 'PutItem', 'DeleteItem'] });

  const pendingQuestions = new HandlerFunction(scope, 'PendingQuestions', {
    house,
    alarms: data.alarms,
    name: 'pending-questions',
    impact: 'The question an agent could not answer is not written down: the caller waits for nothing.',
    timeout: Duration.seconds(10),
  });
  data.centreTables.questions.grant(pendingQuestions, { items: ['GetItem', 'PutItem', 'Query'] });
  // Whoever waits for an answer is called back with it.
  data.centreTables.callbacks.grant(pendingQuestions, { items: ['GetItem', 'PutItem'] });
  grantContent(ground, pendingQuestions);
  grantJournalWriting(ground, pendingQuestions);
  ground.live.grantPush(pendingQuestions);

  return { 'wrap-up': wrapUp, 'pending-questions': pendingQuestions };
}
