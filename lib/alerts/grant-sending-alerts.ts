import type { HandlerFunction } from '../constructs/handler-function.ts';
import type { WebGround } from '../functions/granted.ts';

/** What the dispatcher reads as a message of a structure leaves: who it is for, what it says, and whose it is. */
export function grantSendingAlerts({ data }: WebGround, dispatcher: HandlerFunction): void {
  data.alertTables?.members.grant(dispatcher, { items: ['BatchGetItem'] });
  data.alertTables?.alerts.grant(dispatcher, { items: ['BatchGetItem'] });
  data.alertTables?.structures.grant(dispatcher, { items: ['GetItem'] });
}
