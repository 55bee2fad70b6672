/** A claim without a dial is taken up again after this long: at the next tick (a throttled dial, a crash in between). */
export const claimMs = 50_000;
/** After a dial, how long its contact record is awaited before Connect is asked; also the life of the number's lock, renewed as long as the call lives. */
export const leaseMs = 10 * 60_000;
/** A record comes within a minute or two of the end of a contact: after this long, what DescribeContact says is taken instead. */
export const recordPatienceMs = 15 * 60_000;

export function later(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}
