import { describe, expect, it } from 'vitest';
import { Kernel } from '../../../local/kernel/kernel.ts';
import { deriveUuid, laneRandom } from '../../../local/kernel/random.ts';
import { SharedClock } from '../../../local/kernel/shared-clock.ts';

const start = Date.parse('2025-07-03T20:30:00Z');

describe('kernel', () => {
  it('runs events by time, then lane, then the order within a lane', async () => {
    const kernel = new Kernel({ start });
    const seen: string[] = [];
    kernel.after(10, 'b', () => void seen.push('b1'));
    kernel.after(10, 'a', () => void seen.push('a1'));
    kernel.after(10, 'b', () => void seen.push('b2'));
    kernel.after(5, 'z', () => void seen.push('z'));
    await kernel.runUntil(start + 11);
    expect(seen).toEqual(['z', 'a1', 'b1', 'b2']);
    expect(kernel.now()).toBe(start + 11);
  });

  it('runs what a round schedules for the same instant in the next round', async () => {
    for (const concurrency of [1, 4]) {
      const kernel = new Kernel({ start, concurrency });
      const seen: string[] = [];
      kernel.after(1, 'a', () => {
        seen.push('a');
        kernel.after(0, 'a', () => void seen.push('a again'));
      });
      kernel.after(1, 'b', () => void seen.push('b'));
      await kernel.runUntil(start + 2);
      expect(seen).toEqual(['a', 'b', 'a again']);
    }
  });

  it('does not advance while a task is in flight, and keeps at most `concurrency` of them', async () => {
    const kernel = new Kernel({ start, concurrency: 2 });
    let flying = 0;
    let most = 0;
    for (const lane of ['a', 'b', 'c', 'd']) {
      kernel.after(1, lane, async () => {
        most = Math.max(most, ++flying);
        await new Promise((resolve) => setTimeout(resolve, 5));
        flying -= 1;
        expect(kernel.now()).toBe(start + 1);
      });
    }
    kernel.after(2, 'later', () => expect(flying).toBe(0));
    await kernel.runUntil(start + 10);
    expect(most).toBe(2);
  });

  it('throws what a task threw, after the round has settled', async () => {
    const kernel = new Kernel({ start, concurrency: 4 });
    kernel.after(1, 'a', async () => {
      throw new Error('lambda exploded');
    });
    await expect(kernel.runUntil(start + 5)).rejects.toThrow('lambda exploded');
  });

  it('does not run cancelled events', async () => {
    const kernel = new Kernel({ start });
    const seen: string[] = [];
    const cancel = kernel.after(1, 'a', () => void seen.push('a'));
    cancel();
    kernel.after(2, 'b', () => void seen.push('b'));
    await kernel.runUntil(start + 5);
    expect(seen).toEqual(['b']);
  });

  it('paces real time, and takes what people inject', async () => {
    const kernel = new Kernel({ start });
    const seen: number[] = [];
    kernel.after(30, 'a', () => void seen.push(kernel.now() - start));
    const running = kernel.runRealTime(1);
    await new Promise((resolve) => setTimeout(resolve, 10));
    kernel.inject(() => void seen.push(-1));
    await new Promise((resolve) => setTimeout(resolve, 60));
    kernel.stop();
    await running;
    expect(seen[0]).toBe(-1);
    expect(seen[1]).toBeGreaterThanOrEqual(30);
  });
});

describe('leaping in real time', () => {
  it('plays what lies between at once and goes on from there', async () => {
    const kernel = new Kernel({ start });
    const seen: string[] = [];
    kernel.after(3_600_000, 'a', () => void seen.push('an hour later'));
    const running = kernel.runRealTime(1);
    kernel.leapTo(start + 7_200_000);
    await new Promise((resolve) => setTimeout(resolve, 30));
    kernel.stop();
    await running;
    expect(seen).toEqual(['an hour later']);
    expect(kernel.now() - start - 7_200_000).toBeLessThan(1000);
  });
});

describe('lane randomness', () => {
  it('is the same for the same lane and seed, and differs between lanes', () => {
    const draw = (seed: number, lane: string) => Array.from({ length: 5 }, () => laneRandom(seed, lane).next());
    expect(draw(1, 'caller/1')).toEqual(draw(1, 'caller/1'));
    expect(draw(1, 'caller/1')).not.toEqual(draw(1, 'caller/2'));
  });

  it('draws an exponential of the mean asked for', () => {
    const random = laneRandom(7, 'mean');
    const mean = Array.from({ length: 20_000 }, () => random.exponential(120)).reduce((a, b) => a + b, 0) / 20_000;
    expect(mean).toBeGreaterThan(115);
    expect(mean).toBeLessThan(125);
  });

  it('derives well-formed UUIDs', () => {
    expect(deriveUuid('a', 1)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(deriveUuid('a', 1)).not.toBe(deriveUuid('a', 2));
  });
});

describe('shared clock', () => {
  it('makes Date read virtual time, with parsing and arguments untouched', () => {
    const real = globalThis.Date;
    try {
      const clock = new SharedClock();
      clock.set(start);
      clock.patchDate();
      expect(Date.now()).toBe(start);
      expect(new Date().toISOString()).toBe('2025-07-03T20:30:00.000Z');
      expect(new Date('2025-01-01T00:00:00Z').getTime()).toBe(1_735_689_600_000);
      expect(new Date() instanceof Date).toBe(true);
      expect(Date.parse('2025-01-01T00:00:00Z')).toBe(1_735_689_600_000);
    } finally {
      globalThis.Date = real;
    }
  });
});
