import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingAt } from '../../../domain/calendar/opening.ts';
import type { ContactRecord } from '../../../domain/call/contact-record.ts';
import type { DescribedContact } from '../../../domain/call/contacts.ts';
import { callbacksOf } from '../../../domain/callback/callbacks-of.ts';
import type { DialOrder, DialOutcome } from '../../../domain/callback/dialler.ts';
import { type DispatchReport, dispatch } from '../../../domain/callback/dispatch.ts';
import type { DispatchPorts } from '../../../domain/callback/dispatch-context.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { fileOne } from '../../support/calls/file-one.ts';
import {
  MemoryContacts,
  MemoryContent,
  MemoryJournal,
  MemoryRegister,
  memoryPeople,
} from '../../support/calls/memory-ports.ts';
import { answered, at, instanceArn, record } from '../../support/calls/records.ts';

type Ending = 'reached' | 'no-answer' | 'busy' | 'refused' | 'throttled';
interface Dial {
  readonly number: string;
  readonly second: number;
  readonly attemptId: string;
  readonly contactId: string;
  readonly endsAt: number;
}

/** Connect as far as callbacks see it: dials by token, ends calls, and sends their records some seconds later. */
class World {
  second = 0;
  agents = 3;
  waiting = 0;
  voiceReach: Record<string, 'confirmed' | 'unconfirmed'> = { '+687': 'confirmed' };
  /** How dials end, in order; then `no-answer`. */
  endings: Ending[] = [];
  /** Port calls that fail, once each. */
  crashes = new Set<number>();
  readonly dials: Dial[] = [];
  readonly journal = new MemoryJournal();
  readonly register = new MemoryRegister();
  readonly contacts = new MemoryContacts();
  readonly people = memoryPeople();
  readonly #records: { readonly second: number; readonly record: ContactRecord }[] = [];
  readonly #turns = new Map<string, { readonly owner: string; readonly at: string }>();
  #calls = 0;

  readonly #ports: DispatchPorts = {
    register: this.register,
    lock: this.register,
    journal: this.journal,
    content: new MemoryContent(),
    people: this.people.people,
    contacts: { describe: async (id) => this.#describe(id) },
    queues: { now: async () => ({ agentsAvailable: this.agents, contactsWaiting: this.waiting }) },
    dialler: { dial: async (order) => this.#dial(order) },
    turn: {
      take: async (programme, owner, now) => {
        const last = this.#turns.get(programme);
        const free = last === undefined || last.owner === owner || Date.parse(now) - Date.parse(last.at) > 3000;
        if (free) {
          this.#turns.set(programme, { owner, at: now });
        }
        return free;
      },
    },
  };

  async abandon(number: string, second: number): Promise<void> {
    this.people.numbers.set(keyOf(number), number);
    await this.file(record(`u${number}-${second}`, second, second + 60, { numberKey: keyOf(number) }));
  }

  async file(one: ContactRecord): Promise<void> {
    await fileOne(one, {
      ...this.people,
      ...{ journal: this.journal, register: this.register, lock: this.register, contacts: this.contacts },
      content: new MemoryContent(),
    });
  }

  /** One tick; a crash is a failed invocation, run again as Lambda would. */
  async tick(second: number, owner = `tick-${second}`): Promise<DispatchReport | undefined> {
    this.second = second;
    for (const due of this.#records.filter((one) => one.second <= second)) {
      this.#records.splice(this.#records.indexOf(due), 1);
      await this.file(due.record);
    }
    const run = { programme: 'samps', at: at(second), owner, voiceReach: this.voiceReach };
    for (let tries = 0; tries < 3; tries += 1) {
      const report = await dispatch(
        run,
        crashing(this.#ports, () => this.#crash()),
      ).catch(() => undefined);
      if (report !== undefined) {
        return report;
      }
    }
    return undefined;
  }

  async day(from: number, to: number): Promise<void> {
    for (let second = from; second < to; second += 60) {
      await this.tick(second);
    }
  }

  callbacks(asOf = at(30 * 86_400)) {
    return [...this.register.items.values()].flatMap(({ facts }) => callbacksOf(facts, asOf));
  }

  #crash(): boolean {
    this.#calls += 1;
    return this.crashes.delete(this.#calls);
  }

  #dial({ token, e164 }: DialOrder): DialOutcome {
    const known = this.dials.find(({ attemptId }) => attemptId === token);
    if (known !== undefined) {
      return { type: 'dialled', contactId: known.contactId };
    }
    const ending = this.endings.shift() ?? 'no-answer';
    if (ending === 'throttled' || ending === 'refused') {
      return { type: ending };
    }
    const { second } = this;
    const length = ending === 'reached' ? 240 : ending === 'busy' ? 3 : 30;
    const contactId = `dial-${token}`;
    const reason = { reached: 'AGENT_DISCONNECT', busy: 'TELECOM_BUSY', 'no-answer': 'TELECOM_UNANSWERED' }[ending];
    this.dials.push({ number: e164, second, attemptId: token, contactId, endsAt: second + length });
    const sent: ContactRecord = {
      ...record(contactId, second, second + length, {
        initiation: 'API',
        disconnectReason: reason,
        numberKey: keyOf(e164),
        attributes: { attemptId: token, callbackId: token.replace(/-\d+$/, '') },
        ...(ending === 'reached' ? { ...answered(second + 20), connectedAt: at(second + 15) } : {}),
      }),
      instanceArn,
    };
    this.#records.push({ second: second + length + 45, record: sent });
    return { type: 'dialled', contactId };
  }

  #describe(contactId: string): DescribedContact | undefined {
    const dial = this.dials.find((one) => one.contactId === contactId);
    return dial && { contactId, initialContactId: contactId, initiation: 'API', initiatedAt: at(dial.second) };
  }
}

