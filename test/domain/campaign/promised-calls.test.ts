import { describe, expect, it } from 'vitest';
import type { AttemptEntry, RecipientEntry } from '../../../domain/campaign/campaign-entry.ts';
import { cycleFacts } from '../../../domain/cycle-report/cycle-facts.ts';
import { cycleReport } from '../../../domain/cycle-report/cycle-report.ts';
import { promiseProof } from '../../../domain/cycle-report/promise-proof.ts';
import { canonicalLines } from '../../../domain/journal/journal-hash.ts';
import { checkPromises } from '../../../scripts/check-promises.ts';
import { CampaignWorld, type Mischief } from '../../support/campaigns/campaign-world.ts';
import { heatWave } from '../../support/campaigns/heat-wave-campaign.ts';
import { paris, policy } from '../attempt/heat-wave.ts';
import { sha256, subject } from '../cycle-report/cycle-fixture.ts';

const type = { ...heatWave, policy: { ...policy, promisedCall: { withinHours: 24, notBeforeHours: 4, attempts: 2 } } };
const complete = { type: 'somebody', after: 8, talk: 120, disposition: 'complete', callback: true } as const;

function attempts(world: CampaignWorld, cycle = 1): readonly AttemptEntry[] {
  const all = world.journal.all().filter((entry): entry is AttemptEntry => entry.kind === 'attempt');
  return all.filter((entry) => entry.cycle === cycle).sort((a, b) => (a.time < b.time ? -1 : 1));
}

function told(world: CampaignWorld, what: RecipientEntry['change']['type']): readonly RecipientEntry['change'][] {
  return world.journal
    .all()
    .flatMap((entry) => (entry.kind === 'recipient' && entry.change.type === what ? entry.change : []));
}

/** The report of a cycle, and what an independent check finds wrong with its proof. */
function reportOf(world: CampaignWorld, cycle: number, asOf: string) {
  const [first] = world.campaigns.kept.values();
  const facts = first && cycleFacts(world.journal.all(), { campaign: first.id, cycle });
  if (facts === undefined) {
    throw new Error(`There is no cycle ${cycle}`);
  }
  const report = cycleReport(subject, facts, asOf, sha256);
  return {
    report,
    wrong: checkPromises(JSON.parse(JSON.stringify(promiseProof(report))), canonicalLines(facts.entries)),
  };
}

async function played(mischief: Mischief, answers: CampaignWorld['answers'], people = 6): Promise<CampaignWorld> {
  const world = new CampaignWorld(paris(6, '09:00'), mischief, type);
  world.enrol(people);
  world.answers = answers;
  await world.declare(3);
  return world;
}

