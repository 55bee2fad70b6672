import type { SuiviDays } from './open-suivi.ts';

/** Plays until the last dashboard is there, telling the progress (0..1) about every `everyMs` of virtual time. */
export async function playSuivi(
  { cloud: { kernel }, over }: SuiviDays,
  onProgress: (share: number) => void = () => {},
  everyMs = 600_000,
): Promise<void> {
  const from = kernel.now();
  const to = Date.parse(over);
  while (kernel.now() < to) {
    await kernel.runUntil(Math.min(to, kernel.now() + everyMs));
    onProgress((kernel.now() - from) / (to - from));
    // Lets the pages' own requests through between two slices.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
