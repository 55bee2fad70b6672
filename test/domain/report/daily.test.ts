import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../../domain/journal/entry.ts';
import { answerRate } from '../../../domain/report/answer-rate.ts';
import { daily } from '../../../domain/report/daily.ts';
import type { Figures } from '../../../domain/report/figures.ts';
import {
  at,
  callback,
  created,
  friday,
  inbound,
  joined,
  question,
  reached,
  sha256,
  status,
  subject,
  talk,
  unqueued,
  wrapUp,
} from './journal-fixture.ts';

const asOf = at('16:30:00', '2025-07-07');
const report = (entries: readonly JournalEntry[], day = friday) => daily(subject, day, entries, asOf, sha256);
const total = (entries: readonly JournalEntry[], day = friday) => report(entries, day).total;

describe('SAMPS-05, SAMPS-06, COMMON-26: answer rate', () => {
  test('70 answered live, 15 reached by callback, 15 never: live 70 %, answer 85 %, unanswered 15 %', () => {
    const entries: JournalEntry[] = [];
    for (let i = 0; i < 70; i += 1) {
      entries.push(inbound(`a${i}`, talk()));
    }
    for (let i = 0; i < 15; i += 1) {
      entries.push(inbound(`r${i}`), created(`cr${i}`, `r${i}`), reached(`cr${i}`));
      entries.push(inbound(`n${i}`), created(`cn${i}`, `n${i}`));
    }
    const figures = total(entries);
    const rate = answerRate(figures);
    expect(figures.offered).toBe(100);
    expect(rate?.live).toBeCloseTo(0.7, 12);
    expect(rate?.answer).toBeCloseTo(0.85, 12);
    expect(rate?.unanswered).toBeCloseTo(0.15, 12);
  });

  test('nothing offered has no rate; more answers than calls is refused', () => {
    expect(answerRate({ offered: 0, answered: 0, reachedByCallback: 0 })).toBeUndefined();
    expect(() => answerRate({ offered: 1, answered: 1, reachedByCallback: 1 })).toThrow('exceed 1 offered calls');
  });

  test('answer + unanswered = 100 % for any counts', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(500), (answered, reachedByCallback, never) => {
        const rate = answerRate({ offered: answered + reachedByCallback + never, answered, reachedByCallback });
        expect((rate?.answer ?? 1) + (rate?.unanswered ?? 0)).toBeCloseTo(1, 12);
        expect(rate?.live ?? 0).toBeLessThanOrEqual(rate?.answer ?? 0);
      }),
    );
  });
});

describe('SAMPS-04, A-01: what a callback makes of its source calls', () => {
  const three = [inbound('x1'), inbound('x2'), inbound('x3'), created('c', 'x1'), joined('c', 'x2'), joined('c', 'x3')];

  test('three source calls of one callback are one callback created, and three calls reached', () => {
    expect(total([...three, reached('c')])).toMatchObject({
      abandoned: 3,
      reachedByCallback: 3,
      callbacksCreated: 1,
      callbacksReached: 1,
      callbacksOpen: 0,
    });
  });

  test('A-01: reached on the next open day counts, after it does not', () => {
    expect(total([...three, reached('c', at('15:59:00', '2025-07-07'))]).reachedByCallback).toBe(3);
    expect(total([...three, reached('c', at('07:45:00', '2025-07-08'))]).reachedByCallback).toBe(0);
  });

  test('a person answered when ringing again is served, but not by our callback', () => {
    const again = inbound('x4', { ...talk(), initiatedAt: at('09:30:00') });
    const figures = total([...three, again, callback('c', { type: 'closed', resolution: 'answered-inbound' })]);
    expect(figures).toMatchObject({ answered: 1, reachedByCallback: 0, callbacksAnsweredInbound: 1, callbacksOpen: 0 });
  });

  test.each(['not-reached', 'not-dialable'] as const)('closed %s is "non joint"', (resolution) => {
    expect(total([...three, callback('c', { type: 'closed', resolution })])).toMatchObject({ callbacksNotReached: 1 });
  });

  test('a call of today joined to a callback of yesterday is reached, and is no callback of today', () => {
    const entries = [
      inbound('old', { day: '2025-07-03', initiatedAt: at('15:50:00', '2025-07-03') }),
      created('c', 'old', { day: '2025-07-03' }),
      inbound('new'),
      joined('c', 'new', { day: '2025-07-03' }),
      reached('c', at('11:00:00'), { day: '2025-07-03' }),
    ];
    expect(total(entries)).toMatchObject({ received: 1, reachedByCallback: 1, callbacksCreated: 0 });
    expect(total(entries, '2025-07-03')).toMatchObject({ received: 1, reachedByCallback: 1, callbacksCreated: 1 });
  });

  test('the conversation of a native callback in the same chain does not make the call answered live', () => {
    const rung = unqueued('cb', {
      ...talk(),
      initialContactId: 'x',
      previousContactId: 'x',
      initiation: 'CALLBACK',
      initiatedAt: at('09:40:00'),
    });
    const passedOn = unqueued('cb2', {
      ...talk('linda'),
      initialContactId: 'x',
      previousContactId: 'cb',
      initiation: 'TRANSFER',
      initiatedAt: at('09:45:00'),
    });
    const figures = total([inbound('x'), created('c', 'x'), reached('c'), rung, passedOn]);
    expect(figures).toMatchObject({ answered: 0, abandoned: 1, reachedByCallback: 1, callbackConversations: 1 });
    expect(figures.callbackHandlingSeconds).toBe(260);
  });
});

