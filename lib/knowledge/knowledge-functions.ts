import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { HandlerFunction } from '../constructs/handler-function.ts';
import { type Ground, grantContent, grantJournalWriting } from '../functions/granted.ts';
import { type AppointmentFunctions, createAppointmentFunctions } from './appointment-functions.ts';

export interface KnowledgeFunctions extends AppointmentFunctions {
  readonly knowledge: HandlerFunction;
  readonly 'knowledge-editor': HandlerFunction;
}

/** What agents are told, the pages where the client writes it, and appointments: nothing where no programme has cards. */
export function createKnowledgeFunctions(scope: Construct, ground: Ground): Partial<KnowledgeFunctions> {
  const { house, data } = ground;
  const { knowledgeTables } = data;
  if (knowledgeTables === undefined) {
    return {};
  }
  const knowledge = new HandlerFunction(scope, 'Knowledge', {
    house,
    alarms: data.alarms,
    name: 'knowledge',
    impact: 'Agents have no approved answers and no places to give, and callers are told nothing sure.',
    timeout: Duration.seconds(10),
    memory: 1024,
  });
  knowledgeTables.knowledge.grant(knowledge, { items: ['GetItem', 'Query'] });
  data.tables.journal.grant(knowledge, { items: ['Query'] });
  grantContent(ground, knowledge);
  grantJournalWriting(ground, knowledge);

  const editor = new HandlerFunction(scope, 'KnowledgeEditor', {
    house,
    alarms: data.alarms,
    name: 'knowledge-editor',
    impact: 'The client cannot correct what agents tell; the published cards go on.',
    // A grid is read whole, and who was told a corrected answer is looked for in three months of calls.
    timeout: Duration.seconds(29),
    memory: 1024,
  });
  knowledgeTables.knowledge.grant(editor, { items: ['GetItem', 'Query', 'PutItem', 'DeleteItem', 'BatchWriteItem'] });
  data.tables.journal.grant(editor, { items: ['Query'] });
  grantContent(ground, editor);
  data.tables.content.grant(editor, { items: ['PutItem'] });
  return { knowledge, 'knowledge-editor': editor, ...createAppointmentFunctions(scope, ground) };
}
