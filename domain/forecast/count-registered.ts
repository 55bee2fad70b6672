import type { Register } from '../recipient/register.ts';

/** People in force at `at`, and those of them who may be called. */
export async function countRegistered(
  programme: string,
  at: string,
  register: Pick<Register, 'inForce'>,
): Promise<{ readonly loaded: number; readonly callable: number }> {
  let [loaded, callable] = [0, 0];
  for await (const { numberKeys, channel, absentUntil, deceased } of register.inForce(programme, at)) {
    loaded += 1;
    const isAway = absentUntil !== undefined && absentUntil > at;
    callable += numberKeys.length > 0 && channel === 'voice' && !isAway && deceased !== true ? 1 : 0;
  }
  return { loaded, callable };
}
