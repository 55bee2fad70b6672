import { type Disposition, effectOf } from '../attempt/dispositions.ts';
import { type DeskView, deskView } from '../questionnaire/desk-view.ts';
import type { QuestionnairePorts } from '../questionnaire/questionnaire-ports.ts';
import { standingOf } from '../questionnaire/standing.ts';
import type { RecipientProfile } from '../recipient/profile.ts';
import type { Profiles } from '../recipient/profiles.ts';
import { attemptIdOf } from './attempt-id.ts';
import type { Previewed } from './preview.ts';
import { pastAttempt } from './recipient-facts.ts';
import { skipMotives } from './skip-motives.ts';

/** What an agent reads before having a person called. Instants are ISO UTC. */
export interface PreviewView {
  readonly attemptId: string;
  /** The person is theirs until then. */
  readonly until: string;
  /** The call is to be made at the latest then. */
  readonly promise: string;
  readonly person?: Pick<
    RecipientProfile,
    'civility' | 'lastName' | 'firstName' | 'birthDate' | 'postcode' | 'city' | 'helper' | 'livesAlone' | 'teleAlarm'
  > & { readonly impairments: RecipientProfile['impairments'] };
  readonly attempts: readonly { readonly n: number; readonly startedAt: string; readonly label: string }[];
  /** Answered so far in this cycle. */
  readonly questionnaire?: Pick<DeskView, 'state' | 'answered'>;
  /** And in the one before (REFLEX-09). */
  readonly before?: Pick<DeskView, 'state' | 'answered'>;
  readonly skipMotives: typeof skipMotives;
}

export interface PreviewViewPorts {
  readonly profiles: Pick<Profiles, 'reveal'>;
  readonly questionnaires: Pick<QuestionnairePorts, 'records' | 'catalogue'>;
}

export async function previewView(
  { attemptId, recipient, next, until }: Previewed,
  { programme, at }: { readonly programme: string; readonly at: string },
  { profiles, questionnaires }: PreviewViewPorts,
): Promise<PreviewView> {
  const { recipientId, cycle } = recipient;
  const answersOf = async (id: string) => {
    const standing = await standingOf({ programme, attemptId: id, at }, questionnaires);
    if (standing?.record === undefined) {
      return undefined;
    }
    const { state, answered } = deskView(standing);
    return { state, answered };
  };
  const [kept, questionnaire, before] = await Promise.all([
    profiles.reveal(programme, [recipientId]),
    answersOf(attemptId),
    cycle === 1 ? undefined : answersOf(attemptIdOf({ ...recipient, cycle: cycle - 1, n: 0 })),
  ]);
  const profile = kept.get(recipientId)?.profile;
  return {
    attemptId,
    until,
    promise: next.promise,
    ...(profile === undefined ? {} : { person: shown(profile) }),
    attempts: recipient.attempts.map((attempt) => {
      const { n, startedAt, disposition } = pastAttempt(attempt);
      return { n, startedAt, label: labelOf(disposition) };
    }),
    ...(questionnaire === undefined ? {} : { questionnaire }),
    ...(before === undefined ? {} : { before }),
    skipMotives,
  };
}

/** No number, no address: whom one is about to talk with, and how to be heard by them (COMMON-48). */
function shown(profile: RecipientProfile): NonNullable<PreviewView['person']> {
  const { civility, lastName, firstName, birthDate, postcode, city, helper, livesAlone, teleAlarm, impairments } =
    profile;
  return {
    lastName,
    firstName,
    impairments,
    ...(civility === undefined ? {} : { civility }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(postcode === undefined ? {} : { postcode }),
    ...(city === undefined ? {} : { city }),
    ...(helper === undefined ? {} : { helper }),
    ...(livesAlone === undefined ? {} : { livesAlone }),
    ...(teleAlarm === undefined ? {} : { teleAlarm }),
  };
}

function labelOf(disposition: Disposition | undefined): string {
  return disposition === undefined ? 'En cours' : effectOf(disposition).label;
}