function keyOf(number: string): string {
  return `key${number.slice(-4)}`;
}

/** The same ports; a call fails when `crash` says so, alternately before and after taking effect. */
function crashing(ports: DispatchPorts, crash: () => boolean): DispatchPorts {
  let before = false;
  const wrap = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        return typeof value !== 'function'
          ? value
          : async (...given: unknown[]) => {
              const fails = crash();
              before = fails ? !before : before;
              if (fails && before) throw new Error('crash before');
              const answer: unknown = await Reflect.apply(value, target, given);
              if (fails) throw new Error('crash after');
              return answer;
            };
      },
    });
  return {
    ...ports,
    register: wrap(ports.register),
    lock: wrap(ports.lock),
    journal: wrap(ports.journal),
    dialler: wrap(ports.dialler),
  };
}

const ada = '+687250001';
const bea = '+687250002';
/** 14:00 in Nouméa; closing is at 16:00, two hours later. */
const afternoon = 3 * 3600;
const closing = 5 * 3600;
/** Monday 7 July 07:30 and 16:00 in Nouméa. */
const mondayOpens = 3 * 86_400 - 3.5 * 3600;
const mondayCloses = 3 * 86_400 + 5 * 3600;

describe('the dispatcher of callbacks', () => {
  it('SAMPS-04: dials the oldest first, as many as agents are free', async () => {
    const world = new World();
    await world.abandon(bea, 600);
    await world.abandon(ada, 0);
    await world.abandon('+687250003', 900);
    world.agents = 2;
    await world.tick(1200);
    expect(world.dials.map(({ number }) => number)).toEqual([ada, bea]);
    await world.tick(1203);
    expect(world.dials).toHaveLength(2);
  });

  it('SAMPS-04 (c): not reached, tries again an hour later, three times in all, then is not reached', async () => {
    const world = new World();
    await world.abandon(ada, 0);
    await world.day(120, closing + 3600);
    const ends = world.dials.map(({ second }) => second);
    expect(world.dials.map(({ attemptId }) => attemptId)).toEqual([1, 2, 3].map((n) => `cb-u${ada}-0-${n}`));
    expect(ends.slice(1).every((second, n) => second - (ends[n] ?? 0) >= 3600)).toBe(true);
    expect(world.callbacks()).toMatchObject([{ closed: { resolution: 'not-reached' } }]);
    const attempts = world.journal
      .all()
      .filter((entry) => entry.kind === 'callback' && entry.change.type === 'attempt');
    expect(attempts).toHaveLength(3);
    expect(world.register.locks.size).toBe(0);
  });

  it('SAMPS-34: dials nobody while closed, and goes on at the next opening', async () => {
    const world = new World();
    await world.abandon(ada, closing - 90);
    world.agents = 0;
    await world.day(closing - 60, closing);
    world.agents = 3;
    await world.day(closing, closing + 3600);
    await world.tick(2 * 86_400);
    expect(world.dials).toEqual([]);
    await world.tick(mondayOpens);
    expect(world.dials).toHaveLength(1);
  });

  it('SAMPS-04: is not reached at the close of the next open day, and dialled no more', async () => {
    const world = new World();
    await world.abandon(ada, afternoon);
    world.agents = 0;
    await world.day(mondayCloses - 300, mondayCloses);
    world.agents = 3;
    await world.tick(mondayCloses + 15.5 * 3600);
    expect(world.dials).toEqual([]);
    expect(world.callbacks()[0]?.closed).toMatchObject({ resolution: 'not-reached', at: at(mondayCloses) });
    expect([...world.register.items.values()][0]?.next).toBeUndefined();
  });

  it('counts a callback as overdue after four hours of opening, the night not counted', async () => {
    const world = new World();
    world.agents = 0;
    await world.abandon(ada, closing - 3600);
    expect(await world.tick(mondayOpens + 3 * 3600)).toMatchObject({ overdue: 0 });
    expect(await world.tick(mondayOpens + 3.1 * 3600)).toMatchObject({ overdue: 1 });
  });

  it('dials nobody while callers wait', async () => {
    const world = new World();
    await world.abandon(ada, 0);
    world.waiting = 1;
    await world.tick(120);
    expect(world.dials).toEqual([]);
  });

  it('a throttled dial goes on at the next tick as the same attempt', async () => {
    const world = new World();
    world.endings = ['throttled'];
    await world.abandon(ada, 0);
    await world.abandon(bea, 60);
    await world.tick(180);
    expect(world.dials).toEqual([]);
    await world.tick(240);
    expect(world.dials.map(({ attemptId }) => attemptId)).toEqual([`cb-u${ada}-0-1`, `cb-u${bea}-60-1`]);
  });

  it('a number that Connect may not dial is closed as not dialable', async () => {
    const world = new World();
    world.endings = ['refused'];
    await world.abandon(ada, 0);
    await world.day(120, closing);
    expect(world.dials).toEqual([]);
    expect(world.callbacks()[0]?.closed).toMatchObject({ resolution: 'not-dialable' });
  });

  it('a number whose voice reach is not confirmed is left to a person, never dialled', async () => {
    const world = new World();
    world.voiceReach = { '+687': 'unconfirmed' };
    await world.abandon(ada, 0);
    await world.day(120, closing);
    expect(world.dials).toEqual([]);
    expect([...world.register.items.values()][0]?.facts.channel).toBe('manual');
  });

  it('SAMPS-04 (b): a person spoken to in between is not dialled', async () => {
    const world = new World();
    await world.abandon(ada, 0);
    await world.file(record('a', 90, 300, { numberKey: keyOf(ada), ...answered(100) }));
    await world.day(360, closing);
    expect(world.dials).toEqual([]);
  });

  it('a number held by another dial is left alone until its lease runs out', async () => {
    const world = new World();
    await world.abandon(ada, 0);
    await world.register.acquire(keyOf(ada), 'campaign', at(900), at(0));
    await world.tick(120);
    expect(world.dials).toEqual([]);
    await world.tick(901);
    expect(world.dials).toHaveLength(1);
  });
});

