import { metrics } from '../../contracts/metrics.ts';
import { parseOrderForm } from '../../domain/campaign/order-form.ts';
import { type PlacingPorts, placeOrder } from '../../domain/campaign/place-order.ts';
import type { Wakes } from '../../domain/campaign/wakes.ts';
import { shortDay, typeset } from '../../domain/report/french.ts';
import { HttpError } from '../middleware/http.ts';
import { log } from '../middleware/log.ts';
import { refusal } from './refusal.ts';

export interface PlacedOrderParts {
  readonly ports: PlacingPorts;
  readonly wakes: Wakes;
  readonly count: (metric: string, value: number, programme: string) => void;
}

/** Places the order that a request asks for (SAMPS-32). Late is told with the answer, and counted for its alarm. */
export async function placedOrder(
  body: unknown,
  scope: { readonly programme: string; readonly at: string; readonly by: string },
  { ports, wakes, count }: PlacedOrderParts,
) {
  const form = parseOrderForm(body);
  if ('fault' in form) {
    throw new HttpError(400, form.fault);
  }
  const { programme } = scope;
  const answer = await placeOrder({ ...form, ...scope }, ports);
  if (answer.type === 'refused') {
    throw new HttpError(409, refusal(answer.problems));
  }
  const { type, campaign, order } = answer;
  log('info', 'campaign-control: order placed', { programme, campaign: campaign.id, result: type, late: order.late });
  if (type === 'placed' && order.late) {
    count(metrics.ordersLate, 1, programme);
  }
  await wakes.wake(programme, 'tick', 0);
  const end = order.projectedEnd === undefined ? 'aucune fin en vue' : `fin prévue le ${shortDay(order.projectedEnd)}`;
  return {
    result: type,
    campaign: campaign.id,
    order,
    ...(order.late && {
      warning: typeset(`Retard prévu : ${end}, pour une échéance au ${shortDay(order.deadline)}.`),
    }),
  };
}
