import type { DeskPast } from '../../contracts/desk-context.ts';
import type { NumberFacts } from '../callback/number-facts.ts';
import type { AttemptResult, CallbackReason } from '../journal/entry.ts';
import type { DeskNote } from './desk-notes.ts';

const mostShown = 10;

const reasons: Readonly<Record<CallbackReason, string>> = {
  abandoned: 'A raccroché avant d’avoir un conseiller',
  'keep-place': 'A demandé à être rappelé',
  'closed-request': 'A demandé un rappel, service fermé',
  'queue-full': 'File d’attente pleine',
  technical: 'Coupé par un incident',
  appointment: 'Rendez-vous téléphonique',
  answer: 'À rappeler : sa question a une réponse',
};
const results: Readonly<Record<Exclude<AttemptResult, 'reached'>, string>> = {
  'no-answer': 'Rappel sans réponse',
  busy: 'Rappel : occupé',
  'invalid-number': 'Rappel : numéro non attribué',
  'abandoned-before-agent': 'Rappel : a raccroché',
  failed: 'Rappel non abouti',
  refused: 'Rappel impossible',
  indeterminate: 'Rappel : issue inconnue',
};

/** What there was with a person before this call: what agents wrote, what the register knows of their number, and what stands `beside`. Newest first. */
export function deskPast(
  callId: string,
  contactId: string,
  notes: readonly DeskNote[],
  { sources, conversations, attempts }: NumberFacts,
  labels: { readonly scheme: (code: string) => string; readonly motive: (code: string) => string },
  beside: readonly DeskPast[],
): readonly DeskPast[] {
  const written = new Set(notes.map((note) => note.contactId));
  const past: DeskPast[] = [
    ...beside,
    ...notes.filter((note) => note.contactId !== contactId).map((note) => pastOf(note, labels)),
    ...conversations
      .filter((one) => one.callId !== callId && !written.has(one.contactId))
      .map(({ talkedAt }) => ({ at: talkedAt, kind: 'conversation', what: 'A parlé à un conseiller' }) as const),
    ...sources
      .filter((one) => one.callId !== callId)
      .map(({ startedAt, reason, scheme }) => {
        return { at: startedAt, kind: 'unanswered', what: reasons[reason], scheme: labels.scheme(scheme) } as const;
      }),
    ...attempts.flatMap(({ result, contactId: rung = '', startedAt }) =>
      result === undefined || result === 'reached' || rung === contactId
        ? []
        : [{ at: startedAt, kind: 'callback', what: results[result] } as const],
    ),
  ];
  return past.sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0)).slice(0, mostShown);
}

function pastOf({ at, agent, scheme, motive, comment }: DeskNote, labels: Parameters<typeof deskPast>[4]): DeskPast {
  return {
    at,
    kind: 'conversation',
    what: 'Conversation',
    agent,
    ...(scheme !== undefined && { scheme: labels.scheme(scheme) }),
    ...(motive !== undefined && { motive: labels.motive(motive) }),
    ...(comment !== undefined && { comment }),
  };
}
