import { type Disposition, effectOf } from '../attempt/dispositions.ts';
import type { Content } from '../content/content.ts';
import type { Journal } from '../journal/journal.ts';
import { type AttemptName, attemptIdOf } from './attempt-id.ts';
import type { CampaignRegister } from './campaign-register.ts';
import { changeRecipient } from './change-recipient.ts';
import { findCycle } from './find-cycle.ts';
import { mergeAttempt } from './merge-attempt.ts';
import type { AttemptSaid } from './recipient.ts';

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
}

/** Port: questionnaires as they were passed. */
export interface PassedQuestionnaires {
  /** Whether the questionnaire of the person and cycle of this attempt is complete (REFLEX-16). */
  isComplete(programme: string, attemptId: string, at: string): Promise<boolean>;
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
  const found = await findCycle(programme, attempt, ports);
  if (found === undefined) {
    return { type: 'unknown-attempt' };
  }
  const { recipientId, n } = attempt;
  const { key, shards, rules } = found;
  const isComplete =
    disposition === 'complete' || disposition === 'helper-answered'
      ? await ports.questionnaires.isComplete(programme, attemptIdOf(attempt), at)
      : false;
  const fault = faultOf(told, isComplete);
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
  };
  const { startedAt, contactId, numberKey } = told;
  const scope = { programme, cycle: key, recipientId, shards, rules, at };
  const kept = await changeRecipient(
    scope,
    (one) => mergeAttempt(one, { n, startedAt, numberKey: numberKey ?? one.numbers[0] ?? '', contactId, said }),
    ports,
    n,
  );
  return { type: kept === undefined ? 'unknown-attempt' : 'noted' };
}

function faultOf({ disposition, at, askedFor }: DispositionTold, isComplete: boolean): string | undefined {
  if (effectOf(disposition).toldBy === 'telephone') {
    return `L’issue « ${disposition} » est constatée par le téléphone ; choisissez une issue de la liste.`;
  }
  if (disposition === 'complete' && !isComplete) {
    return 'Le questionnaire n’est pas complet : terminez-le, ou choisissez l’issue « partial » (REFLEX-16).';
  }
  if (disposition === 'call-later' && (askedFor === undefined || askedFor <= at)) {
    return `L’heure de rappel vaut ${JSON.stringify(askedFor) ?? '« absente »'} ; valeur acceptée : un instant à venir, tel que 2026-07-06T13:30:00Z.`;
  }
  return undefined;
}
