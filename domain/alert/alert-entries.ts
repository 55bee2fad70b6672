import { localDay } from '../calendar/local-time.ts';
import type { Alert } from './alert.ts';
import type { AlertEntry } from './alert-entry.ts';
import type { AlertPorts } from './alert-ports.ts';

/** An entry of one version of an alert: told again, the same. */
export function alertEntry(
  { alertId, version, changedAt }: Pick<Alert, 'alertId' | 'version' | 'changedAt'>,
  change: AlertEntry['change'],
  timeZone: string,
  { programme, structure }: Pick<AlertPorts, 'programme' | 'structure'>,
): AlertEntry {
  return {
    ...{ kind: 'alert', programme, structure, alertId, change },
    day: localDay(timeZone, changedAt),
    time: changedAt,
    id: `alert#${alertId}#${version}`,
  };
}

/** Tells of an alert as it stands: scheduled, or cancelled. Nothing is told of drafts. */
export async function tellAlert(
  alert: Alert,
  timeZone: string,
  ports: Pick<AlertPorts, 'programme' | 'structure' | 'journal'>,
): Promise<void> {
  const change = changeOf(alert);
  if (change !== undefined) {
    await ports.journal.append([alertEntry(alert, change, timeZone, ports)]);
  }
}

function changeOf({ state, category, groups, sendAt, reason, reusedFrom, changedBy: by }: Alert) {
  if (state === 'scheduled' && sendAt !== undefined) {
    return {
      ...({ type: 'scheduled', by, category, groups, sendAt } as const),
      ...(reason === undefined ? {} : { reason: reason.text }),
      ...(reusedFrom === undefined ? {} : { reusedFrom }),
    };
  }
  return state === 'cancelled' || state === 'withdrawing' ? ({ type: 'cancelled', by } as const) : undefined;
}
