import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WatchRule } from '../../../contracts/watch.ts';
import type { JournalEntry } from '../../../domain/journal/entry.ts';
import { runWatch, type WatchPorts } from '../../../domain/watch/run-watch.ts';
import type { WatchFigures } from '../../../domain/watch/step-watch.ts';
import { noWatchState, type WatchNotice, type WatchState } from '../../../domain/watch/watch-state.ts';

const rule: WatchRule = {
  ...{ code: 'waiting', on: true, above: 5, until: 2, lastsMinutes: 10, told: ['house'], reminderHours: 3 },
};
const start = Date.parse('2025-07-04T00:00:00.000Z');
const minute = (n: number) => new Date(start + n * 60_000).toISOString();

/** A centre whose looks may stop half-way, and whose mails may fail. */
class Room {
  state: WatchState = noWatchState;
  readonly mails: WatchNotice[] = [];
  readonly journal = new Map<string, JournalEntry>();
  /** Calls of ports until one stops. */
  left = Infinity;
  fails = false;

  readonly ports: WatchPorts = {
    register: {
      read: async () => structuredClone(this.state),
      write: async (_, state) => {
        this.#breathe();
        if (state.revision !== this.state.revision + 1) return false;
        this.state = structuredClone(state);
        return true;
      },
    },
    journal: {
      append: async (entries) => {
        this.#breathe();
        for (const entry of entries) this.journal.set(entry.id, entry);
      },
    },
    mail: async (notice) => {
      this.#breathe();
      if (this.fails) throw new Error('SNS is away');
      this.mails.push(notice);
    },
    push: async () => {},
    failed: () => {},
  };

  async look(at: number, figures: WatchFigures, rules: readonly WatchRule[] = [rule]): Promise<void> {
    await runWatch({ programme: 'samps', timeZone: 'Pacific/Noumea', at: minute(at), rules, figures }, this.ports);
  }

  #breathe(): void {
    if (this.left === 0) throw new Error('the function stopped here');
    this.left -= 1;
  }
}

const waiting = (value: number): WatchFigures => ({ waiting: { value } });
const told = ({ mails }: Room) => mails.map(({ type, at }) => [type, (Date.parse(at) - start) / 60_000]);

describe('COMMON-44: what lasts is told once when it begins and once when it ends', () => {
  it('begins when it has lasted, is told again after the hours of its rule, ends when it has stayed under', async () => {
    const room = new Room();
    for (let at = 0; at <= 300; at += 5) await room.look(at, waiting(at >= 20 && at < 260 ? 9 : 0));
    expect(told(room)).toEqual([
      ['began', 30],
      ['reminder', 210],
      ['ended', 270],
    ]);
    expect([...room.journal.values()].map(({ id, day }) => [id.split('#').at(-1), day])).toEqual([
      ['began', '2025-07-04'],
      ['ended', '2025-07-04'],
    ]);
    expect(room.state.ended).toHaveLength(1);
  });

  it('does not flap between its two thresholds, nor at a short rise or fall', async () => {
    const room = new Room();
    const values = [9, 0, 9, 9, 0, 9, 9, 9, 3, 6, 4, 9, 0, 3, 9, 0, 0, 0];
    for (const [index, value] of values.entries()) await room.look(index * 5, waiting(value));
    expect(told(room)).toEqual([
      ['began', 35],
      ['ended', 85],
    ]);
  });

  it('stays as it was while the figure cannot be read, and is over at once when it says nothing any more', async () => {
    const room = new Room();
    await room.look(0, waiting(9));
    await room.look(5, {});
    await room.look(10, waiting(9));
    await room.look(15, {});
    await room.look(20, { waiting: null });
    expect(told(room)).toEqual([
      ['began', 10],
      ['ended', 20],
    ]);
  });

  it('says nothing of a rate of too few calls, nor of a rule that is off', async () => {
    const room = new Room();
    const rate: WatchRule = { ...rule, code: 'closing-rate', above: 0, until: -1, lastsMinutes: 0, least: 30 };
    await room.look(0, { 'closing-rate': { value: 20, of: 29 } }, [rate]);
    await room.look(5, { 'closing-rate': { value: 20, of: 30 } }, [{ ...rate, on: false }]);
    expect(room.mails).toEqual([]);
    await room.look(10, { 'closing-rate': { value: 20, of: 30 } }, [rate]);
    await room.look(15, { 'closing-rate': { value: 20, of: 40 } }, [{ ...rate, on: false }]);
    expect(told(room)).toEqual([
      ['began', 10],
      ['ended', 15],
    ]);
  });

  it('mails again what failed, and nothing to nobody', async () => {
    const room = new Room();
    room.fails = true;
    await room.look(0, waiting(9), [{ ...rule, lastsMinutes: 0 }]);
    room.fails = false;
    await room.look(5, waiting(9), [{ ...rule, lastsMinutes: 0 }]);
    await room.look(10, waiting(9), [{ ...rule, lastsMinutes: 0 }]);
    expect(told(room)).toEqual([['began', 0]]);
    const silent = new Room();
    await silent.look(0, waiting(9), [{ ...rule, lastsMinutes: 0, told: [] }]);
    expect(silent.mails).toEqual([]);
    expect(silent.journal.size).toBe(1);
  });

  it('is never told twice, whatever is late, doubled, at once or stopped half-way', async () => {
    const look = fc.record({
      minutes: fc.integer({ min: -10, max: 30 }),
      value: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
      copies: fc.integer({ min: 1, max: 3 }),
      left: fc.oneof({ weight: 3, arbitrary: fc.constant(Infinity) }, fc.integer({ min: 0, max: 4 })),
      fails: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(look, { maxLength: 60 }), async (looks) => {
        const room = new Room();
        let at = 60;
        for (const { minutes, value, copies, left, fails } of looks) {
          at = Math.max(0, at + minutes);
          Object.assign(room, { left, fails });
          const figures = value === undefined ? {} : waiting(value);
          await Promise.allSettled(Array.from({ length: copies }, () => room.look(at, figures)));
        }
        Object.assign(room, { left: Infinity, fails: false });
        await room.look(at + 10, {});
        const ids = room.mails.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const changes = [...room.journal.keys()];
        const began = changes.filter((id) => id.endsWith('#began')).length;
        const ended = changes.filter((id) => id.endsWith('#ended')).length;
        expect(began - ended).toBe(room.state.rules.waiting?.episode === undefined ? 0 : 1);
        expect(room.state.pending).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
