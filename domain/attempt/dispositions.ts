/** What came of an attempt (requirements §6.4): told by the agent, or by the telephone when there was none. */
export type Disposition = keyof typeof dispositions;

/** What a disposition does, as data (REFLEX-22). */
export interface DispositionEffect {
  /** French, as the desk and the workbook show it. */
  readonly label: string;
  /** `unless-free`: not while the policy's free retries last. */
  readonly countsAsAttempt: 'yes' | 'no' | 'unless-free';
  readonly retry: 'next-day-part' | 'asked-time' | 'after-minutes' | 'other-number' | 'none';
  readonly stops: 'no' | 'cycle' | 'all-cycles' | 'when-no-number-left' | 'when-complete';
  /** Field of the register that this says is wrong: goes back to the City (REFLEX-24). */
  readonly correction?: 'phone' | 'absence' | 'address' | 'death';
  /** List on which the person is shown. */
  readonly list?: 'unreachable' | 'adapted-agent' | 'moved' | 'hospitalised' | 'away';
  /** Who says so: `agent` dispositions are what the wrap-up form accepts. */
  readonly toldBy: 'agent' | 'telephone' | 'both';
}

const again = { countsAsAttempt: 'yes', retry: 'next-day-part', stops: 'no' } as const;
const over = { countsAsAttempt: 'yes', retry: 'none', stops: 'cycle' } as const;
const wrong = {
  countsAsAttempt: 'yes',
  retry: 'other-number',
  stops: 'when-no-number-left',
  correction: 'phone',
} as const;

export const dispositions = {
  complete: { label: 'Questionnaire complet', ...over, toldBy: 'agent' },
  partial: { label: 'Questionnaire partiel', ...again, toldBy: 'agent' },
  'call-later': { label: 'À rappeler à l’heure demandée', ...again, retry: 'asked-time', toldBy: 'agent' },
  refused: { label: 'Refus', ...over, toldBy: 'agent' },
  'helper-answered': { label: 'Un tiers a répondu', ...again, stops: 'when-complete', toldBy: 'agent' },
  voicemail: { label: 'Répondeur', ...again, toldBy: 'agent' },
  busy: {
    label: 'Occupé',
    countsAsAttempt: 'unless-free',
    retry: 'after-minutes',
    stops: 'no',
    toldBy: 'both',
  },
  'no-answer': { label: 'Sans réponse', ...again, list: 'unreachable', toldBy: 'both' },
  'wrong-number': { label: 'Faux numéro', ...wrong, toldBy: 'agent' },
  'out-of-service': { label: 'Numéro non attribué', ...wrong, toldBy: 'both' },
  hospitalised: { label: 'Hospitalisé', ...over, correction: 'absence', list: 'hospitalised', toldBy: 'agent' },
  away: { label: 'Absent', ...over, correction: 'absence', list: 'away', toldBy: 'agent' },
  moved: { label: 'A déménagé', ...over, correction: 'address', list: 'moved', toldBy: 'agent' },
  deceased: { label: 'Décédé', ...over, stops: 'all-cycles', correction: 'death', toldBy: 'agent' },
  'language-barrier': {
    label: 'Barrière de langue',
    countsAsAttempt: 'yes',
    retry: 'none',
    stops: 'no',
    list: 'adapted-agent',
    toldBy: 'agent',
  },
  hearing: {
    label: 'Difficulté d’audition',
    countsAsAttempt: 'yes',
    retry: 'none',
    stops: 'no',
    list: 'adapted-agent',
    toldBy: 'agent',
  },
  /** Answered, and no agent came in time: a compliance abandon. */
  abandoned: { label: 'Décroché sans conseiller', ...again, toldBy: 'telephone' },
  /** An agent talked with them and never said what came of it. */
  unqualified: { label: 'Conversation non qualifiée', ...again, toldBy: 'telephone' },
  /** The dial failed before it rang. */
  failed: {
    label: 'Appel non abouti',
    countsAsAttempt: 'unless-free',
    retry: 'after-minutes',
    stops: 'no',
    toldBy: 'telephone',
  },
  /** Claimed, and nobody can say whether it rang (design decision 7). */
  indeterminate: { label: 'Indéterminé', ...again, toldBy: 'telephone' },
} as const satisfies Readonly<Record<string, DispositionEffect>>;

export function effectOf(disposition: Disposition): DispositionEffect {
  return dispositions[disposition];
}

export function isDisposition(value: unknown): value is Disposition {
  return typeof value === 'string' && Object.hasOwn(dispositions, value);
}
