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
  /** Calls of the centre at people of orders. */
  readonly outbound: number;
  /** Of the people of orders who answered, those for whom no agent came within two seconds: a share. */
  readonly waited: number;
  /** People whom the deadline of their order found with attempts still owed. */
  readonly unfinished: number;
  /** Of the days compared: answered, or reached by callback in time, among the calls offered. */
  readonly answerRate: number;
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
    const journal = await wholeJournal(cloud);
    const faults = brokenPromises({
      diary,
      journal,
      register: await registerOf(cloud),
      open: openDays.map(({ open }) => open),
      maxAttempts: world.programme.callbackPolicy.maxAttempts,
      maxOrderRings: Math.max(
        0,
        ...(world.programme.outbound?.campaignTypes ?? []).map(({ policy }) => ringsOf(policy)),
      ),
    }).map(({ promise, detail }) => `${promise}: ${detail}`);
    const finished = openDays.slice(0, -1);
    const total = { offered: 0, answeredOrReached: 0 };
    for (const { day } of finished) {
      const { report, comparisons, lived } = await accountOf(centre, day, 'definitif');
      total.offered += lived.offered;
      total.answeredOrReached += lived.answeredOrReached;
      if (report === undefined) faults.push(`${day}: no definitive report`);
      for (const { figure, workbook, journal: filed, lived: told } of differences(comparisons)) {
        faults.push(`${day}: ${figure}: workbook ${workbook}, journal ${filed}, lived ${told}`);
      }
    }
    faults.push(...cloud.connect.flowErrors.map((error) => `flow: ${JSON.stringify(error)}`));
    faults.push(...cloud.problems().map(({ at, where, problem }) => `${at} ${where}: ${problem}`));
    faults.push(
      ...cloud.failures().map(({ at, functionName, outcome }) => `${at} ${functionName}: ${outcome.errorMessage}`),
    );
    return {
      calls: diary.calls().length,
      outbound: diary.rings().filter(({ ofOrder }) => ofOrder === true).length,
      waited: waitedOf(journal),
      unfinished: journal.filter(({ kind, change }) => kind === 'recipient' && stateOf(change) === 'deadline').length,
      answerRate: total.offered === 0 ? 1 : total.answeredOrReached / total.offered,
      reconciled: finished.length,
      journal: await journalHash(cloud),
      faults,
    };
  } finally {
    await centre.cloud.stop();
  }
}

function waitedOf(journal: readonly Readonly<Record<string, unknown>>[]): number {
  const dials = journal.filter(({ kind, n }) => kind === 'attempt' && n !== 0);
  const last = new Map(dials.toSorted(byRevision).map((one) => [one['attemptId'], one]));
  const answered = [...last.values()].filter(({ answeredByCustomer }) => answeredByCustomer === true);
  return answered.filter(({ complianceAbandon }) => complianceAbandon === true).length / Math.max(1, answered.length);
}

function byRevision(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): number {
  return Number(a['revision']) - Number(b['revision']);
}

function stateOf(change: unknown): unknown {
  return typeof change === 'object' && change !== null ? Reflect.get(change, 'state') : undefined;
}

function ringsOf({ maxAttempts, freeRetries }: AttemptPolicy): number {
  return maxAttempts + freeRetries.count;
}
