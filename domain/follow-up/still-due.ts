import type { FollowedPeople } from './follow-up-ports.ts';

/** Whether a person is still to be called for a moment, asked at the dial: nobody who answered meanwhile, refused or ended is rung (ARS-06, -22). */
export async function isStillDue(
  programme: string,
  moment: string,
  recipientId: string,
  followed: Pick<FollowedPeople, 'read'>,
): Promise<boolean> {
  const [person] = await followed.read(programme, [recipientId]);
  return person !== undefined && person.endedAt === undefined && person.moments[moment]?.closed === undefined;
}
