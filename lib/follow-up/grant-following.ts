import type { HandlerFunction } from '../constructs/handler-function.ts';
import { type DataGround, grantContent, grantJournalWriting } from '../functions/granted.ts';

/** What going on with the protocol takes, whoever learns something of a followed person: the person, their SMS and link, their calls. */
export function grantFollowing(ground: DataGround, handler: HandlerFunction): void {
  const { data } = ground;
  if (data.followUpTables === undefined) {
    return;
  }
  grantContent(ground, handler);
  grantJournalWriting(ground, handler);
  data.followUpTables.followUps.grant(handler, { items: ['BatchGetItem', 'PutItem'] });
  data.messageTables?.messages.grant(handler, { items: ['BatchGetItem', 'PutItem', 'BatchWriteItem'] });
  data.linkSecret?.grantTokens(handler);
  data.surveyTables?.links.grant(handler, { items: ['UpdateItem'] });
  data.outboundTables?.campaigns.grant(handler, { items: ['Query', 'BatchGetItem', 'PutItem', 'BatchWriteItem'] });
}
