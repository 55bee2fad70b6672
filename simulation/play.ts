import { type LivedDay, lived } from './lived.ts';
import type { Centre } from './open-centre.ts';
import { boundsOf } from './programme-world.ts';
import { type FiledReport, journalCountOf, lastReport } from './read-centre.ts';
import { type Comparison, reconcile } from './reconcile.ts';

/** Plays until the last day is over, telling the progress (0..1) about every `everyMs` of virtual time. */
export async function playDays(
  centre: Centre,
  onProgress: (share: number) => void = () => {},
  everyMs = 600_000,
): Promise<void> {
  const { kernel } = centre.cloud;
  const from = kernel.now();
  const to = Date.parse(centre.over);
  while (kernel.now() < to) {
    await kernel.runUntil(Math.min(to, kernel.now() + everyMs));
    onProgress((kernel.now() - from) / (to - from));
    // Lets the page's own requests through between two slices.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Three accounts of a day and the report they are about. */
export interface DayAccount {
  readonly day: string;
  readonly lived: LivedDay;
  readonly report?: FiledReport;
  readonly comparisons: readonly Comparison[];
}

export async function accountOf(centre: Centre, day: string, state?: string): Promise<DayAccount> {
  const { programme } = centre.world;
  const livedDay = lived(centre.diary, boundsOf(programme, day));
  const report = await lastReport(centre.cloud, programme.name, day, state);
  if (report === undefined) return { day, lived: livedDay, comparisons: [] };
  const journal = await journalCountOf(centre.cloud, programme.name, day);
  return { day, lived: livedDay, report, comparisons: await reconcile(report.bytes, journal, livedDay) };
}
