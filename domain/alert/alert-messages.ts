import { memberSubject } from '../member/member.ts';
import type { MessageOrder } from '../message/message-order.ts';
import { usualId } from '../message/message-page.ts';
import { type Alert, type SelectedLine, stopOccasion } from './alert.ts';
import { lastInstant } from './freeze-alert.ts';

/** The message of one line of an alert: ids only, the same whenever it is made. */
export function messageOrder(
  alert: Alert,
  { memberId, date }: SelectedLine,
  { programme, structure }: { readonly programme: string; readonly structure: string },
): MessageOrder {
  const subject = memberSubject(structure, memberId);
  const notAfter = lastInstant(alert);
  return {
    id: messageId(alert.alertId, structure, memberId),
    ...{ programme, structure, subject },
    template: textCode(structure, alert.alertId),
    fields: date === undefined ? {} : { date_rdv: date },
    link: { purpose: 'stop', occasion: stopOccasion, expiresAt: notAfter },
    at: alert.selection?.at ?? alert.sendAt ?? '',
    notAfter,
    purpose: 'information',
    occasion: alert.alertId,
  };
}

export function messageId(alertId: string, structure: string, memberId: string): string {
  return usualId({ purpose: 'information', occasion: alertId }, memberSubject(structure, memberId));
}

/** By which the engine asks for the text of an alert as it leaves. */
function textCode(structure: string, alertId: string): string {
  return `${structure}.${alertId}`;
}
