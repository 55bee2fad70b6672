import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContactRecord } from '../../../domain/call/contact-record.ts';
import type { FileContactRecordPorts } from '../../../domain/call/file-contact-record.ts';
import { fileContactRecords } from '../../../domain/call/file-contact-records.ts';
import { callbackHistory } from '../../../domain/callback/callback-history.ts';
import { canonicalJson } from '../../../domain/callback/canonical-json.ts';
import type { CallbackEntry } from '../../../domain/journal/entry.ts';
import { fileOne } from '../../support/calls/file-one.ts';
import {
  keyOf,
  MemoryContacts,
  MemoryContent,
  MemoryJournal,
  MemoryRegister,
  memoryPeople,
} from '../../support/calls/memory-ports.ts';
import { answered, at, record } from '../../support/calls/records.ts';

/** End of the next open day, Monday 7 July at 16:00. */
const monday = '2025-07-07T05:00:00.000Z';

function world() {
  const journal = new MemoryJournal();
  const register = new MemoryRegister();
  const contacts = new MemoryContacts();
  const content = new MemoryContent();
  const people = memoryPeople();
  const ports: FileContactRecordPorts = { ...people, journal, register, lock: register, contacts, content };
  const file = async (...records: readonly ContactRecord[]) => {
    for (const one of records) {
      await fileOne(one, ports);
    }
  };
  const callbacks = (asOf = at(86_400)) => {
    const entries = journal.all().filter((entry): entry is CallbackEntry => entry.kind === 'callback');
    return callbackHistory(entries, asOf);
  };
  return { journal, register, contacts, people, ports, file, callbacks };
}

const changes = (entries: readonly CallbackEntry[]) => entries.map(({ change }) => change.type);

