import { localDay } from '../calendar/local-time.ts';
import type { CallbackRegister } from '../callback/callback-register.ts';
import { callbackIdOf } from '../callback/callbacks-of.ts';
import { callbackDeadline } from '../callback/deadline.ts';
import { learn } from '../callback/learn.ts';
import { noFacts } from '../callback/number-facts.ts';
import type { Content } from '../content/content.ts';
import type { Question } from './question.ts';

const prefix = 'rep-';

/** Whether a callback was made to tell the answer to a question. */
export function isAnswerCall(callbackId: string): boolean {
  return callbackId.startsWith(callbackIdOf(prefix));
}

/**
 * Asks the dispatcher of callbacks to ring the person who waits for an answer (SAMPS-23), by the rules of callbacks from the day of the answer on. Asked
 * again, it is the same call. Whoever rings before is told then: their conversation answers it. Nothing where they did not wish to be called.
 */
export async function callWithAnswer(
  programme: string,
  { questionId, scheme, numberKey, answered }: Question,
  { register, content }: { readonly register: CallbackRegister; readonly content: Content },
): Promise<void> {
  if (numberKey === undefined || answered === undefined) {
    return;
  }
  const { at } = answered;
  const [calendar, callbackPolicy] = await Promise.all([
    content.inForce(programme, 'calendar', at),
    content.inForce(programme, 'callbackPolicy', at),
  ]);
  const day = localDay(calendar.timeZone, at);
  const source = {
    callId: `${prefix}${questionId}`,
    startedAt: at,
    endedAt: at,
    day,
    scheme,
    reason: 'answer',
    deadline: callbackDeadline(calendar, day, callbackPolicy.deadlineOpenDays) ?? at,
    maxAttempts: callbackPolicy.maxAttempts,
    certainty: 'recorded',
    revision: '',
  } as const;
  await learn(register, programme, numberKey, { ...noFacts, sources: [source] }, { calendar, callbackPolicy });
}
