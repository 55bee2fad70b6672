import { membersOf } from '../../domain/question/question-form.ts';

/** One run to make. `chain` is absent for a tick. */
export interface Woken {
  readonly programme: string;
  readonly chain?: number;
}

/** Reads why the dispatcher runs: the minute's schedule, or messages of its own queue. Throws naming a programme that sends no messages. */
export function woken(event: unknown, programmes: readonly string[]): readonly Woken[] {
  const fields = membersOf(event);
  if (fields['schedule'] === 'message-tick') {
    return [{ programme: known(fields['programme'], programmes) }];
  }
  const records: unknown = fields['Records'];
  if (!Array.isArray(records)) {
    throw new Error('Woken by an event of another kind; accepted: the schedule message-tick, or messages of the queue');
  }
  const orders = records.map((record: unknown) => {
    const { body } = membersOf(record);
    const { programme, chain } = membersOf(typeof body === 'string' ? JSON.parse(body) : undefined);
    if (typeof chain !== 'number') {
      throw new Error(`A wake names chain ${JSON.stringify(chain)}; accepted: a number`);
    }
    return { programme: known(programme, programmes), chain };
  });
  // Several wakes of one chain are one run.
  return [...new Map(orders.map((order) => [`${order.programme} ${order.chain}`, order])).values()];
}

function known(programme: unknown, programmes: readonly string[]): string {
  if (typeof programme !== 'string' || !programmes.includes(programme)) {
    throw new Error(`Woken for programme ${JSON.stringify(programme)}; accepted: ${programmes.join(', ')}`);
  }
  return programme;
}
