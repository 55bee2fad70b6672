import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { checkedFields } from './fill-template.ts';
import type { MessageOrder } from './message-order.ts';
import { pagesOf } from './message-page.ts';
import type { MessagePorts } from './message-ports.ts';
import type { MessageRules } from './message-rules.ts';
import { type MessageTemplate, placesOf } from './message-template.ts';
import { withOwnTexts } from './own-texts.ts';
import { nextSendable } from './quiet-hours.ts';

/**
 * Plans messages: each leaves at the first hour of the programme's own clock that is not quiet, and is judged again by the clock of whoever receives it
 * as it leaves. Planned again, a message is the same one, at whatever hour: its id is claimed once. Throws naming every order that could not be sent;
 * then none is planned. Orders of one call are of one programme.
 */
export async function planMessages(
  orders: readonly MessageOrder[],
  { messages, content, ownTexts }: Pick<MessagePorts, 'messages' | 'content' | 'ownTexts'>,
): Promise<void> {
  const [first] = orders;
  if (first === undefined) {
    return;
  }
  const { programme, at } = first;
  const [templates, rules, calendar] = await Promise.all([
    content.inForce(programme, 'messageTemplates', at),
    content.inForce(programme, 'messageRules', at),
    content.inForce(programme, 'calendar', at),
  ]);
  const known = await withOwnTexts(
    templates,
    orders.map(({ template }) => template),
    programme,
    ownTexts,
  );
  const faults = orders.flatMap((order) => faultOf(order, programme, known));
  if (faults.length > 0) {
    const some = faults.slice(0, 5).join('; ');
    throw new Error(`${faults.length} of ${orders.length} messages cannot be planned, and none is: ${some}`);
  }
  const opens = openings(rules, calendar);
  const pages = pagesOf(orders.map(({ programme: _, ...order }) => ({ ...order, at: opens(order.at) })));
  await messages.plan(programme, pages);
}

/** Thousands of orders are due at the same few instants. */
function openings(rules: MessageRules, { timeZone, holidays }: ProgrammeCalendar): (at: string) => string {
  const known = new Map<string, string>();
  return (at) => {
    const opens = known.get(at) ?? nextSendable(rules.quietHours, { zones: [timeZone], holidays }, at);
    known.set(at, opens);
    return opens;
  };
}

function faultOf(order: MessageOrder, programme: string, templates: readonly MessageTemplate[]): readonly string[] {
  const { id, template: code, fields, link, at, notAfter } = order;
  const template = templates.find((one) => one.code === code);
  const refused = (what: string, accepted: string) => [`${id}: ${what}; accepted: ${accepted}`];
  if (!/^[\w.-]{1,100}$/.test(id)) {
    return refused('its id', 'at most 100 letters, digits, dots, hyphens and underscores');
  }
  if (order.programme !== programme) {
    return refused(`programme "${order.programme}"`, programme);
  }
  if (template === undefined) {
    return refused(`template "${code}"`, templates.map((one) => one.code).join(', '));
  }
  if (at >= notAfter) {
    return refused(`at ${at}, not after ${notAfter}`, 'at before notAfter');
  }
  if (placesOf(template.text).includes('link') !== (link !== undefined)) {
    return refused(link === undefined ? 'no link' : 'a link', 'a link where the text has a place for it');
  }
  try {
    checkedFields(template, fields);
    return [];
  } catch (error) {
    return [`${id}: ${error instanceof Error ? error.message : String(error)}`];
  }
}
