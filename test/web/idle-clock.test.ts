import { describe, expect, it } from 'vitest';
import { IdleClock, idleMs } from '../../web/shell/idle-clock.ts';

function clock() {
  let now = 1_000_000;
  let told = 0;
  const idle = new IdleClock(
    () => now,
    () => {
      told += 1;
    },
  );
  return { idle, wait: (ms: number) => (now += ms), told: () => told };
}

describe('COMMON-20: the clock of a page that nobody uses', () => {
  it('REFLEX-26: counts five minutes from the last sign of somebody, here or in another page', () => {
    const { idle, wait } = clock();
    wait(idleMs - 1);
    expect(idle.isIdle).toBe(false);
    idle.touched();
    wait(idleMs - 1);
    idle.heard();
    wait(idleMs - 1);
    expect(idle.isIdle).toBe(false);
    wait(1);
    expect(idle.isIdle).toBe(true);
  });

  it('does not count while somebody talks, and counts anew when they have done', () => {
    const { idle, wait } = clock();
    const endCall = idle.keepAwake();
    const endOther = idle.keepAwake();
    wait(3 * idleMs);
    endCall();
    expect(idle.isIdle).toBe(false);
    endOther();
    wait(idleMs - 1);
    expect(idle.isIdle).toBe(false);
    wait(1);
    expect(idle.isIdle).toBe(true);
  });

  it('tells other pages at most three times a minute', () => {
    const { idle, wait, told } = clock();
    for (let second = 0; second < 60; second += 1) {
      wait(1000);
      idle.touched();
    }
    expect(told()).toBe(3);
  });
});