describe('SAMPS-02, A-02: every call ends in exactly one outcome', () => {
  test.each<[string, JournalEntry[], Partial<Figures>]>([
    ['answered', [inbound('a', talk())], { offered: 1, answered: 1 }],
    [
      'answered after a transfer',
      [
        inbound('a'),
        inbound('b', { ...talk(), initialContactId: 'a', previousContactId: 'a', initiation: 'QUEUE_TRANSFER' }),
      ],
      { received: 1, answered: 1, waitSeconds: 120 },
    ],
    ['abandoned in queue', [inbound('a')], { offered: 1, abandoned: 1, shortAbandons: 0, longestWaitSeconds: 60 }],
    [
      'abandoned within 5 s, still in the denominator',
      [inbound('a', { queue: { name: 'q', enqueuedAt: at('09:00:00'), seconds: 4 } })],
      { offered: 1, abandoned: 1, shortAbandons: 1 },
    ],
    ['out of hours', [unqueued('a', { opening: 'closed' })], { offered: 0, closed: 1 }],
    ['left in the menu', [unqueued('a')], { offered: 0, beforeQueue: 1 }],
    ['technical failure before any queue', [unqueued('a', { failure: 'technical' })], { offered: 0, technical: 1 }],
    [
      'technical failure that still reached a queue',
      [inbound('a', { failure: 'technical' })],
      { offered: 1, abandoned: 1, technical: 0 },
    ],
  ])('%s', (_name, entries, expected) => {
    const figures = total(entries);
    expect(figures).toMatchObject({ received: 1, ...expected });
    expect(figures.closed + figures.offered + figures.beforeQueue + figures.technical).toBe(1);
  });

  test('a context handler that never answered leaves no opening: technical without a queue, offered with one', () => {
    const { opening: _none, ...lost } = unqueued('a');
    const { opening: _nor, ...queued } = inbound('b');
    expect(total([lost, queued])).toMatchObject({ technical: 1, offered: 1 });
  });

  test('outbound contacts are no received calls', () => {
    const dialled = unqueued('o', { ...talk(), initiation: 'API', attemptId: 't' });
    expect(total([dialled])).toMatchObject({ received: 0, callbackConversations: 1 });
  });

  test('the greatest revision of a record wins, in any order', () => {
    const early = inbound('a', { lastUpdate: at('09:02:00') });
    const late = inbound('a', { ...talk(), lastUpdate: at('09:08:00') });
    expect(total([early, late])).toEqual(total([late, early]));
    expect(total([late, early]).answered).toBe(1);
  });

  test('a chain without its first segment is counted apart, not as a call', () => {
    const model = report([inbound('b', { initialContactId: 'a', previousContactId: 'a', initiation: 'TRANSFER' })]);
    expect(model.total.received).toBe(0);
    expect(model.source.orphans).toBe(1);
  });
});

describe('COMMON-25: DMT', () => {
  test('conversation + hold + after-call work of every agent of the call; callbacks apart', () => {
    const second = inbound('b', {
      ...talk('linda', 100, 0, 30),
      initialContactId: 'a',
      previousContactId: 'a',
      initiation: 'TRANSFER',
      initiatedAt: at('09:05:00'),
    });
    expect(total([inbound('a', talk('malia', 200, 20, 40)), second])).toMatchObject({
      answered: 1,
      handlingSeconds: 390,
    });
  });
});

