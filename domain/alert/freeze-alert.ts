import { isoInstant } from '../calendar/local-time.ts';
import type { Alert, SelectedLine } from './alert.ts';
import { alertEntry } from './alert-entries.ts';
import type { StructureAlerts } from './alert-ports.ts';
import { skippedOf } from './choose-recipients.ts';
import type { AlertClockPorts } from './clock-ports.ts';
import { judgeMass } from './mass-guard.ts';
import { selectRecipients } from './select-recipients.ts';

const linesOfPage = 100;
/** An alert that could not leave for so long is no news any more. */
const freshMs = 36 * 3_600_000;
/** Who changes an alert when its moment comes. */
const clock = 'horloge';

/**
 * Decides who gets an alert as its moment comes (ALERTES-19), once: written down before anything is planned, so that a run that dies leaves the choice to
 * the next. Held instead when it would now reach most members and nobody said why, or when its moment is long past. Undefined when another writer came first.
 */
export async function freezeAlert(
  alert: Alert,
  at: string,
  own: StructureAlerts,
  ports: Pick<AlertClockPorts, 'content' | 'journal'>,
): Promise<Alert | undefined> {
  const { programme, alerts } = own;
  const selected = await selectRecipients(alert, at, { ...own, content: ports.content });
  const [{ massShare }, { timeZone }] = await Promise.all([
    ports.content.inForce(programme, 'alerts', at),
    ports.content.inForce(programme, 'calendar', at),
  ]);
  const { type, share } = judgeMass(selected.mass, massShare);
  const isLate = Date.parse(at) - Date.parse(alert.sendAt ?? at) > freshMs;
  const base = { ...alert, changedAt: at, changedBy: clock, version: alert.version + 1 };
  if (isLate || (type === 'mass' && alert.reason === undefined)) {
    const held: Alert = { ...base, state: 'held', held: { why: isLate ? 'late' : 'mass', share } };
    if (!(await alerts.write(held))) {
      return undefined;
    }
    await ports.journal.append([alertEntry(held, { type: 'held', share }, timeZone, own)]);
    return held;
  }
  const pages = pagesOf(selected.lines);
  await alerts.savePages(alert.alertId, at, pages);
  const frozen: Alert = {
    ...base,
    state: 'sending',
    selection: {
      at,
      pages: pages.length,
      chosen: selected.lines.filter(({ skip }) => skip === undefined).length,
      skipped: skippedOf(selected.lines),
      missingGroups: selected.missingGroups,
    },
  };
  return (await alerts.write(frozen)) ? frozen : undefined;
}

/** ISO instant from which nothing more of an alert leaves. */
export function lastInstant({ selection, sendAt }: Alert): string {
  return isoInstant(Date.parse(selection?.at ?? sendAt ?? '') + freshMs);
}

function pagesOf(lines: readonly SelectedLine[]): readonly (readonly SelectedLine[])[] {
  return Array.from({ length: Math.ceil(lines.length / linesOfPage) }, (_, page) =>
    lines.slice(page * linesOfPage, (page + 1) * linesOfPage),
  );
}