describe('what contact records say of callbacks', () => {
  it('SAMPS-04 (a): three abandoned calls of one number in 20 minutes make one callback with three source calls', async () => {
    const { file, callbacks, register } = world();
    await file(record('u1', 0, 60), record('u2', 600, 650), record('u3', 1100, 1180));
    expect(changes(callbacks())).toEqual(['created', 'source-added', 'source-added']);
    expect(new Set(callbacks().map(({ callbackId }) => callbackId))).toEqual(new Set(['cb-u1']));
    expect(register.items.get('samps K1')?.next).toMatchObject({ type: 'dial', at: at(60), callbackId: 'cb-u1' });
  });

  it('SAMPS-04 (b): a call answered before the callback closes it, and nothing is due any more', async () => {
    const { file, callbacks, register } = world();
    await file(record('u1', 0, 60), record('a1', 600, 900, answered(640)));
    const closed = callbacks().at(-1);
    expect(closed).toMatchObject({ time: at(640), change: { type: 'closed', resolution: 'answered-inbound' } });
    expect(register.items.get('samps K1')?.next).toBeUndefined();
  });

  it('SAMPS-04 (b): the same when the record of the answered call comes first', async () => {
    const { file, callbacks, register } = world();
    await file(record('a1', 600, 900, answered(640)), record('u1', 0, 60));
    expect(changes(callbacks())).toEqual(['created', 'closed']);
    expect(register.items.get('samps K1')?.next).toBeUndefined();
  });

  it('SAMPS-04: a call after the conversation opens another callback, even when learnt before it', async () => {
    const { file, callbacks } = world();
    await file(record('u1', 0, 60), record('u2', 2000, 2060), record('a1', 600, 900, answered(640)));
    expect(callbacks().map(({ callbackId, change }) => `${callbackId} ${change.type}`)).toEqual([
      'cb-u1 created',
      'cb-u1 closed',
      'cb-u2 created',
    ]);
  });

  it('SAMPS-10: a caller out of hours is called back at the next opening only when they asked', async () => {
    const { file, register } = world();
    const saturday = 20 * 3600;
    const closed = { queue: undefined, attributes: { opening: 'closed', openingReason: 'weekend' } } as const;
    await file(
      record('c1', saturday, saturday + 30, { ...closed, numberKey: 'K2' } as unknown as Partial<ContactRecord>),
    );
    expect(register.items.size).toBe(0);
    const asked = { ...closed.attributes, callbackRequested: 'closed' };
    await file(record('c2', saturday, saturday + 30, { attributes: asked } as Partial<ContactRecord>));
    expect(register.items.get('samps K1')?.next).toMatchObject({ type: 'dial', at: '2025-07-06T20:30:00.000Z' });
  });

  it('SAMPS-11: a call at 20:45 UTC on the 3rd is filed on the 4th of July', async () => {
    const { file, journal } = world();
    await file(record('u1', -3 * 3600 - 900, -3 * 3600 - 800));
    expect(journal.all().map(({ day }) => day)).toEqual(['2025-07-04', '2025-07-04']);
  });

  it('files a transferred segment under the day of its first contact, and the call counts as answered once', async () => {
    const { file, journal, contacts, callbacks } = world();
    const root = record('r', 0, 300, { ...answered(30), nextContactId: 't' });
    contacts.known.set('r', { contactId: 'r', initialContactId: 'r', initiation: 'INBOUND', initiatedAt: at(0) });
    const transfer = record('t', 300, 400, { initialContactId: 'r', previousContactId: 'r', initiation: 'TRANSFER' });
    await file(transfer, root);
    expect(journal.all().every(({ day }) => day === '2025-07-04')).toBe(true);
    expect(callbacks()).toEqual([]);
  });

  it('keeps a place: the native callback is the first attempt, and is stopped when the person is answered before', async () => {
    const { file, callbacks, contacts, register } = world();
    const asked = { callbackRequested: 'keep-place' };
    contacts.known.set('k', { contactId: 'k', initialContactId: 'u', initiation: 'CALLBACK', initiatedAt: at(90) });
    await file(record('u', 0, 90, { nextContactId: 'k', attributes: asked } as Partial<ContactRecord>));
    expect(register.items.get('samps K1')?.next?.type).toBe('check');
    await file(record('a', 200, 400, answered(230)));
    expect(contacts.stopped).toEqual(['k']);
    expect(callbacks().at(-1)?.change).toEqual({ type: 'closed', resolution: 'answered-inbound' });
  });

  it('keeps a place: an agent ready before the caller hangs up has reached them when they answer, not before', async () => {
    const { file, callbacks, contacts } = world();
    contacts.known.set('u', { contactId: 'u', initialContactId: 'u', initiation: 'INBOUND', initiatedAt: at(0) });
    const attributes = { callbackRequested: 'keep-place' };
    const root = { nextContactId: 'k', attributes } as Partial<ContactRecord>;
    const kept = { initialContactId: 'u', initiation: 'CALLBACK', disconnectReason: 'AGENT_DISCONNECT', attributes };
    await file(
      record('u', 0, 90, root),
      record('k', 80, 300, { ...kept, ...answered(88), connectedAt: at(104) } as Partial<ContactRecord>),
    );
    expect(changes(callbacks())).toEqual(['created', 'closed', 'attempt']);
    expect(callbacks()[1]).toMatchObject({ time: at(104), change: { type: 'closed', resolution: 'reached' } });
  });

  it('keeps a place: when nobody answers, the dispatcher tries again an hour later', async () => {
    const { file, callbacks, contacts, register } = world();
    contacts.known.set('u', { contactId: 'u', initialContactId: 'u', initiation: 'INBOUND', initiatedAt: at(0) });
    const asked = { callbackRequested: 'keep-place' };
    await file(record('u', 0, 90, { nextContactId: 'k', attributes: asked } as Partial<ContactRecord>));
    const rang = {
      initialContactId: 'u',
      initiation: 'CALLBACK',
      disconnectReason: 'TELECOM_UNANSWERED',
      attributes: asked,
    };
    await file(record('k', 90, 300, { ...rang, ...answered(240) } as Partial<ContactRecord>));
    expect(callbacks().at(-1)?.change).toMatchObject({ type: 'attempt', result: 'no-answer', attempt: 1 });
    expect(register.items.get('samps K1')?.next).toMatchObject({ type: 'dial', at: at(300 + 3600) });
  });

  it('calls back a caller whose context was never found, once their number is identified from the record', async () => {
    const { file, register, people } = world();
    const lost = {
      customerNumber: '+687251234',
      queue: undefined,
      attributes: { programme: 'samps', failure: 'technical' },
    };
    const broken = { ...record('u', 0, 60), ...lost };
    await file(broken as unknown as ContactRecord);
    expect(people.numbers.get(keyOf('+687251234'))).toBe('+687251234');
    expect(register.items.get(`samps ${keyOf('+687251234')}`)?.facts.sources[0]?.reason).toBe('technical');
  });
});

