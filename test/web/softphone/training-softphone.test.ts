import { afterEach, beforeEach, vi } from 'vitest';
import { trainingSoftphone } from '../../../web/desk/training-softphone.ts';
import { type SoftphoneRig, softphoneContract } from './softphone-contract.ts';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

softphoneContract('of training (SAMPS-45)', async (): Promise<SoftphoneRig> => {
  const later = (ms: number, task: () => void) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  };
  const call = { scheme: 'BOURSES', words: ['Bonjour.'], motive: 'AUTRE', advice: '' };
  const softphone = trainingSoftphone([call], later, Date.now);
  const pass = async (ms: number) => void (await vi.advanceTimersByTimeAsync(ms));
  return {
    softphone,
    settle: () => pass(10),
    // It rings by itself for whoever is available.
    ring: () => pass(5_000),
    customerHangsUp: () => pass(60_000),
    consultedAnswers: () => pass(4_000),
    ringInVain: () => pass(25_000),
  };
});
