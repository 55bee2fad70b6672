import { bandOf } from '../alert-statistics/age-bands.ts';
import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import type { Member } from '../member/member.ts';
import { textNumbers } from '../message/choose-number.ts';
import type { MessageRules } from '../message/message-rules.ts';
import type { SelectedLine, SkipReason } from './alert.ts';

export interface Choice {
  /** Ids of the alert's groups that still exist. */
  readonly groups: readonly string[];
  /** Local day on which it leaves: ages are of that day. */
  readonly day: string;
  /** What the text's `{date_rdv}` becomes, by member; absent = the text says no date. */
  readonly dates?: ReadonlyMap<string, string>;
  readonly senders: MessageRules['senders'];
  readonly calendar: Pick<ProgrammeCalendar, 'timeZone' | 'holidays'>;
}

/**
 * Who of these members gets a message, and why the others do not: each once, whatever groups they are in (ALERTES-23), one SMS a number (ALERTES-27), for
 * the eldest of those who share it, unless the text says a date, of which each has their own. The same members in any order: the same lines.
 */
export function chooseRecipients(members: Iterable<Member>, choice: Choice): readonly SelectedLine[] {
  const unique = new Map([...members].map((member) => [member.memberId, member]));
  const taken = new Set<string>();
  return [...unique.values()].sort(eldestFirst).map((member) => {
    const { memberId, birthDate } = member;
    const date = choice.dates?.get(memberId);
    const skip =
      objection(member, choice) ?? (choice.dates !== undefined && date === undefined ? 'no-date' : undefined);
    const isShared = skip === undefined && choice.dates === undefined && isTaken(taken, member);
    const line = {
      memberId,
      groups: member.groups.filter((group) => choice.groups.includes(group)),
      band: bandOf(birthDate, choice.day),
      ...(date === undefined ? {} : { date }),
    };
    return skip === undefined && !isShared ? line : { ...line, skip: skip ?? 'same-number' };
  });
}

/** How many for each reason; members who get a message are not in it. */
export function skippedOf(lines: readonly SelectedLine[]): Readonly<Partial<Record<SkipReason, number>>> {
  const counts = new Map<SkipReason, number>();
  for (const { skip } of lines) {
    if (skip !== undefined) {
      counts.set(skip, (counts.get(skip) ?? 0) + 1);
    }
  }
  return Object.fromEntries(counts);
}

function objection({ consent, phone }: Member, { senders, calendar }: Choice): SkipReason | undefined {
  if (consent?.change !== 'given') {
    return consent === undefined ? 'no-consent' : 'stopped';
  }
  const phones = phone === undefined ? [] : [{ e164: phone.e164, kind: 'other' as const }];
  const numbers = textNumbers({ phones }, senders, calendar);
  return typeof numbers === 'string' ? numbers : undefined;
}

function isTaken(taken: Set<string>, { phone }: Member): boolean {
  const number = phone?.e164 ?? '';
  const was = taken.has(number);
  taken.add(number);
  return was;
}

/** Who has no birth date comes after who has one. */
function eldestFirst(a: Member, b: Member): number {
  const key = ({ birthDate, memberId }: Member) => `${birthDate ?? '9'} ${memberId}`;
  return key(a) < key(b) ? -1 : 1;
}
