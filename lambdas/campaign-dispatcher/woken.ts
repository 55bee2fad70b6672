/** What a dispatcher is to do for one programme. */
export interface Woken {
  readonly programme: string;
  readonly kind: 'tick' | 'wake';
}

/**
 * Reads why the dispatcher runs: the minute's schedule, or messages of its own queue, to which contacts that end send too, since they may free an agent.
 * Throws naming what is not accepted.
 */
export function woken(event: unknown, programmes: readonly string[]): readonly Woken[] {
  const fields = membersOf(event);
  if ('schedule' in fields) {
    return [{ programme: known(fields['programme'], programmes), kind: 'tick' }];
  }
  const records: unknown = fields['Records'];
  if (!Array.isArray(records)) {
    throw new Error(`Woken by ${JSON.stringify(event)}; accepted: a schedule's tick, or messages of the queue`);
  }
  const orders = records.map((record: unknown) => {
    const { body } = membersOf(record);
    const order = membersOf(typeof body === 'string' ? JSON.parse(body) : undefined);
    const programme = known(order['programme'], programmes);
    return { programme, kind: order['kind'] === 'tick' ? ('tick' as const) : ('wake' as const) };
  });
  // Several messages for one programme are one run; a tick does all that a wake does.
  return [...new Set(orders.map(({ programme }) => programme))].map((programme) => ({
    programme,
    kind: orders.some((order) => order.programme === programme && order.kind === 'tick') ? 'tick' : 'wake',
  }));
}

function known(programme: unknown, programmes: readonly string[]): string {
  if (typeof programme !== 'string' || !programmes.includes(programme)) {
    throw new Error(`Woken for programme ${JSON.stringify(programme)}; accepted: ${programmes.join(', ')}`);
  }
  return programme;
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
