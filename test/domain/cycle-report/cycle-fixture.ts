import { createHash } from 'node:crypto';
import type { ClosedState } from '../../../domain/attempt/attempt-facts.ts';
import type { Disposition } from '../../../domain/attempt/dispositions.ts';
import type { AttemptEntry, CycleEntry, RecipientEntry } from '../../../domain/campaign/campaign-entry.ts';
import type { CycleSubject } from '../../../domain/cycle-report/cycle-report.ts';
import type { AgentStatusEntry, ContactEntry } from '../../../domain/journal/entry.ts';
import type { ReferralEntry } from '../../../domain/referral/referral-entry.ts';
import { calendar, policy } from '../attempt/heat-wave.ts';

/** A heat wave declared on Monday 6 July 2026 at 09:00 in Paris: the cycle of the fixture. */
export const cycle = { campaign: 'canicule_20260706T070000Z', cycle: 1 } as const;
const programme = 'reflex';
export const subject: CycleSubject = {
  programme,
  title: 'REFLEX – Ville de Paris',
  label: 'Canicule',
  calendar,
  cells: { sanitaire: 'Cellule sanitaire' },
  levels: { vert: 'Vert', rouge: 'Rouge' },
};

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Instant of a local time of the cycle's days, in July: `paris(6, '09:30')`. */
export function paris(day: number, time: string): string {
  return new Date(`2026-07-${String(day).padStart(2, '0')}T${time}:00+02:00`).toISOString();
}

const base = (time: string, id: string) => ({ programme, day: time.slice(0, 10), time, id });

export function cycleChange(time: string, change: CycleEntry['change']): CycleEntry {
  return {
    ...base(time, `cycle#${change.type}`),
    ...cycle,
    kind: 'cycle',
    campaignType: 'canicule',
    drill: false,
    change,
  };
}

export const activated = cycleChange(paris(6, '09:00'), {
  type: 'activated',
  deadline: paris(8, '09:00'),
  firstCallBy: paris(6, '13:00'),
  timeZone: 'Europe/Paris',
  questionnaire: 'canicule',
  policy,
});

export function loaded(
  recipientId: string,
  told: { readonly reason?: ClosedState; readonly sector?: string } = {},
): RecipientEntry {
  const { reason, sector = '75013' } = told;
  return {
    ...base(paris(6, '09:00'), `recipient#${recipientId}#loaded`),
    ...cycle,
    kind: 'recipient',
    recipientId,
    change: {
      type: 'loaded',
      callable: reason === undefined,
      ...(reason === undefined ? {} : { reason }),
      ageBand: '85-89',
      sector,
      riskRank: 1,
    },
  };
}

export function closed(
  recipientId: string,
  at: string,
  state: Extract<RecipientEntry['change'], { type: 'closed' }>['state'],
): RecipientEntry {
  return {
    ...base(at, `recipient#${recipientId}#closed`),
    ...cycle,
    kind: 'recipient',
    recipientId,
    change: { type: 'closed', state },
  };
}

export function attempt(
  recipientId: string,
  n: number,
  startedAt: string,
  disposition: Disposition,
  more: Partial<AttemptEntry> = {},
): AttemptEntry {
  const attemptId = `${cycle.campaign}-${cycle.cycle}-${recipientId}-${n}`;
  const endedAt = new Date(Date.parse(startedAt) + 60_000).toISOString();
  return {
    ...base(startedAt, `attempt#${attemptId}#1`),
    ...cycle,
    kind: 'attempt',
    recipientId,
    n,
    attemptId,
    startedAt,
    endedAt,
    disposition,
    counts: true,
    numberRank: 0,
    answeredByCustomer: !['no-answer', 'busy'].includes(disposition),
    revision: 1,
    ...more,
  };
}

/** The conversation of an attempt, as its contact record told it. */
export function talk(
  ofAttempt: AttemptEntry,
  seconds: { readonly talk: number; readonly hold: number; readonly wrapUp: number },
): ContactEntry {
  const { startedAt, endedAt, attemptId, day } = ofAttempt;
  return {
    kind: 'contact',
    programme,
    day,
    time: startedAt,
    id: `contact#${attemptId}#1`,
    contactId: `contact-${attemptId}`,
    initialContactId: `contact-${attemptId}`,
    lastUpdate: endedAt,
    initiation: 'API',
    initiatedAt: startedAt,
    disconnectedAt: endedAt,
    agent: {
      username: 'agent.un',
      connectedAt: startedAt,
      interactionSeconds: seconds.talk,
      holdSeconds: seconds.hold,
      afterContactSeconds: seconds.wrapUp,
    },
    scheme: 'CANICULE',
    attemptId,
  };
}

export function status(agent: string, time: string, statusType: AgentStatusEntry['statusType']): AgentStatusEntry {
  return { ...base(time, `status#${agent}#${time}`), kind: 'agent-status', agent, statusName: statusType, statusType };
}

export function referral(time: string, change: ReferralEntry['change']): ReferralEntry {
  return {
    ...base(time, `referral#${change.type}`),
    campaign: cycle.campaign,
    cycle: String(cycle.cycle),
    kind: 'referral',
    referralId: 'r1',
    subject: 'anna',
    cell: 'sanitaire',
    level: 'rouge',
    reasons: ['Plusieurs signes'],
    change,
  };
}
