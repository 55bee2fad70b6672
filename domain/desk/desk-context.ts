import type { DeskContext, DeskDraft, DeskQuestion } from '../../contracts/desk-context.ts';
import type { CallbackRegister } from '../callback/callback-register.ts';
import { type Callback, callbacksOf } from '../callback/callbacks-of.ts';
import { noFacts } from '../callback/number-facts.ts';
import type { Content } from '../content/content.ts';
import type { Questions } from '../question/question.ts';
import { type ContactOrigin, type ContactOrigins, isOfProgramme, noteHolderOf } from './contact-origin.ts';
import { type DeskAttemptPorts, deskAttempt } from './desk-attempt.ts';
import type { DeskNote, DeskNotes } from './desk-notes.ts';
import { deskPast } from './desk-past.ts';
import { type PersonPastPorts, personPast } from './person-past.ts';

export interface DeskContextPorts {
  readonly origins: ContactOrigins;
  readonly content: Content;
  readonly notes: DeskNotes;
  readonly register: Pick<CallbackRegister, 'read'>;
  readonly questions: Pick<Questions, 'find'>;
  /** Absent where no programme has campaigns. */
  readonly attempts?: DeskAttemptPorts;
  /** Appointments and SMS. */
  readonly past?: PersonPastPorts;
}

/** All that an agent needs to know as a contact rings (COMMON-22). Undefined when the programme has no such contact. */
export async function deskContext(
  { programme, contactId, at }: { readonly programme: string; readonly contactId: string; readonly at: string },
  ports: DeskContextPorts,
): Promise<DeskContext | undefined> {
  const origin = await ports.origins(contactId);
  if (origin === undefined || !isOfProgramme(origin, programme)) {
    return undefined;
  }
  const { callId, attributes } = origin;
  const { numberKey = '', personId, knownPerson, scheme } = attributes;
  const { attempts } = ports;
  const [schemes, motives, notes, number, called, beside] = await Promise.all([
    ports.content.inForce(programme, 'schemes', at),
    ports.content.inForce(programme, 'motives', at),
    ports.notes.of(programme, noteHolderOf(origin)),
    numberKey === '' ? { facts: noFacts } : ports.register.read(programme, numberKey),
    attempts && deskAttempt(programme, origin, attempts),
    personId ? personPast(programme, personId, ports.past ?? {}) : [],
  ]);
  const mine = notes.find((note) => note.contactId === contactId);
  const labelIn = (list: readonly { readonly code: string; readonly label: string }[]) => (code: string) =>
    list.find((one) => one.code === code)?.label ?? code;
  const labels = { scheme: labelIn(schemes), motive: labelIn(motives) };
  const callback = callbackOf(origin, callbacksOf(number.facts, at));
  return {
    programme,
    contactId,
    callId,
    person: {
      ...(numberKey !== '' && { numberKey }),
      known: knownPerson === 'yes' || notes.some((note) => note.contactId !== contactId),
      ...(personId && { personId }),
      ...(called?.identity && { identity: called.identity }),
    },
    ...(scheme && { scheme }),
    schemes: schemes.map(({ code, label }) => ({ code, label })),
    motives: motives.map(({ code, label }) => ({ code, label })),
    history: deskPast(callId, contactId, notes, number.facts, labels, [...beside, ...(called?.past ?? [])]),
    questions: await questionsOf(programme, notes, ports),
    ...(callback && { callback }),
    ...(called && { attempt: called.attempt }),
    ...(mine && { draft: draftOf(mine) }),
  };
}

/** The callback that was open when this call began: this conversation answers it. */
function callbackOf({ initiatedAt, callId }: ContactOrigin, callbacks: readonly Callback[]): DeskContext['callback'] {
  const open = callbacks.find(
    ({ sources, closed }) =>
      sources[0].startedAt < initiatedAt &&
      sources[0].callId !== callId &&
      (closed === undefined || closed.at >= initiatedAt),
  );
  return open && { calls: open.sources.length, since: open.sources[0].startedAt, deadline: open.deadline };
}

/** Questions that earlier notes name, while nobody told the person the answer. */
async function questionsOf(
  programme: string,
  notes: readonly DeskNote[],
  { questions }: DeskContextPorts,
): Promise<readonly DeskQuestion[]> {
  const ids = [...new Set(notes.flatMap(({ questionId }) => (questionId === undefined ? [] : [questionId])))];
  const found = await Promise.all(ids.map((id) => questions.find(programme, id)));
  return found.flatMap((question) =>
    question === undefined || question.closed !== undefined
      ? []
      : [
          {
            questionId: question.questionId,
            text: question.text,
            openedAt: question.opened.at,
            ...(question.answered && { answer: question.answered.text }),
          },
        ],
  );
}

function draftOf({ contactId: _contact, agent: _agent, at: _at, savedAt: _saved, ...draft }: DeskNote): DeskDraft {
  return draft;
}