/** Random chains of a few numbers on one morning: abandoned, answered, transferred, closed, kept places, re-issued records. */
const call = fc.record({
  key: fc.constantFrom('K1', 'K2'),
  /** As the flow believed, rightly or not. */
  known: fc.constantFrom('yes', 'no'),
  start: fc.integer({ min: 0, max: 4000 }),
  length: fc.integer({ min: 1, max: 900 }),
  kind: fc.constantFrom(
    'abandoned',
    'answered',
    'transferred',
    'keep-place',
    'keep-place-reached',
    'closed',
    'reissued',
  ),
});
type Call = typeof call extends fc.Arbitrary<infer T> ? T : never;

function recordsOf(call: Call, index: number): readonly ContactRecord[] {
  return segmentsOf(call, index).map((one) => ({ ...one, attributes: { ...one.attributes, knownPerson: call.known } }));
}

function segmentsOf({ key: numberKey, start, length, kind }: Call, index: number): readonly ContactRecord[] {
  const id = `c${index}`;
  const end = start + length;
  const talk = answered(start + Math.ceil(length / 2));
  const kept = { initialContactId: id, initiation: 'CALLBACK', numberKey } as const;
  const asked = { callbackRequested: 'keep-place' };
  const withAttributes = (attributes: Record<string, string>) => ({ attributes }) as Partial<ContactRecord>;
  switch (kind) {
    case 'answered':
      return [record(id, start, end, { numberKey, ...talk })];
    case 'transferred':
      return [
        record(id, start, end, { numberKey, ...talk, nextContactId: `${id}t` }),
        record(`${id}t`, end, end + 60, { numberKey, initialContactId: id, initiation: 'TRANSFER' }),
      ];
    case 'keep-place':
    case 'keep-place-reached':
      return [
        record(id, start, end, { numberKey, nextContactId: `${id}k`, ...withAttributes(asked) }),
        record(`${id}k`, end, end + 200, {
          ...kept,
          ...answered(end + 150),
          disconnectReason: kind === 'keep-place' ? 'TELECOM_UNANSWERED' : 'AGENT_DISCONNECT',
          ...withAttributes(asked),
        }),
      ];
    case 'closed':
      return [
        record(id, start, end, { numberKey, ...withAttributes({ opening: 'closed', callbackRequested: 'closed' }) }),
      ];
    case 'reissued':
      return [record(id, start, end, { numberKey }), record(id, start, end, { numberKey, lastUpdate: at(end + 500) })];
    default:
      return [record(id, start, end, { numberKey })];
  }
}

function know(contacts: MemoryContacts, records: readonly ContactRecord[]): void {
  for (const { contactId, initialContactId, initiation, initiatedAt, disconnectedAt } of records) {
    contacts.known.set(contactId, { contactId, initialContactId, initiation, initiatedAt, disconnectedAt });
  }
}

function stateOf({ journal, register }: ReturnType<typeof world>) {
  const items = [...register.items]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { facts, next }]) => [key, facts, next]);
  return { journal: journal.all().map(canonicalJson), items: canonicalJson(items) };
}

