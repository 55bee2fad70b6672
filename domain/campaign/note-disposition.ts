import { type Disposition, effectOf } from '../attempt/dispositions.ts';
import type { Content } from '../content/content.ts';
import type { Journal } from '../journal/journal.ts';
import { type AttemptName, attemptIdOf } from './attempt-id.ts';
import type { CampaignRegister } from './campaign-register.ts';
import type { CampaignType } from './campaign-type.ts';
import { changeRecipient } from './change-recipient.ts';
import { findCycle } from './find-cycle.ts';
import { isSameAttempt, mergeAttempt, type ToldAttempt } from './merge-attempt.ts';
import type { AttemptSaid, Recipient } from './recipient.ts';

/** What came of an attempt, in the agent's words (REFLEX-22). Instants are ISO UTC. */
export interface DispositionTold {
  readonly programme: string;
  readonly attempt: AttemptName;
  readonly contactId: string;
  /** When the contact began. */
  readonly startedAt: string;
  readonly numberKey?: string;
  readonly disposition: Disposition;
  readonly revision: number;
  readonly agent: string;
  /** When the agent said it. */
  readonly at: string;
  readonly askedFor?: string;
  readonly absentUntil?: string;
  /** With a script: what the person will do, of its closed list. */
  readonly outcome?: string;
}

export interface Passed {
  readonly complete: boolean;
  readonly callback: boolean;
}

/** Port: questionnaires as they were passed. */
export interface PassedQuestionnaires {
  /** Of the person and cycle of this attempt: whether it is complete (REFLEX-16), and whether by it another call was promised. */
  passed(programme: string, attemptId: string, at: string): Promise<Passed>;
}

export interface NoteDispositionPorts {
  readonly campaigns: CampaignRegister;
  readonly content: Content;
  readonly journal: Pick<Journal, 'append'>;
  readonly questionnaires: PassedQuestionnaires;
}

export type DispositionAnswer =
  | { readonly type: 'noted' }
  | { readonly type: 'unknown-attempt' }
  /** Why, in French as the agent reads it. */
  | { readonly type: 'refused'; readonly fault: string };

/** Writes down the disposition of an attempt. Sent again, it changes nothing; a greater revision corrects it. */
export async function noteDisposition(told: DispositionTold, ports: NoteDispositionPorts): Promise<DispositionAnswer> {
  const { programme, attempt, disposition, at, askedFor, absentUntil } = told;
  const found = await findCycle(programme, attempt, ports, at);
  if (found === undefined) {
    return { type: 'unknown-attempt' };
  }
  const { recipientId, n } = attempt;
  const { key, shards, rules, type } = found;
  const closing =
    disposition === 'complete' || disposition === 'helper-answered'
      ? await closingOf(told, type, ports)
      : { complete: false, callback: false };
  const { complete: isComplete, callback } = closing;
  const fault = faultOf(told, closing);
  if (fault !== undefined) {
    return { type: 'refused', fault };
  }
  const said: AttemptSaid = {
    disposition,
    at,
    agent: told.agent,
    revision: told.revision,
    ...(askedFor === undefined ? {} : { askedFor }),
    ...(absentUntil === undefined ? {} : { absentUntil }),
    ...(disposition === 'helper-answered' ? { complete: isComplete } : {}),
    ...(isComplete && told.outcome !== undefined ? { outcome: told.outcome } : {}),
  };
  const isPromised = isComplete && callback && rules.policy.promisedCall !== undefined;
  const { startedAt, contactId, numberKey } = told;
  const scope = { programme, cycle: key, recipientId, shards, rules, at };
  const kept = await changeRecipient(
    scope,
    (one) =>
      mergeAttempt(one, {
        ...{ n, startedAt, numberKey: numberKey ?? one.numbers[0] ?? '', contactId },
        said: isPromised && !wasPromised(one, { n, contactId }) ? { ...said, callback: true } : said,
      }),
    ports,
    { n, contactId },
  );
  return { type: kept === undefined ? 'unknown-attempt' : 'noted' };
}

/** The call that was promised is this one, or one before: it promises no other. */
function wasPromised({ attempts }: Recipient, told: Pick<ToldAttempt, 'n' | 'contactId'>): boolean {
  return attempts.some((one) => !isSameAttempt(one, told) && one.said?.callback === true);
}

interface Closing extends Passed {
  /** Codes of the script's list: one of them makes the call complete. */
  readonly outcomes?: readonly string[];
}

/** What a call must have come to before it is complete: a questionnaire passed to its end, or an outcome of the script. */
async function closingOf(
  { programme, attempt, at, outcome }: DispositionTold,
  { questionnaire, script }: Pick<CampaignType, 'questionnaire' | 'script'>,
  { questionnaires, content }: NoteDispositionPorts,
): Promise<Closing> {
  if (questionnaire !== undefined) {
    return await questionnaires.passed(programme, attemptIdOf(attempt), at);
  }
  if (script === undefined) {
    return { complete: true, callback: false };
  }
  const scripts = await content.inForce(programme, 'scripts', at);
  const outcomes = scripts.find(({ id }) => id === script)?.outcomes.map(({ code }) => code) ?? [];
  return { complete: outcome !== undefined && outcomes.includes(outcome), callback: false, outcomes };
}

function faultOf(
  { disposition, at, askedFor, outcome }: DispositionTold,
  { complete: isComplete, outcomes }: Closing,
): string | undefined {
  if (effectOf(disposition).toldBy === 'telephone') {
    return `L’issue « ${disposition} » est constatée par le téléphone ; choisissez une issue de la liste.`;
  }
  if (outcomes !== undefined && !isComplete && (disposition === 'complete' || outcome !== undefined)) {
    return `Ce que la personne va faire vaut ${JSON.stringify(outcome) ?? '« absent »'} ; valeurs acceptées : ${outcomes.join(', ')}.`;
  }
  if (disposition === 'complete' && !isComplete) {
    return 'Le questionnaire n’est pas complet : terminez-le, ou choisissez l’issue « partial » (REFLEX-16).';
  }
  if (disposition === 'call-later' && (askedFor === undefined || askedFor <= at)) {
    return `L’heure de rappel vaut ${JSON.stringify(askedFor) ?? '« absente »'} ; valeur acceptée : un instant à venir, tel que 2026-07-06T13:30:00Z.`;
  }
  return undefined;
}
