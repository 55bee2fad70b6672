import type { AttemptPolicy } from '../../domain/attempt/attempt-policy.ts';
import { brokenPromises } from '../invariants.ts';
import { type CentreOptions, openCentre } from '../open-centre.ts';
import { accountOf, playDays } from '../play.ts';
import { journalHash, registerOf, wholeJournal } from '../read-centre.ts';
import { differences } from '../reconcile.ts';

/** What days in a row came to. */
export interface DaysProved {
  /** Calls that people made. */
  readonly calls: number;
  /** Open days with a definitive report, whose three accounts were compared. */
  readonly reconciled: number;
  readonly journal: { readonly hash: string; readonly entries: number };
  /** One line per broken promise, difference between accounts, failed flow or lost delivery. Empty = proved. */
  readonly faults: readonly string[];
}

/** Plays days and checks everything that must hold of any day. All but the last open day are compared by their definitive report. */
export async function proveDays(
  options: CentreOptions,
  onProgress: (share: number) => void = () => {},
): Promise<DaysProved> {
  const centre = await openCentre(options);
  try {
    await playDays(centre, onProgress);
    const { cloud, diary, world } = centre;
    const openDays = centre.days.flatMap(({ day, open }) => (open === undefined ? [] : [{ day, open }]));
    const faults = brokenPromises({
      diary,
      journal: await wholeJournal(cloud),
      register: await registerOf(cloud),
      open: openDays.map(({ open }) => open),
      maxAttempts: world.programme.callbackPolicy.maxAttempts,
      maxOrderRings: Math.max(
        0,
        ...(world.programme.outbound?.campaignTypes ?? []).map(({ policy }) => ringsOf(policy)),
      ),
    }).map(({ promise, detail }) => `${promise}: ${detail}`);
    const finished = openDays.slice(0, -1);
    for (const { day } of finished) {
      const { report, comparisons } = await accountOf(centre, day, 'definitif');
      if (report === undefined) faults.push(`${day}: no definitive report`);
      for (const { figure, workbook, journal, lived } of differences(comparisons)) {
        faults.push(`${day}: ${figure}: workbook ${workbook}, journal ${journal}, lived ${lived}`);
      }
    }
    faults.push(...cloud.connect.flowErrors.map((error) => `flow: ${JSON.stringify(error)}`));
    faults.push(...cloud.problems().map(({ at, where, problem }) => `${at} ${where}: ${problem}`));
    faults.push(
      ...cloud.failures().map(({ at, functionName, outcome }) => `${at} ${functionName}: ${outcome.errorMessage}`),
    );
    return {
      calls: diary.calls().length,
      reconciled: finished.length,
      journal: await journalHash(cloud),
      faults,
    };
  } finally {
    await centre.cloud.stop();
  }
}

function ringsOf({ maxAttempts, freeRetries }: AttemptPolicy): number {
  return maxAttempts + freeRetries.count;
}
