import { remindMembers } from '../alert-date/remind-members.ts';
import type { StructureAlerts } from './alert-ports.ts';
import type { DueItem } from './alert-register.ts';
import type { AlertClockPorts } from './clock-ports.ts';
import { freezeAlert } from './freeze-alert.ts';
import { handOverAlert, withdrawAlert } from './hand-over-alert.ts';

export interface ClockReport {
  readonly alerts: number;
  readonly reminders: number;
  /** What went wrong with single items, which wait for the next minute; the others left. */
  readonly faults: readonly unknown[];
  /** Since when the item that waits longest is due. */
  readonly dueSince?: string;
}

/** Items looked at in one run: more wait for the next minute. */
const mostItems = 1000;

/**
 * One run (ALERTES-06, ALERTES-26): alerts whose moment came, and reminders of dates, are handed to the messaging engine. The queue is a hint: what it names is
 * read, and what is no longer so is only taken out. An item is taken out once all that follows from it is written.
 */
export async function runAlertClock(
  { programme, at }: { readonly programme: string; readonly at: string },
  ports: AlertClockPorts,
): Promise<ClockReport> {
  const items = await ports.queue.due(at, mostItems);
  const faults: unknown[] = [];
  let [alerts, reminders] = [0, 0];
  for (const [structure, due] of Map.groupBy(items, (item) => item.structure)) {
    const own = await ports.structure(structure);
    if (own === undefined || own.programme !== programme) {
      await ports.queue.remove(due);
      continue;
    }
    for (const item of due) {
      const { subject } = item;
      if (subject.type === 'alert') {
        await runAlert(item, subject.alertId, at, own, ports).then(
          () => ports.queue.remove([item]),
          (fault: unknown) => faults.push(fault),
        );
        alerts += 1;
      }
    }
    const dated = due.filter(({ subject }) => subject.type === 'date');
    reminders += await remindMembers(dated, at, own, ports).catch((fault: unknown) => {
      faults.push(fault);
      return 0;
    });
  }
  const [oldest] = items;
  return { alerts, reminders, faults, ...(oldest === undefined ? {} : { dueSince: oldest.at }) };
}

async function runAlert(
  item: DueItem,
  alertId: string,
  at: string,
  own: StructureAlerts,
  ports: AlertClockPorts,
): Promise<void> {
  const known = await own.alerts.read(alertId);
  if (known?.state === 'withdrawing') {
    return await withdrawAlert(known, at, own, ports);
  }
  // Scheduled for another moment meanwhile: that one has an item of its own.
  const isDue = known?.state === 'scheduled' && known.sendAt === item.at;
  const alert = isDue ? await freezeAlert(known, at, own, ports) : known;
  if (alert === undefined && isDue) {
    throw new Error(`Alert ${alertId} was changed as it left; the next minute looks again`);
  }
  if (alert?.state === 'sending' && alert.selection?.handedOver !== true) {
    await handOverAlert(alert, at, own, ports);
  }
}
