import { describe, expect, test } from 'vitest';
import type { CallbackEntry } from '../../../domain/journal/entry.ts';
import { daily } from '../../../domain/report/daily.ts';
import { at, callback, friday, inbound, sha256, subject } from './journal-fixture.ts';

const monday = '2025-07-07';
const deadline = at('16:00:00', monday);

/** A request of a callback as the journal files it. */
function requested(callId: string, startedAt: string, overrides: Partial<CallbackEntry> = {}): CallbackEntry {
  return callback(
    `cb-${callId}`,
    { type: 'requested', sourceContactId: callId, reason: 'abandoned', startedAt, deadline, maxAttempts: 3 },
    { id: `cb-${callId}#requested`, time: startedAt, numberKey: 'n1', ...overrides },
  );
}

function resolved(callId: string, resolution: 'reached' | 'answered-inbound', since: string): CallbackEntry {
  return callback(
    `cb-${callId}`,
    { type: 'resolved', sourceContactId: callId, resolution, contactId: 'talk', callId: 'talk', since },
    { id: `cb-${callId}#resolved#talk`, time: since, numberKey: 'n1' },
  );
}

const total = (entries: Parameters<typeof daily>[2], asOf = at('16:30:00', monday)) =>
  daily(subject, friday, entries, asOf, sha256).total;

describe('SAMPS-04: callbacks read back from the facts of the journal', () => {
  const calls = [inbound('x', { initiatedAt: at('09:00:00') }), inbound('y', { initiatedAt: at('09:20:00') })];
  const requests = [requested('x', at('09:00:00')), requested('y', at('09:20:00'))];

  test('two calls of one number are one callback; reached makes both reached', () => {
    const since = at('11:00:00');
    const entries = [...calls, ...requests, resolved('x', 'reached', since), resolved('y', 'reached', since)];
    expect(total(entries)).toMatchObject({
      abandoned: 2,
      reachedByCallback: 2,
      callbacksCreated: 1,
      callbacksReached: 1,
    });
  });

  test('whoever talks first settles it: a call that started earlier may still be waiting when the callback is answered', () => {
    const waiting = resolved('x', 'answered-inbound', at('10:59:00'));
    const later = { ...waiting, id: `${waiting.id}#later`, time: at('11:02:00') };
    const talk = { ...waiting.change, contactId: 'other', callId: 'other' } as typeof waiting.change;
    const entries = [
      ...calls,
      requests[0] ?? later,
      { ...later, change: talk },
      resolved('x', 'reached', at('11:00:00')),
    ];
    expect(total(entries)).toMatchObject({ callbacksCreated: 1, callbacksReached: 1 });
  });

  test('open at the closing of the day, not reached once the deadline is over', () => {
    expect(total([...calls, ...requests], at('16:30:00'))).toMatchObject({ callbacksOpen: 1, callbacksNotReached: 0 });
    expect(total([...calls, ...requests])).toMatchObject({ callbacksOpen: 0, callbacksNotReached: 1 });
  });

  test('a call that joins the callback of the day before is reached by it, and creates none', () => {
    const thursday = '2025-07-03';
    const before = at('15:00:00', thursday);
    const entries = [
      inbound('w', { day: thursday, initiatedAt: before }),
      ...calls,
      requested('w', before, { day: thursday }),
      ...requests,
      resolved('x', 'reached', at('11:00:00')),
      resolved('y', 'reached', at('11:00:00')),
    ];
    expect(total(entries)).toMatchObject({ received: 2, reachedByCallback: 2, callbacksCreated: 0 });
  });

  test('the source of the report holds the facts of its numbers and no other', () => {
    const other = requested('z', at('09:00:00', '2025-07-02'), { day: '2025-07-02', numberKey: 'n2' });
    const report = daily(subject, friday, [...calls, ...requests, other], at('16:30:00'), sha256);
    expect(report.source.entries).toBe(4);
  });
});
