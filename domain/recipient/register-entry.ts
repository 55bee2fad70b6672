import { subjectsOf } from './person-file.ts';
import type { RecipientProfile } from './profile.ts';
import { ageOn } from './read-recipient.ts';
import type { RegisteredSubject, RegisterLine } from './register.ts';

/** A registered person as the register keeps them: ids, keyed hashes and coarse facts (design decision 16). */
export interface RegisterEntry {
  readonly recipientId: string;
  /** ISO instant from which they are registered. */
  readonly validFrom: string;
  /** Import that registered them. */
  readonly importId: string;
  /** Import that last changed them, when another. */
  readonly changedBy?: string;
  /** Keyed hashes by which a list recognises them (`IdentityKeys`). */
  readonly exact: readonly string[];
  readonly alike: readonly string[];
  /** Keyed hash of what the last list said of them: the same list again changes nothing. */
  readonly listed: string;
  readonly numberKeys: readonly string[];
  readonly channel: 'voice' | 'other';
  readonly birthYear?: number;
  readonly sector: string;
  /** Points of fragility but for age. */
  readonly fragility: number;
  /** Something was corrected outside imports: their profile says what (REFLEX-24). */
  readonly corrected?: boolean;
  readonly absence?: { readonly from?: string; readonly until?: string };
  readonly subjects?: readonly RegisteredSubject[];
}

/** What the register keeps of a profile. `numberKeys` follow the order of `profile.phones`. */
export function coarseFacts(
  profile: RecipientProfile,
  numberKeyOf: (e164: string) => string,
): Pick<RegisterEntry, 'numberKeys' | 'channel' | 'birthYear' | 'sector' | 'fragility' | 'absence' | 'subjects'> {
  const { birthDate, absence, postcode = '', files } = profile;
  return {
    numberKeys: profile.phones.map(({ e164 }) => numberKeyOf(e164)),
    channel: channelOf(profile),
    ...(birthDate && { birthYear: Number(birthDate.slice(0, 4)) }),
    // 75116 is the south of the 16th.
    sector: postcode === '75116' ? '75016' : postcode === '' ? 'unknown' : postcode,
    fragility: fragilityOf(profile),
    ...(absence && { absence }),
    ...(files && { subjects: subjectsOf(files) }),
  };
}

/** The register line of an entry on a local day; ages by the year of birth, which is all that is kept beside the profile. */
export function lineOf(entry: RegisterEntry, day: string, endOfDay: (day: string) => string): RegisterLine {
  const { recipientId, numberKeys, channel, sector, birthYear, absence, fragility, subjects } = entry;
  const age = birthYear === undefined ? undefined : ageOn(`${birthYear}-12-31`, day);
  const away = absence !== undefined && (absence.from ?? day) <= day && (absence.until ?? day) >= day;
  return {
    recipientId,
    numberKeys,
    channel,
    ageBand: ageBand(age),
    sector,
    riskRank: Math.max(0, mostFragile - fragility - agePoints(age)),
    ...(away && absence.until !== undefined && { absentUntil: endOfDay(absence.until) }),
    ...(subjects && { subjects }),
  };
}

/** Points of someone very old, alone, disabled, without tele-alarm nor helper: rank 0. */
const mostFragile = 11;

/** Who asked for a relay is never rung; who hears or speaks with difficulty neither, unless they asked for a telephone (REFLEX-08). */
function channelOf({ preference, impairments }: RecipientProfile): RegisterEntry['channel'] {
  const voice = preference === 'landline' || preference === 'mobile';
  return preference === 'relay' || (impairments.length > 0 && !voice) ? 'other' : 'voice';
}

function fragilityOf({ livesAlone, reasons, teleAlarm, helper }: RecipientProfile): number {
  return (
    (livesAlone === true ? 3 : 0) +
    (reasons.includes('disability') ? 2 : 0) +
    (teleAlarm === false ? 1 : 0) +
    (helper === undefined ? 1 : 0)
  );
}

function agePoints(age: number | undefined): number {
  return age === undefined ? 0 : [65, 75, 85, 95].filter((from) => age >= from).length;
}

/** Five years, as `85-89`; `0-59` and `100+` at the ends, so that no band is one person. */
function ageBand(age: number | undefined): string {
  if (age === undefined) {
    return 'unknown';
  }
  if (age < 60) {
    return '0-59';
  }
  const from = Math.floor(age / 5) * 5;
  return from >= 100 ? '100+' : `${from}-${from + 4}`;
}
