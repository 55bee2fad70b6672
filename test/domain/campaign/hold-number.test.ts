import { describe, expect, it } from 'vitest';
import { freeNumber, holdNumber } from '../../../domain/campaign/ring-back.ts';
import { MemoryRegister } from '../../support/calls/memory-ports.ts';
import { paris } from '../attempt/heat-wave.ts';

const call = { numberKey: 'key', callId: 'rings-back', at: paris(6, '10:05') };

/** Whether another dial could take the number at this time. */
async function isFree(lock: MemoryRegister, time: string): Promise<boolean> {
  return await lock.acquire('key', 'spouse', paris(6, '23:00'), paris(6, time));
}

/** The number as the dial of 10:00 left it, twelve minutes long. */
async function dialled(): Promise<MemoryRegister> {
  const lock = new MemoryRegister();
  await lock.acquire('key', 'attempt', paris(6, '10:12'), paris(6, '10:00'));
  return lock;
}

describe('REFLEX-34, design decision 4: the number of who rings back', () => {
  it('is theirs once our call is known to be over, until the record of theirs', async () => {
    const lock = await dialled();
    await holdNumber(call, { over: ['attempt'], inFlight: [] }, lock);
    expect(await isFree(lock, '10:30')).toBe(false);
    await freeNumber(call.numberKey, call.callId, lock);
    expect(await isFree(lock, '10:30')).toBe(true);
  });

  it('stays held by a call of ours whose record is late, for as long as they may wait and talk', async () => {
    const lock = await dialled();
    await holdNumber(call, { over: [], inFlight: ['other', 'attempt'] }, lock);
    // Told twice, it is the same.
    await holdNumber(call, { over: [], inFlight: ['other', 'attempt'] }, lock);
    expect(await isFree(lock, '10:34')).toBe(false);
    expect(await isFree(lock, '10:36')).toBe(true);
  });
});
