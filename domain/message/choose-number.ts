import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import { parsePhone } from '../phone/phone-number.ts';
import { zonesOfNumber } from '../phone/zones-of-number.ts';
import type { RecipientProfile } from '../recipient/profile.ts';
import type { DropReason } from './message.ts';
import type { PlaceOfCallee } from './quiet-hours.ts';
import type { Sender } from './sender.ts';

/** A number that takes messages, and where whoever holds it may be. */
export interface TextNumber {
  readonly e164: string;
  readonly country: string;
  readonly place: PlaceOfCallee;
}

/** Mobile numbers of a person that a sender of ours can write to, best first; or why there are none. A landline is never texted. */
export function textNumbers(
  { phones }: Pick<RecipientProfile, 'phones'>,
  senders: readonly Sender[],
  calendar: Pick<ProgrammeCalendar, 'timeZone' | 'holidays'>,
): readonly TextNumber[] | Extract<DropReason, 'no-number' | 'landline' | 'no-sender'> {
  if (phones.length === 0) {
    return 'no-number';
  }
  const mobiles = phones.flatMap(({ e164 }) => {
    const parsed = parsePhone(e164, 'FR');
    return 'problem' in parsed || parsed.kind !== 'mobile' ? [] : [parsed];
  });
  if (mobiles.length === 0) {
    return 'landline';
  }
  const reachable = mobiles.filter(({ country }) => senders.some((sender) => sender.country === country));
  return reachable.length === 0
    ? 'no-sender'
    : reachable.map(({ e164, country }) => ({
        e164,
        country,
        place: {
          zones: zonesOfNumber(e164) ?? [calendar.timeZone],
          holidays: country === 'NC' ? 'new-caledonia' : calendar.holidays === 'none' ? 'none' : 'france',
        },
      }));
}
