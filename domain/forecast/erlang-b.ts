/**
 * Erlang B: share of calls that find all `agents` busy when nobody waits, for a `load` in erlangs (arrivals a second × handling seconds). By the
 * recurrence B(n) = a·B(n−1) / (n + a·B(n−1)), which stays between 0 and 1 whatever the size. Throws when a figure makes no sense.
 */
export function erlangB(agents: number, load: number): number {
  if (!Number.isInteger(agents) || agents < 0) {
    throw new Error(`${agents} agents; accepted: a whole number, 0 or more`);
  }
  if (!(load >= 0) || !Number.isFinite(load)) {
    throw new Error(`A load of ${load} erlangs; accepted: 0 or more`);
  }
  let blocking = 1;
  for (let n = 1; n <= agents && blocking > 0; n += 1) {
    blocking = (load * blocking) / (n + load * blocking);
  }
  return load === 0 && agents > 0 ? 0 : blocking;
}
