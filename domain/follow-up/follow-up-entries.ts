import { instantOf, localDay } from '../calendar/local-time.ts';
import type { FollowUpChange, FollowUpEntry } from './follow-up-entry.ts';
import type { FollowedPerson, MomentFacts } from './followed-person.ts';
import { isStopAfterConsent } from './outcome.ts';
import { type FollowUpRules, planMoments } from './plan-moments.ts';
import type { Moment } from './protocol.ts';

/**
 * What the journal is told between two states of a person; `known` undefined = they have just been included. It follows from the states alone: told again
 * after a crash, the same entries.
 */
export function entriesBetween(
  programme: string,
  known: FollowedPerson | undefined,
  kept: FollowedPerson,
  rules: FollowUpRules,
): readonly FollowUpEntry[] {
  const { timeZone } = rules.calendar;
  const { recipientId: subject, status, departement } = kept;
  const entry = (time: string, change: FollowUpChange, moment?: string, key: string = change.type): FollowUpEntry => ({
    kind: 'follow-up',
    programme,
    day: localDay(timeZone, time),
    time,
    id: `follow-up#${subject}#${moment ?? ''}#${key}`,
    subject,
    status,
    departement,
    ...(moment === undefined ? {} : { moment }),
    change,
  });
  const ofMoments = rules.protocol.moments.flatMap((moment) => {
    const before = known?.moments[moment.code] ?? {};
    const after = kept.moments[moment.code];
    return after === undefined || after === before
      ? []
      : changesOf(moment, before, after, kept, rules).map(({ time, change, key }) =>
          entry(time, change, moment.code, key),
        );
  });
  return [...(known === undefined ? [included(kept, entry)] : []), ...ofMoments, ...ofPerson(known, kept, entry)];
}

type Teller = (time: string, change: FollowUpChange, moment?: string, key?: string) => FollowUpEntry;

function included({ includedAt, anchor, anchorKind, vulnerable, minor }: FollowedPerson, entry: Teller): FollowUpEntry {
  return entry(includedAt, { type: 'included', anchor, anchorKind, vulnerable: vulnerable !== undefined, minor });
}

function ofPerson(known: FollowedPerson | undefined, kept: FollowedPerson, entry: Teller): readonly FollowUpEntry[] {
  const { vulnerable, notTested, refused, abandoned, endedAt } = kept;
  const isNew = <K extends keyof FollowedPerson>(key: K) => JSON.stringify(known?.[key]) !== JSON.stringify(kept[key]);
  return [
    // Who was known to be from the list is said so as they are included.
    ...(vulnerable !== undefined && vulnerable.by !== 'list' && isNew('vulnerable')
      ? [entry(vulnerable.at, { type: 'vulnerable', reason: vulnerable.reason, by: vulnerable.by }, vulnerable.moment)]
      : []),
    ...(notTested !== undefined && isNew('notTested')
      ? [entry(notTested.at, { type: 'not-tested' }, notTested.moment)]
      : []),
    ...(refused !== undefined && isNew('refused')
      ? [
          isStopAfterConsent(kept)
            ? entry(refused.at, { type: 'abandoned', motive: 'demande-arret' }, refused.moment)
            : entry(refused.at, { type: 'refused', motive: refused.motive }, refused.moment),
        ]
      : []),
    ...(abandoned !== undefined && isNew('abandoned')
      ? [entry(abandoned.at, { type: 'abandoned', motive: abandoned.motive }, abandoned.moment)]
      : []),
    ...(endedAt !== undefined && isNew('endedAt') ? [entry(endedAt, { type: 'ended' })] : []),
  ];
}

interface Change {
  readonly time: string;
  readonly change: FollowUpChange;
  readonly key?: string;
}

function changesOf(
  moment: Moment,
  before: MomentFacts,
  after: MomentFacts,
  kept: FollowedPerson,
  rules: FollowUpRules,
): readonly Change[] {
  const { openedAt, call, postponed, closed } = after;
  const changes: Change[] = [];
  const planned = planMoments(kept, rules).find((one) => one.moment.code === moment.code);
  if (openedAt !== undefined && before.openedAt === undefined && planned !== undefined) {
    const { callDay: day, movedFrom } = planned;
    const moved = movedFrom === undefined ? {} : { movedFrom };
    changes.push({ time: openedAt, change: { type: 'moment-due', day, ...moved } });
  }
  if (call !== undefined && before.call === undefined) {
    const addedAfterFreeze = kept.includedAt > freezeOf(call.at, rules);
    const { callLabel: callType } = moment;
    changes.push({ time: call.at, change: { type: 'call-due', reason: call.reason, callType, addedAfterFreeze } });
  }
  if (postponed !== undefined && before.postponed?.to !== postponed.to) {
    const { to, at } = postponed;
    changes.push({ time: at, change: { type: 'postponed', to }, key: `postponed#${to}` });
  }
  if (closed !== undefined && before.closed === undefined) {
    changes.push(...closing(moment, after, closed));
  }
  return changes;
}

function closing(
  { callLabel: callType }: Moment,
  { answered, call, callEnd }: MomentFacts,
  { as, at }: NonNullable<MomentFacts['closed']>,
): readonly Change[] {
  const wasWaiting = call !== undefined && callEnd === undefined;
  const withdrawn = (reason: 'answered' | 'over' | 'superseded' | 'not-called'): Change => ({
    time: at,
    change: { type: 'call-withdrawn', reason },
  });
  switch (as) {
    case 'web':
    case 'call':
      return [
        { time: answered?.at ?? at, change: { type: 'done', channel: as, callType } },
        ...(wasWaiting && as === 'web' ? [withdrawn('answered')] : []),
      ];
    case 'unreachable':
      return [{ time: at, change: { type: 'unreachable' } }];
    case 'not-called':
      return [withdrawn('not-called')];
    default:
      return wasWaiting ? [withdrawn(as)] : [];
  }
}

function freezeOf(at: string, { protocol, calendar }: FollowUpRules): string {
  return instantOf(calendar.timeZone, localDay(calendar.timeZone, at), protocol.freezeAt);
}
