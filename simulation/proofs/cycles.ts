import { journalHash } from '../read-centre.ts';
import { sentencesOf } from '../reconcile.ts';
import { accountOfCycle } from '../reflex/cycle-account.ts';
import { openReflex, type ReflexOptions } from '../reflex/open-reflex.ts';
import { playCycle } from '../reflex/play-cycle.ts';

/** What a cycle of calls came to. */
export interface CycleProved {
  readonly people: number;
  readonly attempts: number;
  readonly useful: number;
  /** Share of answered calls in which no agent came in time. */
  readonly abandoned: number;
  readonly journal: { readonly hash: string; readonly entries: number };
  /** One line per broken promise, difference between accounts, fault of the proof, failed flow or lost delivery. Empty = proved. */
  readonly faults: readonly string[];
}

/** Plays a cycle and checks everything that must hold of any. `verify` is the independent verifier, with its own reading of both files. */
export async function proveCycle(
  options: ReflexOptions,
  verify: (proof: string, journal: string) => readonly string[],
): Promise<CycleProved> {
  const cycle = await openReflex(options);
  const { cloud } = cycle;
  try {
    await playCycle(cycle);
    const { broken, comparisons, files, filed } = await accountOfCycle(cycle);
    const dials = filed.attempts.filter(({ n }) => n > 0);
    const answered = dials.filter((attempt) => attempt.answered).length;
    return {
      people: filed.people.size,
      attempts: dials.length,
      useful: [...filed.people.values()].filter(({ state }) => state === 'useful').length,
      abandoned: dials.filter((attempt) => attempt.abandoned).length / Math.max(1, answered),
      journal: await journalHash(cloud),
      faults: [
        ...broken,
        ...sentencesOf(comparisons),
        ...(files?.proof === undefined || files.journal === undefined
          ? ['no definitive report with its proof']
          : verify(files.proof, files.journal)),
        ...cloud.connect.flowErrors.map((error) => `flow: ${JSON.stringify(error)}`),
        ...cloud.problems().map(({ at, where, problem }) => `${at} ${where}: ${problem}`),
        ...cloud.failures().map(({ at, functionName, outcome }) => `${at} ${functionName}: ${outcome.errorMessage}`),
      ],
    };
  } finally {
    await cloud.stop();
  }
}