describe('SAMPS-11, SAMPS-07: half-hours', () => {
  test('17 rows from 07:30 to 16:00 that add up to the day, calls counted by arrival', () => {
    const entries = [
      inbound('first', { initiatedAt: at('07:29:59') }),
      inbound('b', { ...talk(), initiatedAt: '2025-07-03T20:45:00.000Z' }),
      inbound('c', { initiatedAt: at('08:00:00') }),
      inbound('drained', { ...talk(), initiatedAt: at('15:59:59'), disconnectedAt: at('16:20:00') }),
    ];
    const { halfHours, total: sum } = report(entries);
    expect(halfHours).toHaveLength(17);
    expect(halfHours[0]).toMatchObject({ from: '07:30', to: '08:00', offered: 2, answered: 1, waitSeconds: 60 });
    expect(halfHours[1]).toMatchObject({ from: '08:00', offered: 1, abandoned: 1 });
    expect(halfHours[16]).toMatchObject({ from: '15:30', to: '16:00', offered: 1, answered: 1 });
    expect(halfHours.reduce((all, row) => all + row.offered, 0)).toBe(sum.offered);
  });

  test('agents connected are a mean over time, breaks included, offline not', () => {
    const { halfHours } = report([
      status('malia', at('07:20:00'), 'Disponible'),
      status('linda', at('07:45:00'), 'Disponible'),
      status('malia', at('08:00:00'), 'Pause', 'CUSTOM'),
      status('linda', at('08:06:00'), 'Hors ligne', 'OFFLINE'),
    ]);
    expect(halfHours.slice(0, 3).map(({ agents }) => agents)).toEqual([1.5, 1.2, 1]);
  });

  test('a softphone that says offline and available in the same millisecond is connected, in any order of ids', () => {
    for (const [first, second] of [
      ['a', 'b'],
      ['b', 'a'],
    ]) {
      const { halfHours } = report([
        { ...status('malia', at('07:20:00'), 'Hors ligne', 'OFFLINE'), id: `agent-status#${first}` },
        { ...status('malia', at('07:20:00'), 'Disponible'), id: `agent-status#${second}` },
      ]);
      expect(halfHours[0]?.agents).toBe(1);
    }
  });

  test('a day with other hours has other rows, a closed day none', () => {
    const calendar = {
      ...subject.calendar,
      exceptions: [{ day: friday, label: 'Pont', hours: [{ opens: '08:00', closes: '09:15' }] }],
    };
    const rows = daily({ ...subject, calendar }, friday, [], asOf, sha256).halfHours;
    expect(rows.map(({ from, to }) => `${from}-${to}`)).toEqual(['08:00-08:30', '08:30-09:00', '09:00-09:15']);
    expect(report([], '2025-07-05').halfHours).toEqual([]);
  });
});

describe('SAMPS-19: motives', () => {
  test('last wrap-up of each conversation, unknown motives kept, conversations without one shown', () => {
    const { motives } = report([
      inbound('a', talk()),
      inbound('b', talk()),
      inbound('c', { ...talk(), scheme: 'AIDE_MEDICALE' }),
      wrapUp('a', 'MOTIF_REFUS'),
      wrapUp('a', 'RENDEZ_VOUS', { revision: 2, scheme: 'AIDE_MEDICALE' }),
      wrapUp('b', 'MOTIF_RETIRE'),
    ]);
    const counted = motives.filter(({ byScheme }) => Object.keys(byScheme).length > 0);
    expect(motives.slice(0, 8).map(({ code }) => code)).toEqual(subject.motives.map(({ code }) => code));
    expect(counted).toEqual([
      { code: 'RENDEZ_VOUS', label: 'Demande de rendez-vous', byScheme: { AIDE_MEDICALE: 1 } },
      { code: 'MOTIF_RETIRE', label: 'MOTIF_RETIRE', byScheme: { BOURSES: 1 } },
      { code: '', label: 'Motif non renseigné', byScheme: { AIDE_MEDICALE: 1 } },
    ]);
  });
});

