import { lastCycleReport } from './cycle-files.ts';
import type { ReflexCycle } from './open-reflex.ts';

/** Plays until the definitive report and its proof are there, telling the progress (0..1) about every `everyMs` of virtual time. */
export async function playCycle(
  cycle: ReflexCycle,
  onProgress: (share: number) => void = () => {},
  everyMs = 600_000,
): Promise<void> {
  const { kernel } = cycle.cloud;
  const from = kernel.now();
  const to = Date.parse(cycle.over);
  while (kernel.now() < to) {
    await kernel.runUntil(Math.min(to, kernel.now() + everyMs));
    onProgress((kernel.now() - from) / (to - from));
    if (kernel.iso() > cycle.endsAt && (await lastCycleReport(cycle.cloud, cycle.world))?.proof !== undefined) {
      return;
    }
    // Lets the page's own requests through between two slices.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
