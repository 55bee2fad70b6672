import { describe, expect, it } from 'vitest';
import { isLiveInitiation, outcomeWithoutAgent } from '../../../domain/call/live-call.ts';

describe('COMMON-25: a call that no agent took', () => {
  const inQueue = { opening: 'open', queued: true, failed: false } as const;

  it.each([
    ['closed', { ...inQueue, opening: 'closed' }],
    ['closed', { opening: 'closed', queued: false, failed: true }],
    ['unanswered', inQueue],
    ['unanswered', { ...inQueue, queued: false }],
    // It waited in spite of the fault: it was offered, and its caller is owed what any waiting caller is.
    ['unanswered', { ...inQueue, failed: true }],
    ['unanswered', { ...inQueue, opening: undefined }],
    ['technical', { opening: 'open', queued: false, failed: true }],
    ['technical', { opening: undefined, queued: false, failed: false }],
  ] as const)('is %s: %j', (outcome, call) => {
    expect(outcomeWithoutAgent(call)).toBe(outcome);
  });

  it('goes on in transfers, not in callbacks', () => {
    expect(['INBOUND', 'TRANSFER', 'QUEUE_TRANSFER', 'DISCONNECT'].every(isLiveInitiation)).toBe(true);
    expect(['CALLBACK', 'API', 'OUTBOUND', 'MONITOR'].some(isLiveInitiation)).toBe(false);
  });
});
