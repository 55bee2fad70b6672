import type { ProgrammeCalendar } from '../../../domain/calendar/calendar.ts';
import { instantOf } from '../../../domain/calendar/local-time.ts';
import type { FollowedPerson } from '../../../domain/follow-up/followed-person.ts';
import type { FollowUpRules } from '../../../domain/follow-up/plan-moments.ts';
import { calendar as suiviCalendar } from '../../../programmes/suivi/calendar.ts';
import { protocol } from '../../../programmes/suivi/protocol.ts';

/** The hours of the tender, from its first month on. */
export const calendar: ProgrammeCalendar = {
  ...suiviCalendar,
  period: { from: '2020-09-01', to: '2028-12-31' },
  weeks: suiviCalendar.weeks.map((week) => ({ ...week, from: '2020-09-01' })),
};
export const rules: FollowUpRules = { protocol, calendar };

/** Local time of Paris, as an instant. */
export function paris(day: string, time: string): string {
  return instantOf('Europe/Paris', day, time);
}

/** A person included at 08:00 on the second day after a start of isolation on Thursday 1 October 2020. */
export function person(facts: Partial<FollowedPerson> = {}): FollowedPerson {
  return {
    recipientId: 'p1',
    status: 'case',
    departement: '13',
    anchor: '2020-10-01',
    anchorKind: 'isolation',
    minor: false,
    includedAt: paris('2020-10-02', '08:00'),
    numbers: ['key-1'],
    riskRank: 5,
    moments: {},
    version: 1,
    ...facts,
  };
}
