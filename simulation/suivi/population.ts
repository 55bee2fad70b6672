import { type LaneRandom, laneRandom } from '../../local/kernel/random.ts';
import type { FollowedPerson, GivenPhone, SmsHabit } from './followed-person.ts';

const firstNames = 'Aline Bruno Carine Djamel Elsa Farid Gaëlle Hugo Inès Jules Karim Lina Marc Nora Omar Paula'.split(
  ' ',
);
const lastNames = 'Arène Bastide Calvi Daumas Esposito Fabre Garcin Honorat Imbert Jourdan Lieutaud Maurel'.split(' ');
/** A town of each département, as many as its share of the region. */
const postcodes = ['13001', '13090', '13200', '13500', '06000', '06400', '83000', '83600', '84000', '04000', '05000'];

/** The people of one day's list: as many cases as contacts, most with a mobile; their first contact is due that day, of one in ten the next. */
export function listOf(
  seed: number,
  day: { readonly date: string; readonly rank: number },
  count: number,
  dayBefore: (date: string, days: number) => string,
): readonly FollowedPerson[] {
  return Array.from({ length: count }, (_, rank) => {
    const index = day.rank * count + rank;
    const random = laneRandom(seed, `followed/${index}`);
    const minor = random.chance(0.06);
    const year = minor ? random.integer(2005, 2017) : random.integer(1932, 2001);
    return {
      index,
      // The index in the name: whoever checks finds them again.
      lastName: `${random.pick(lastNames)}-${letters(index)}`,
      firstName: random.pick(firstNames),
      birthDate: `${year}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`,
      anchor: dayBefore(day.date, random.chance(0.1) ? 1 : 2),
      listedOn: day.date,
      postcode: random.pick(postcodes),
      status: random.chance(0.5) ? 'case' : 'contact',
      vulnerable: random.chance(0.06),
      minor,
      phones: phonesOf(random, index),
      picksUp: 0.45 + 0.4 * random.next(),
    };
  });
}

/** Numbers are of whoever they are made for: nobody shares one. */
function phonesOf(random: LaneRandom, index: number): readonly GivenPhone[] {
  const mobile: GivenPhone = { number: `+33698${six(index)}`, kind: 'mobile', isDead: random.chance(0.03) };
  const landline: GivenPhone = { number: `+33491${six(index)}`, kind: 'landline', isDead: false };
  const draw = random.next();
  if (draw < 0.08) return [landline];
  return draw < 0.25 ? [mobile, landline] : [mobile];
}

/** What they do with the SMS of a moment: about two in five answer by themselves. */
export function habitOf(seed: number, { index }: FollowedPerson, nth: number): SmsHabit {
  const random = laneRandom(seed, `followed/${index}/sms/${nth}`);
  const draw = random.next();
  if (draw < 0.4) return { type: 'answers', mistypes: random.chance(0.05) ? random.integer(1, 2) : 0 };
  if (draw < 0.45) return { type: 'prefers-call' };
  if (draw < 0.48) return { type: 'gives-up' };
  if (draw < 0.5) return { type: 'stops' };
  return { type: 'silent' };
}

const two = (value: number): string => String(value).padStart(2, '0');
const six = (index: number): string => String(index).padStart(6, '0');

/** A name of letters only for a number: `aab`. */
function letters(index: number): string {
  return [...index.toString(26).padStart(3, '0')]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)))
    .join('');
}
