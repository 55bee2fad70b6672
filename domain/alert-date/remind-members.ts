import { type SelectedLine, stopOccasion } from '../alert/alert.ts';
import { type AlertEntry, lineText } from '../alert/alert-entry.ts';
import type { StructureAlerts } from '../alert/alert-ports.ts';
import type { DueItem } from '../alert/alert-register.ts';
import type { AlertClockPorts } from '../alert/clock-ports.ts';
import { openStopLinks } from '../alert/stop-links.ts';
import { bandOf } from '../alert-statistics/age-bands.ts';
import { localDay } from '../calendar/local-time.ts';
import { memberSubject } from '../member/member.ts';
import type { MessageOrder } from '../message/message-order.ts';
import { usualId } from '../message/message-page.ts';
import { planMessages } from '../message/plan-messages.ts';
import type { AdministrativeDate } from './administrative-date.ts';
import { reminderFields, reminderTemplates } from './reminder-texts.ts';
import { nextReminder, type Reminder, type ReminderRules } from './reminders.ts';

/** Lines of a journal entry: it stays under a kilobyte. */
const linesOfEntry = 10;

/**
 * Has the reminders of one structure leave that these items name (ALERTES-26): planned first, then the next one of each date put in the queue, then the item
 * taken out. One whose date was changed or removed is only taken out. Answers how many were planned. Consent is the engine's, at the last moment.
 */
export async function remindMembers(
  items: readonly DueItem[],
  at: string,
  own: StructureAlerts,
  ports: AlertClockPorts,
): Promise<number> {
  if (items.length === 0) {
    return 0;
  }
  const { programme } = own;
  const [{ quietHours }, { timeZone, holidays }] = await Promise.all([
    ports.content.inForce(programme, 'messageRules', at),
    ports.content.inForce(programme, 'calendar', at),
  ]);
  const rules: ReminderRules = { quietHours, timeZone, holidays };
  const found = await Promise.all(items.map((item) => dateOf(item, own)));
  const due = found.flatMap(({ item, date }) => {
    const reminder = date && reminderAt(date, item.at, rules);
    return date === undefined || reminder === undefined || reminder.notAfter <= at ? [] : [{ date, reminder }];
  });
  await tellReminded(due, at, rules, own, ports);
  const members = [...new Set(due.map(({ date }) => date.memberId))];
  await openStopLinks(own, members, at, ports.links);
  await planMessages(
    due.map(({ date, reminder }) => orderOf(date, reminder, at, own)),
    { ...ports, ownTexts: reminderTemplates(ports.content, async () => own.structureName, at) },
  );
  await ports.queue.add(
    found.flatMap(({ item, date }) => {
      const next = date && nextReminder(date, item.at > at ? item.at : at, rules);
      return next === undefined ? [] : [{ ...item, at: next.at }];
    }),
  );
  await ports.queue.remove(items);
  return due.length;
}

async function dateOf(item: DueItem, { dates }: StructureAlerts) {
  const { subject } = item;
  return { item, date: subject.type === 'date' ? await dates.read(subject.dateId) : undefined };
}

/** The reminder of the date that leaves at this very instant: of a date that was changed, another does. */
function reminderAt(date: AdministrativeDate, at: string, rules: ReminderRules): Reminder | undefined {
  const before = new Date(Date.parse(at) - 1).toISOString();
  const next = nextReminder(date, before, rules);
  return next?.at === at ? next : undefined;
}

function occasionOf({ dateId, memberId }: AdministrativeDate, { day, daysBefore }: Reminder): string {
  return `${dateId.slice(memberId.length + 1)}-${day}-${daysBefore}`;
}

function orderOf(
  date: AdministrativeDate,
  reminder: Reminder,
  at: string,
  { programme, structure }: StructureAlerts,
): MessageOrder {
  const { memberId } = date;
  const subject = memberSubject(structure, memberId);
  const named = { purpose: 'reminder', occasion: occasionOf(date, reminder) } as const;
  return {
    id: usualId(named, subject),
    ...{ programme, structure, subject, ...named, at },
    ...reminderFields(date, reminder.day, structure),
    link: { purpose: 'stop', occasion: stopOccasion, expiresAt: reminder.notAfter },
    notAfter: reminder.notAfter,
  };
}

/** Told for the statistics: of what age they are, and in which groups. */
async function tellReminded(
  due: readonly { readonly date: AdministrativeDate; readonly reminder: Reminder }[],
  at: string,
  { timeZone }: ReminderRules,
  { programme, structure, members }: StructureAlerts,
  { journal }: Pick<AlertClockPorts, 'journal'>,
): Promise<void> {
  const people = new Map(
    (await members.read([...new Set(due.map(({ date }) => date.memberId))])).map((one) => [one.memberId, one]),
  );
  const day = localDay(timeZone, at);
  const lines = due.map(({ date, reminder }) => {
    const { groups = [], birthDate } = people.get(date.memberId) ?? {};
    const line: SelectedLine = { memberId: date.memberId, groups, band: bandOf(birthDate, day) };
    return `${occasionOf(date, reminder)}|${lineText(line)}`;
  });
  const entries = Array.from({ length: Math.ceil(lines.length / linesOfEntry) }, (_, page): AlertEntry => {
    const some = lines.slice(page * linesOfEntry, (page + 1) * linesOfEntry);
    return {
      ...({ kind: 'alert', programme, structure, alertId: 'rappels', day, time: at } as const),
      id: `alert#rappels#${some[0]?.split('|').slice(0, 2).join('#')}`,
      change: { type: 'reminders', lines: some },
    };
  });
  await journal.append(entries);
}
