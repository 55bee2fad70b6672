import { localDay } from '../calendar/local-time.ts';
import { planMessages } from '../message/plan-messages.ts';
import { withdrawMessages } from '../message/withdraw-messages.ts';
import type { Alert, SelectedLine } from './alert.ts';
import { tellAlert } from './alert-entries.ts';
import { type AlertEntry, lineText } from './alert-entry.ts';
import { messageOrder } from './alert-messages.ts';
import type { StructureAlerts } from './alert-ports.ts';
import { alertTemplate } from './alert-text.ts';
import type { AlertClockPorts } from './clock-ports.ts';
import { openStopLinks } from './stop-links.ts';

/** Lines of a journal entry: it stays under a kilobyte. */
const linesOfEntry = 12;

/** Gives those who were chosen to the messaging engine. Done again after a crash, it gives the same messages: each leaves once. */
export async function handOverAlert(
  alert: Alert,
  at: string,
  own: StructureAlerts,
  ports: AlertClockPorts,
): Promise<void> {
  const { programme, structure, structureName, alerts } = own;
  const lines = await linesOf(alert, own);
  const chosen = lines.filter(({ skip }) => skip === undefined);
  await ports.journal.append(await selectedEntries(alert, lines.map(lineText), own, ports));
  await openStopLinks(
    own,
    chosen.map(({ memberId }) => memberId),
    at,
    ports.links,
  );
  await planMessages(
    chosen.map((line) => messageOrder(alert, line, { programme, structure })),
    {
      messages: ports.messages,
      content: ports.content,
      ownTexts: async (_, codes) => codes.map((code) => alertTemplate(code, alert.text, structureName)),
    },
  );
  const { selection } = alert;
  if (selection !== undefined) {
    // A cancellation that came first stands; what it withdraws is what was planned just now.
    await alerts.write({ ...alert, selection: { ...selection, handedOver: true }, version: alert.version + 1 });
  }
}

/** Takes back what has not left of an alert that was cancelled on its way. */
export async function withdrawAlert(
  alert: Alert,
  at: string,
  own: StructureAlerts,
  ports: AlertClockPorts,
): Promise<void> {
  const { programme, structure, alerts } = own;
  const chosen = (await linesOf(alert, own)).filter(({ skip }) => skip === undefined);
  const planned = chosen.map((line) => {
    const { programme: _, at: __, ...message } = messageOrder(alert, line, { programme, structure });
    return message;
  });
  await withdrawMessages(programme, planned, at, ports);
  const { timeZone } = await ports.content.inForce(programme, 'calendar', at);
  const cancelled: Alert = { ...alert, state: 'cancelled', version: alert.version + 1 };
  if (await alerts.write(cancelled)) {
    await tellAlert(cancelled, timeZone, { ...own, journal: ports.journal });
  }
}

async function linesOf(
  { alertId, selection }: Alert,
  { alerts }: Pick<StructureAlerts, 'alerts'>,
): Promise<readonly SelectedLine[]> {
  return selection === undefined ? [] : (await alerts.pages(alertId, selection.at)).flat();
}

async function selectedEntries(
  { alertId, category, selection }: Alert,
  lines: readonly string[],
  { programme, structure }: StructureAlerts,
  { content }: AlertClockPorts,
): Promise<readonly AlertEntry[]> {
  if (selection === undefined) {
    return [];
  }
  const { timeZone } = await content.inForce(programme, 'calendar', selection.at);
  return Array.from({ length: Math.ceil(lines.length / linesOfEntry) }, (_, page) => ({
    ...({ kind: 'alert', programme, structure, alertId } as const),
    day: localDay(timeZone, selection.at),
    time: selection.at,
    id: `alert#${alertId}#page-${page}`,
    change: { type: 'selected', category, lines: lines.slice(page * linesOfEntry, (page + 1) * linesOfEntry) },
  }));
}