/** The same ports, of which the `n`-th call fails once, half of the time after having taken effect. */
function crashing(ports: FileContactRecordPorts, crashes: Set<number>): FileContactRecordPorts {
  let calls = 0;
  const wrap = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') {
          return value;
        }
        return async (...given: unknown[]) => {
          calls += 1;
          const crash = crashes.delete(calls);
          if (crash && calls % 2 === 0) {
            throw new Error('crash before');
          }
          const answer: unknown = await Reflect.apply(value, target, given);
          if (crash) {
            throw new Error('crash after');
          }
          return answer;
        };
      },
    });
  return {
    ...ports,
    journal: wrap(ports.journal),
    register: wrap(ports.register),
    lock: wrap(ports.lock),
    contacts: wrap(ports.contacts),
  };
}

describe('COMMON-37: any order, any repeat, any crash', () => {
  const day = fc.array(call, { minLength: 1, maxLength: 7 });

  it('gives the same register and the same journal, whatever the order and the repeats of records', async () => {
    const shuffled = day.chain((calls) => {
      const records = calls.flatMap(recordsOf);
      return fc.tuple(
        fc.constant(records),
        fc
          .shuffledSubarray([...records, ...records], { minLength: records.length })
          .map((some) => [...some, ...records]),
        fc.shuffledSubarray(records, { minLength: records.length }),
      );
    });
    await fc.assert(
      fc.asyncProperty(shuffled, async ([records, repeated, reordered]) => {
        const [plain, twice, other, together] = [world(), world(), world(), world()];
        for (const one of [plain, twice, other, together]) {
          know(one.contacts, records);
        }
        await plain.file(...records);
        await twice.file(...repeated);
        await other.file(...reordered);
        const batch = repeated.map((one) => ({ record: one, programme: 'samps', defaultCountry: 'NC' }) as const);
        expect(await fileContactRecords(batch, together.ports)).toEqual(new Map());
        expect(stateOf(twice)).toEqual(stateOf(plain));
        expect(stateOf(other)).toEqual(stateOf(plain));
        expect(stateOf(together)).toEqual(stateOf(plain));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same register and the same journal after crashes between two port calls and re-delivery', async () => {
    await fc.assert(
      fc.asyncProperty(
        day,
        fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 8 }),
        async (calls, crashes) => {
          const records = calls.flatMap(recordsOf);
          const [plain, crashed] = [world(), world()];
          know(plain.contacts, records);
          know(crashed.contacts, records);
          await plain.file(...records);
          const ports = crashing(crashed.ports, new Set(crashes));
          for (const one of records) {
            // The stream delivers again until it succeeds.
            for (let delivered = false; !delivered; ) {
              delivered = await fileOne(one, ports).then(
                () => true,
                () => false,
              );
            }
          }
          expect(stateOf(crashed)).toEqual(stateOf(plain));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('reads the same callbacks back from the journal as the register holds', async () => {
    await fc.assert(
      fc.asyncProperty(day, async (calls) => {
        const one = world();
        const records = calls.flatMap(recordsOf);
        know(one.contacts, records);
        await one.file(...records);
        const { callbacksOf } = await import('../../../domain/callback/callbacks-of.ts');
        const kept = [...one.register.items.values()].flatMap(({ facts }) => callbacksOf(facts, monday));
        const told = one.callbacks(monday);
        const summary = kept.map(({ id, sources, closed }) => ({
          id,
          sources: sources.length,
          resolution: closed?.resolution,
          at: closed?.at,
        }));
        const retold = [...new Set(told.map(({ callbackId }) => callbackId))].map((id) => {
          const own = told.filter(({ callbackId }) => callbackId === id);
          const end = own.find(({ change }) => change.type === 'closed');
          return {
            id,
            sources: own.filter(({ change }) => change.type === 'created' || change.type === 'source-added').length,
            resolution: end?.change.type === 'closed' ? end.change.resolution : undefined,
            at: end?.time,
          };
        });
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
        expect(retold.sort(byId)).toEqual(summary.sort(byId));
      }),
      { numRuns: 300 },
    );
  });
});
