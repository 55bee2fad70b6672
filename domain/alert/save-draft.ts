import type { Alert } from './alert.ts';
import type { Act, AlertPorts } from './alert-ports.ts';
import type { AlertOrder } from './schedule-alert.ts';

/** Keeps a sending that nobody gets yet, over the version that was shown; undefined when another user changed it meanwhile. Kept again, it is the same. */
export async function saveDraft(
  { alertId, draft, version, reusedFrom }: Pick<AlertOrder, 'alertId' | 'draft' | 'version' | 'reusedFrom'>,
  { at, by, author }: Act,
  { alerts }: Pick<AlertPorts, 'alerts'>,
): Promise<Alert | undefined> {
  const known = await alerts.read(alertId);
  const { sendAt: _, ...kept } = known ?? { createdAt: at, createdBy: by, version: 0 };
  const alert: Alert = {
    ...kept,
    ...draft,
    ...{ alertId, state: 'draft', changedAt: at, changedBy: by, author, version: kept.version + 1 },
    ...(reusedFrom === undefined ? {} : { reusedFrom }),
  };
  if (known !== undefined && known.state === 'draft' && contentOf(known) === contentOf(alert)) {
    return known;
  }
  if ((known?.version ?? 0) !== version || (known !== undefined && known.state !== 'draft')) {
    return undefined;
  }
  if (await alerts.write(alert)) {
    return alert;
  }
  // The other click of the same form.
  const now = await alerts.read(alertId);
  return now !== undefined && now.state === 'draft' && contentOf(now) === contentOf(alert) ? now : undefined;
}

function contentOf({ title, category, text, groups, sendAt, reusedFrom }: Alert): string {
  return JSON.stringify([title, category, text, groups.map(({ groupId }) => groupId), sendAt, reusedFrom]);
}
