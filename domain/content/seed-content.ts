import type { NamedContact } from '../contact/named-contact.ts';
import type { ContentKind, Programme } from '../programme/programme.ts';
import type { ContentOf } from './content.ts';
import { type ContentVersions, neverInForce } from './content-versions.ts';

/** A first seed is in force for all time, so that a day of before the deployment can be reported. */
const always = '1970-01-01T00:00:00.000Z';

export interface SeedPorts {
  readonly versions: ContentVersions;
  /** Hash of a value, the same for the same content. */
  readonly hash: (value: unknown) => string;
}

/**
 * Writes the seeds of a programme (design decision 15): each kind only when its hash is new, in force from `now` (ISO instant), never over
 * a live edit. `contacts`: those that the deployment names (SAMPS-41), where people call. Answers the kinds that were written. Running it again writes nothing.
 */
export async function seedContent(
  programme: Programme,
  now: string,
  { versions, hash }: SeedPorts,
  contacts?: readonly NamedContact[],
): Promise<readonly ContentKind[]> {
  const written: ContentKind[] = [];
  for (const [kind, value] of [...seedsOf(programme), ...seed('contacts', contacts)]) {
    const kept = await versions.versions(programme.name, kind);
    const seedHash = hash(value);
    if (kept.some((version) => version.hash === seedHash)) {
      continue;
    }
    const edited = kept.some((one) => one.origin === 'edit' && one.cancelled === undefined);
    const validFrom = kept.length === 0 ? always : edited ? neverInForce : now;
    if (await versions.add(programme.name, kind, { validFrom, hash: seedHash, origin: 'seed', value })) {
      written.push(kind);
    }
  }
  return written;
}

function seedsOf(programme: Programme): readonly (readonly [ContentKind, ContentOf[ContentKind]])[] {
  const { calendar, outbound, followUp, messages, survey, retention, alerts, knowledge, appointments, watchRules } =
    programme;
  const campaigns = seedsOfOutbound(outbound);
  const protocol: readonly (readonly [ContentKind, ContentOf[ContentKind]])[] =
    followUp === undefined
      ? []
      : [
          ['protocol', followUp.protocol],
          ['callPriority', followUp.callPriority],
          ['volume', followUp.volume],
          ['dashboard', followUp.dashboard],
        ];
  return [
    ['calendar', calendar],
    ...seedsOfCalls(programme),
    ...campaigns,
    ...protocol,
    ...seedsOfMessages(messages),
    ...seedsOfSurvey(survey),
    ...seed('retentionRules', retention?.retentionRules),
    ...seed('alerts', alerts),
    ...seed('watchRules', watchRules),
    ...seed('places', knowledge?.places),
    ...seed('appointmentRules', appointments?.appointmentRules),
  ];
}

type Seed = readonly [ContentKind, ContentOf[ContentKind]];

function seed<K extends ContentKind>(kind: K, value: ContentOf[K] | undefined): readonly Seed[] {
  return value === undefined ? [] : [[kind, value]];
}

function seedsOfCalls({ schemes, motives, callbackPolicy, texts, answerRateObjective }: Programme): readonly Seed[] {
  return [
    ...seed('schemes', schemes),
    ...seed('motives', motives),
    ...seed('callbackPolicy', callbackPolicy),
    ...seed('texts', texts),
    ...seed('objectives', answerRateObjective === undefined ? undefined : { answerRate: answerRateObjective }),
  ];
}

/** A programme has what it needs of these. */
function seedsOfOutbound(outbound: Programme['outbound']): readonly Seed[] {
  return [
    ...seed('campaignTypes', outbound?.campaignTypes),
    ...seed('questionnaires', outbound?.questionnaires),
    ...seed('referralRules', outbound?.referralRules),
    ...seed('scripts', outbound?.scripts),
    ...seed('renewals', outbound?.renewals),
    ...seed('registerRules', outbound?.registerRules),
  ];
}

function seedsOfMessages(messages: Programme['messages']): readonly Seed[] {
  return messages === undefined
    ? []
    : [
        ['messageTemplates', messages.messageTemplates],
        ['messageRules', messages.messageRules],
      ];
}

function seedsOfSurvey(survey: Programme['survey']): readonly Seed[] {
  return survey === undefined
    ? []
    : [
        ['surveyPages', survey.surveyPages],
        ['languageElements', survey.languageElements],
        ['usefulContacts', survey.usefulContacts],
      ];
}
