import { carryOut } from './carry-out.ts';
import { changeFollowed, rulesAt } from './change-followed.ts';
import { decideSteps } from './decide-steps.ts';
import type { FollowUpPorts } from './follow-up-ports.ts';

export interface FollowUpClockReport {
  /** People for whom something was done. */
  readonly people: number;
  readonly texts: number;
  readonly calls: number;
  /** More are due than one run takes. */
  readonly again: boolean;
}

/** People taken together. */
const batchSize = 250;

/**
 * One minute of the protocol: everyone who is due has their step decided and done, in batches, up to `most` people. Two clocks, or one after a crash, do
 * it once: ids derive from people and moments, and the last write is conditional.
 */
export async function runFollowUpClock(
  { programme, at, most }: { readonly programme: string; readonly at: string; readonly most: number },
  ports: FollowUpPorts,
): Promise<FollowUpClockReport> {
  const report = { people: 0, texts: 0, calls: 0, again: false };
  const ids = await ports.followed.due(programme, at, most);
  if (ids.length === 0) {
    return report;
  }
  const rules = await rulesAt(programme, at, ports);
  for (let start = 0; start < ids.length; start += batchSize) {
    const read = await ports.followed.read(programme, ids.slice(start, start + batchSize));
    const people = read.filter(({ due }) => due !== undefined && due <= at);
    const steps = await decideSteps(programme, people, rules, at, ports);
    const decisions = people.flatMap((known, index) => {
      const step = steps[index];
      return step === undefined ? [] : [{ known, step }];
    });
    await carryOut(programme, decisions, rules, at, ports);
    await Promise.all(
      decisions.map(async ({ known, step }) => {
        if (!(await ports.followed.write(programme, { ...step.person, version: known.version + 1 }))) {
          await changeFollowed({ programme, recipientId: known.recipientId, at }, [], ports, step.doings);
        }
      }),
    );
    const doings = decisions.flatMap(({ step }) => step.doings);
    report.people += decisions.length;
    report.texts += doings.filter(({ type }) => type === 'text').length;
    report.calls += doings.filter(({ type }) => type === 'call').length;
  }
  return { ...report, again: ids.length === most };
}
