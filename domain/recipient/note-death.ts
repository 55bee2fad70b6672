import type { RecipientRegister } from './recipient-register.ts';

export interface DeathTold {
  readonly programme: string;
  readonly recipientId: string;
  /** Call in which it was said: what a later word on the same call takes back. */
  readonly attemptId: string;
  readonly deceased: boolean;
  /** Greater than 1: an earlier word on this call is corrected. */
  readonly revision: number;
  /** ISO instant; user name of the agent. */
  readonly at: string;
  readonly by: string;
}

/**
 * Whom an agent says is dead leaves the register at once, for every campaign to come (REFLEX-22); an agent who was mistaken, and corrects their word on the
 * same call, brings them back. Fake people of exercises are not registered: nothing happens.
 */
export async function noteDeath(
  { programme, recipientId, attemptId, deceased, revision, at, by }: DeathTold,
  register: Pick<RecipientRegister, 'find' | 'leave' | 'stay'>,
): Promise<void> {
  if (!deceased) {
    if (revision > 1) {
      await register.stay(programme, recipientId, attemptId);
    }
    return;
  }
  if ((await register.find(programme, recipientId)) !== undefined) {
    await register.leave(programme, { recipientId, why: 'deceased', at, by, attemptId });
  }
}