describe('COMMON-38: the attempt policy, whatever happens', () => {
  const scenario = fc.record({
    calls: fc.array(fc.tuple(fc.constantFrom(ada, bea), fc.integer({ min: 0, max: closing - 120 })), {
      minLength: 1,
      maxLength: 6,
    }),
    endings: fc.array(fc.constantFrom<Ending>('reached', 'no-answer', 'busy', 'throttled'), { maxLength: 10 }),
    crashes: fc.uniqueArray(fc.integer({ min: 1, max: 120 }), { maxLength: 10 }),
    agents: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 5 }),
  });

  it('loses nobody and harasses nobody', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ calls, endings, crashes, agents }) => {
        const world = new World();
        world.endings = [...endings];
        world.crashes = new Set(crashes);
        const pending = calls.toSorted(([, a], [, b]) => a - b);
        const play = async (from: number, to: number) => {
          for (let second = from; second < to; second += 60) {
            for (const [number, start] of pending.splice(
              0,
              pending.findIndex(([, call]) => call + 90 > second) >>> 0,
            )) {
              await world.abandon(number, start);
            }
            world.agents = agents[Math.floor(second / 60) % agents.length] ?? 0;
            const before = world.dials.length;
            await world.tick(second);
            expect(world.dials.length - before).toBeLessThanOrEqual(world.agents + 2);
          }
        };
        await play(0, closing + 600);
        await play(mondayOpens, mondayCloses + 600);
        const days = world.dials.map(({ second }) => openingAt(samps.calendar, at(second)).state);
        expect(days.every((state) => state === 'open')).toBe(true);
        for (const number of [ada, bea]) {
          const dials = world.dials.filter((dial) => dial.number === number);
          for (const [n, dial] of dials.entries()) {
            const last = dials[n - 1];
            const same = last?.attemptId.slice(0, -1) === dial.attemptId.slice(0, -1);
            expect(last === undefined || dial.second >= last.endsAt + (same ? 3600 : 0)).toBe(true);
          }
        }
        const callbacks = world.callbacks(at(mondayCloses));
        expect(callbacks.flatMap(({ sources }) => sources)).toHaveLength(new Set(calls.map(String)).size);
        expect(callbacks.every(({ closed, attempts }) => closed !== undefined && attempts.length <= 3)).toBe(true);
        expect(new Set(callbacks.flatMap(({ attempts }) => attempts.map(({ id }) => id))).size).toBeGreaterThanOrEqual(
          world.dials.length,
        );
      }),
      { numRuns: 40 },
    );
  });
});