describe('SAMPS-23: pending questions', () => {
  test('park 3, answer 1, close 1: two remain, with ages in open hours at the end of the day', () => {
    const before = { day: '2025-07-03' };
    const { questions, total: sum } = report([
      question('q1', 'opened', at('15:00:00', '2025-07-03'), before),
      question('q2', 'opened', at('10:00:00')),
      question('q3', 'opened', at('11:00:00')),
      question('q2', 'answered', at('12:00:00')),
      question('q3', 'closed', at('13:00:00')),
      question('q1', 'closed', at('08:00:00', '2025-07-07'), { day: '2025-07-07' }),
    ]);
    expect(questions.map(({ id, state, openMinutes }) => [id, state, openMinutes])).toEqual([
      ['q1', 'open', 60 + 510],
      ['q2', 'answered', 360],
    ]);
    expect(sum.pendingQuestions).toBe(2);
  });
});

const anyDay = fc.array(
  fc.record({
    scheme: fc.constantFrom('AIDE_MEDICALE', 'MINIMUM_VIEILLESSE', 'BOURSES', 'NON_QUALIFIE', 'INCONNU'),
    minute: fc.integer({ min: -60, max: 600 }),
    kind: fc.constantFrom('answered', 'abandoned', 'reached', 'closed', 'menu', 'technical', 'wrapped'),
  }),
  { maxLength: 60 },
);

function entriesOf(day: typeof anyDay extends fc.Arbitrary<infer T> ? T : never): JournalEntry[] {
  return day.flatMap(({ scheme, minute, kind }, index): JournalEntry[] => {
    const id = `c${index}`;
    const base = { scheme, initiatedAt: new Date(Date.parse(at('07:30:00')) + minute * 60_000).toISOString() };
    switch (kind) {
      case 'answered':
        return [inbound(id, { ...base, ...talk() })];
      case 'wrapped':
        return [inbound(id, { ...base, ...talk() }), wrapUp(id, 'RENDEZ_VOUS', { scheme })];
      case 'abandoned':
        return [inbound(id, base), created(`k${index}`, id, { scheme })];
      case 'reached':
        return [inbound(id, base), created(`k${index}`, id, { scheme }), reached(`k${index}`)];
      case 'closed':
        return [unqueued(id, { ...base, opening: 'closed' })];
      case 'menu':
        return [unqueued(id, base)];
      default:
        return [unqueued(id, { ...base, failure: 'technical' })];
    }
  });
}

describe('SAMPS-01, SAMPS-38, COMMON-30: identities of any day', () => {
  test('schemes add up to the total in every figure, half-hours to the offered, outcomes to the received', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const model = report(entriesOf(day));
        for (const key of Object.keys(model.total) as (keyof Figures)[]) {
          if (key !== 'longestWaitSeconds') {
            expect(model.schemes.reduce((sum, row) => sum + row.figures[key], 0)).toBe(model.total[key]);
          }
        }
        const sum = model.total;
        expect(sum.received).toBe(day.length);
        expect(sum.closed + sum.offered + sum.beforeQueue + sum.technical).toBe(sum.received);
        expect(sum.answered + sum.abandoned).toBe(sum.offered);
        expect(model.halfHours.reduce((all, row) => all + row.offered, 0)).toBe(sum.offered);
        expect(sum.callbacksReached + sum.callbacksNotReached + sum.callbacksAnsweredInbound + sum.callbacksOpen).toBe(
          sum.callbacksCreated,
        );
        const counted = model.motives.flatMap(({ byScheme }) => Object.values(byScheme));
        expect(counted.reduce((all, count) => all + count, 0)).toBe(sum.answered);
      }),
      { numRuns: 60 },
    );
  });

  test('the same entries in any order, repeated, or with those of other days give the same report and hash', () => {
    const elsewhere = [
      inbound('later', { day: '2025-07-07', initiatedAt: at('09:00:00', '2025-07-07') }),
      created('later', 'later', { day: '2025-07-07' }),
    ];
    fc.assert(
      fc.property(anyDay, fc.infiniteStream(fc.nat()), (day, ranks) => {
        const entries = entriesOf(day);
        const shuffled = [...entries, ...entries.slice(0, 7), ...elsewhere]
          .map((entry) => [ranks.next().value ?? 0, entry] as const)
          .sort(([a], [b]) => a - b)
          .map(([, entry]) => entry);
        expect(report(shuffled)).toEqual(report(entries));
      }),
      { numRuns: 40 },
    );
  });

  test('another fact is another hash', () => {
    expect(report([inbound('a')]).source.hash).not.toBe(report([inbound('a', talk())]).source.hash);
    expect(report([]).source).toMatchObject({ entries: 0, orphans: 0 });
  });
});