describe('calls promised in conversations', () => {
  it('REFLEX-16, REFLEX-30: another call is made once within 24 hours, the contact being useful once', async () => {
    const world = await played({}, () => complete);
    await world.until(paris(8, '08:59'));
    const byPerson = Map.groupBy(attempts(world), ({ recipientId }) => recipientId);
    expect([...byPerson.values()].map((made) => made.map(({ promised = false }) => promised))).toEqual(
      Array(6).fill([false, true]),
    );
    for (const made of byPerson.values()) {
      const hours = (Date.parse(made[1]?.startedAt ?? '') - Date.parse(made[0]?.endedAt ?? '')) / 3_600_000;
      expect(hours).toBeGreaterThanOrEqual(4);
      expect(hours).toBeLessThan(24);
    }
    expect(told(world, 'promise-closed')).toEqual(Array(6).fill({ type: 'promise-closed', state: 'kept' }));
    await world.until(paris(8, '09:30'));
    const { report, wrong } = reportOf(world, 1, paris(8, '09:30'));
    expect(wrong).toEqual([]);
    expect(report.total).toMatchObject({ useful: 6, attempts: 12, open: 0 });
    expect(report.promises).toMatchObject({ promised: 6, attempts: 6, states: { kept: 6 }, unkept: [] });
    expect(report.ranks.map(({ useful }) => useful)).toEqual([6, 0]);
    expect(report.halfHours.reduce((sum, { useful }) => sum + useful, 0)).toBe(6);
  });

  it('nobody at home is tried twice more, and no further', async () => {
    const world = await played({}, (_, n) => (n === 1 ? complete : { type: 'nobody' }));
    await world.until(paris(8, '09:05'));
    expect(attempts(world).filter(({ promised }) => promised === true)).toHaveLength(12);
    expect(told(world, 'promise-closed')).toEqual(Array(6).fill({ type: 'promise-closed', state: 'unreached' }));
    expect(reportOf(world, 1, paris(8, '09:05')).wrong).toEqual([]);
  });

  it('REFLEX-09: what the end of a cycle leaves unmade, the next one owes first, whatever was said less than 24 hours ago', async () => {
    const putOff = { ...complete, callback: false, disposition: 'call-later', askedForMinutes: 32 * 60 } as const;
    const world = await played({}, (_, n, at) => (n === 1 && at < Date.parse(paris(6, '12:00')) ? putOff : complete));
    await world.until(paris(10, '08:00'));
    expect(told(world, 'promise-closed').slice(0, 6)).toEqual(
      Array(6).fill({ type: 'promise-closed', state: 'carried' }),
    );
    const second = attempts(world, 2);
    const by = told(world, 'promised').slice(0, 6);
    expect(new Set(second.slice(0, 6).map(({ recipientId }) => recipientId)).size).toBe(6);
    for (const { startedAt } of second.slice(0, 6)) {
      expect(by.every((change) => change.type === 'promised' && startedAt <= change.by)).toBe(true);
    }
    expect(reportOf(world, 1, paris(8, '09:30')).wrong).toEqual([]);
    await world.until(paris(10, '09:30'));
    const { report, wrong } = reportOf(world, 2, paris(10, '09:30'));
    expect(report.promises.carriedIn).toBe(6);
    expect(wrong).toEqual([]);
  });

  it('REFLEX-01: a cycle stopped at once calls nobody again, and says so', async () => {
    const world = await played({}, () => complete);
    await world.until(paris(6, '10:00'));
    await world.declare(1, 'now');
    await world.until(paris(6, '18:00'));
    expect(attempts(world)).toHaveLength(6);
    expect(told(world, 'promise-closed')).toEqual(Array(6).fill({ type: 'promise-closed', state: 'stopped' }));
  });

  it('REFLEX-33: crashes, repeats and late records break no promise and make no call twice', async () => {
    const world = await played(
      {
        doubles: (event) => event % 3 === 0,
        lateSeconds: (event) => 10 + (event % 7) * 60,
        crashes: (call) => (call % 61 === 0 && call > 200 ? (call % 2 === 0 ? 'before' : 'after') : undefined),
      },
      (id, n) => (n === 1 || id > 'r0010' ? complete : { type: 'nobody' }),
      20,
    );
    await world.declare(1);
    await world.until(paris(8, '10:00'));
    expect(world.crashed).toBeGreaterThan(5);
    expect(new Set(world.rings.map(({ recipientId, n }) => `${recipientId} ${n}`)).size).toBe(world.rings.length);
    const { report, wrong } = reportOf(world, 1, paris(8, '10:00'));
    expect(wrong).toEqual([]);
    expect(report.promises).toMatchObject({ promised: 20, states: { kept: 9, unreached: 11 } });
  });

  it('the independent check names who was promised a call that was not made, moved or one too many', async () => {
    const world = await played({}, () => complete, 2);
    await world.until(paris(8, '09:30'));
    const [first] = world.campaigns.kept.values();
    const facts = first && cycleFacts(world.journal.all(), { campaign: first.id, cycle: 1 });
    if (facts === undefined) {
      throw new Error('There is no cycle');
    }
    const proof = promiseProof(cycleReport(subject, facts, paris(8, '09:30'), sha256));
    const lines = canonicalLines(facts.entries);
    const [person] = proof.people;
    if (person?.promise === undefined) {
      throw new Error('Nothing was promised');
    }
    const { madeAt: _, ...unmade } = person.promise;
    const withPerson = (changed: object) => ({
      ...proof,
      people: [{ ...person, ...changed }, ...proof.people.slice(1)],
    });
    expect(checkPromises(withPerson({ promise: unmade }), lines).join(' ')).toContain(
      `${person.recipient}: a call was promised by ${person.promise.by} and made never`,
    );
    expect(checkPromises(withPerson({ promise: undefined }), lines).join(' ')).toContain('attempts of a promised call');
    const [, second] = person.attempts;
    const many = [...person.attempts, { ...second, n: 3 }, { ...second, n: 4 }];
    expect(checkPromises(withPerson({ attempts: many }), lines).join(' ')).toContain(
      '3 attempts of a promised call, at most 2',
    );
  });
});
