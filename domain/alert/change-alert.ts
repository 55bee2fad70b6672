import { localDay } from '../calendar/local-time.ts';
import { nextSendable } from '../message/quiet-hours.ts';
import type { Alert } from './alert.ts';
import { tellAlert } from './alert-entries.ts';
import type { Act, AlertPorts } from './alert-ports.ts';
import { holdPlace } from './hold-place.ts';
import { reasonFault } from './mass-guard.ts';

export type AlertStep =
  | { readonly type: 'cancel' }
  /** Takes a cancellation back, while the moment is to come. */
  | { readonly type: 'restore' }
  /** Lets one go that was held, for a reason (ALERTES-28). */
  | { readonly type: 'release'; readonly reason: string };

export type Changed =
  | { readonly type: 'changed'; readonly alert: Alert }
  /** It is that way already: a double click. */
  | { readonly type: 'same'; readonly alert: Alert }
  | { readonly type: 'refused'; readonly problem: string }
  | { readonly type: 'unknown' };

/** Changes one sending, if it still is what it was shown to be; of two users, one does it, and the other sees what it became. */
export async function changeAlert(alertId: string, step: AlertStep, act: Act, ports: AlertPorts): Promise<Changed> {
  for (let tries = 0; tries < 3; tries += 1) {
    const known = await ports.alerts.read(alertId);
    if (known === undefined) {
      return { type: 'unknown' };
    }
    const next = await nextOf(known, step, act, ports);
    if (!('state' in next)) {
      return next;
    }
    const alert = { ...next, changedAt: act.at, changedBy: act.by, author: act.author, version: known.version + 1 };
    if (alert.state === 'scheduled' || alert.state === 'withdrawing') {
      const at = alert.state === 'scheduled' && alert.sendAt !== undefined ? alert.sendAt : act.at;
      await ports.queue.add([{ at, structure: ports.structure, subject: { type: 'alert', alertId } }]);
    }
    if (await ports.alerts.write(alert)) {
      const { timeZone } = await ports.content.inForce(ports.programme, 'calendar', act.at);
      await tellAlert(alert, timeZone, ports);
      return { type: 'changed', alert };
    }
  }
  return { type: 'refused', problem: 'Ce message vient de changer : relisez-le, puis recommencez.' };
}

async function nextOf(known: Alert, step: AlertStep, act: Act, ports: AlertPorts): Promise<Alert | Changed> {
  const refused = (problem: string) => ({ type: 'refused', problem }) as const;
  const same = { type: 'same', alert: known } as const;
  switch (step.type) {
    case 'cancel':
      if (known.state === 'cancelled' || known.state === 'withdrawing') {
        return same;
      }
      return known.state === 'draft'
        ? { ...withoutMoment(known), state: 'cancelled' }
        : { ...known, state: known.state === 'sending' ? 'withdrawing' : 'cancelled' };
    case 'restore':
      if (known.state === 'scheduled') {
        return same;
      }
      if (known.state !== 'cancelled' || known.selection !== undefined) {
        return refused('Une partie de ce message est déjà partie : réutilisez-le avec une nouvelle date.');
      }
      return await restored(known, act, ports);
    default: {
      if (known.state !== 'held') {
        return same;
      }
      const fault =
        act.role === 'admin'
          ? reasonFault(step.reason)
          : 'Seul un administrateur de la structure peut le laisser partir.';
      if (fault !== undefined) {
        return refused(fault);
      }
      const [rules, { timeZone, holidays }] = await Promise.all([
        ports.content.inForce(ports.programme, 'messageRules', act.at),
        ports.content.inForce(ports.programme, 'calendar', act.at),
      ]);
      return {
        ...known,
        state: 'scheduled',
        sendAt: nextSendable(rules.quietHours, { zones: [timeZone], holidays }, act.at),
        reason: { text: step.reason.trim(), by: act.by, at: act.at },
      };
    }
  }
}

async function restored(known: Alert, act: Act, ports: AlertPorts): Promise<Alert | Changed> {
  if (known.sendAt === undefined || known.sendAt <= act.at) {
    return { type: 'refused', problem: 'Son heure est passée : réutilisez-le avec une nouvelle date.' };
  }
  const { timeZone } = await ports.content.inForce(ports.programme, 'calendar', act.at);
  const holder = await holdPlace({ ...known, day: localDay(timeZone, known.sendAt), timeZone }, act, ports);
  return holder === known.alertId
    ? { ...known, state: 'scheduled' }
    : { type: 'refused', problem: 'Le même message a été programmé entre-temps pour ce jour : rien n’est doublé.' };
}

/** A draft that is given up was never confirmed: it cannot be restored as if it had been. */
function withoutMoment({ sendAt: _, ...alert }: Alert): Alert {
  return alert;
}
