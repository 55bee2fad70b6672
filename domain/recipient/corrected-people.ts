import { shortDay } from '../report/french.ts';
import { nameOf } from './group-rows.ts';
import type { Profiles } from './profiles.ts';
import { labelOf } from './recipient-fields.ts';
import type { RecipientRegister } from './recipient-register.ts';

/** A correction as the client reads it (REFLEX-24): French words, ISO instant. */
export interface CorrectionLine {
  readonly externalId: string;
  readonly name: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly at: string;
  readonly by: string;
}

/** Parts that several fields of lists make, by the label of one. */
const partLabels: Readonly<Record<string, string>> = {
  phones: 'phone',
  reasons: 'reason',
  impairments: 'impairment',
  helper: 'helperName',
};

/** Everything that was corrected during calls, latest first: what the client's own file should say. Read for few: those whom the register marks. */
export async function correctedPeople(
  programme: string,
  {
    register,
    profiles,
  }: { readonly register: Pick<RecipientRegister, 'entries'>; readonly profiles: Pick<Profiles, 'reveal'> },
): Promise<readonly CorrectionLine[]> {
  const marked = (await register.entries(programme)).filter(({ corrected }) => corrected === true);
  const kept = await profiles.reveal(
    programme,
    marked.map(({ recipientId }) => recipientId),
  );
  return [...kept.values()]
    .flatMap(({ profile, corrections }) =>
      corrections.map(({ field, before, after, at, by }) => ({
        externalId: profile.externalId ?? '',
        name: nameOf(profile),
        field: field === 'absence' ? 'Absence' : labelOf(partLabels[field] ?? field),
        before: words(before),
        after: words(after),
        ...{ at, by },
      })),
    )
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

const codes: Readonly<Record<string, string>> = {
  M: 'M.',
  MME: 'Mme',
  landline: 'fixe',
  mobile: 'mobile',
  relay: 'relais',
  hearing: 'audition',
  speech: 'parole',
};

/** A value of a profile in words; nothing is « – ». */
function words(value: unknown): string {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) {
    return '–';
  }
  if (typeof value === 'boolean') {
    return value ? 'oui' : 'non';
  }
  if (Array.isArray(value)) {
    return value.map(words).join(', ');
  }
  if (typeof value === 'object') {
    if ('e164' in value) {
      return String(value.e164);
    }
    const until = 'until' in value ? `jusqu’au ${words(value.until)}` : '';
    const from = 'from' in value ? `du ${words(value.from)}` : '';
    const dates = [from, until].filter((part) => part !== '').join(' ');
    return dates === '' ? Object.values(value).map(words).join(', ') : dates;
  }
  const text = String(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? shortDay(text) : (codes[text] ?? text);
}
