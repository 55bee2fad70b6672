import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PortCall } from '../../local/index.ts';
import { checkPromises, type Proof } from '../../scripts/check-promises.ts';
import { type CampaignOrder, proveCampaign } from '../../simulation/in-process/prove-campaign.ts';
import { filedReports } from '../../simulation/proofs/filed-reports.ts';
import { runCycle } from '../../simulation/proofs/start-process.ts';
import { journalHash, wholeJournal } from '../../simulation/read-centre.ts';
import { differences } from '../../simulation/reconcile.ts';
import { accountOfCycle, type CycleAccount } from '../../simulation/reflex/cycle-account.ts';
import { openReflex, type ReflexCycle } from '../../simulation/reflex/open-reflex.ts';
import { playCycle } from '../../simulation/reflex/play-cycle.ts';
import { scratch } from '../support/assembly.ts';
import { freePorts } from '../support/free-port.ts';
import { reflexAssembly } from '../support/reflex-assembly.ts';

let hash: string;

/** An hour of a level, cut short: nobody is owed four attempts yet. `npm run soak -- cycles` plays whole ones. */
const numbers = { seed: 5, people: 40, agents: 3, hours: 1, date: '2026-07-06', concurrency: 4 };

describe('a short cycle of calls through the deployed functions', () => {
  let cycle: ReflexCycle;
  let account: CycleAccount;
  let state: string;
  let journal: readonly Readonly<Record<string, unknown>>[];
  const points = new Set<string>();

  beforeAll(async () => {
    state = scratch('cycle');
    const mishap = ({ functionName, operation }: PortCall) => {
      points.add(`${functionName} ${operation}`);
      return undefined;
    };
    cycle = await openReflex({ ...numbers, assembly: reflexAssembly(), state, inProcess: { mishap } });
    await playCycle(cycle);
    account = await accountOfCycle(cycle);
    journal = await wholeJournal(cycle.cloud);
    hash = (await journalHash(cycle.cloud)).hash;
  }, 180_000);
  afterAll(() => cycle.cloud.stop());

  it('nothing fails on the way', () => {
    expect(cycle.cloud.problems()).toEqual([]);
    expect(cycle.cloud.failures()).toEqual([]);
    expect(cycle.cloud.connect.flowErrors).toEqual([]);
  });

  it('design §6: in one thread, without sockets, every request is a port call', () => {
    expect(points).toContain('permanence-reflex-demo-campaign-dispatcher connect:StartOutboundVoiceContact');
  });

  it('REFLEX-03 REFLEX-04 REFLEX-05 REFLEX-08 REFLEX-25: keeps every promise to the people who lived it', () => {
    expect(account.broken).toEqual([]);
    expect(cycle.world.diary.rings.length).toBeGreaterThan(30);
  });

  it('REFLEX-16 REFLEX-32: workbook, journal and diaries agree', () => {
    expect(account.comparisons).toHaveLength(9);
    expect(differences(account.comparisons)).toEqual([]);
    expect(account.comparisons.find(({ figure }) => figure === 'Contacts utiles')?.lived).toBeGreaterThan(5);
  });

  it('REFLEX-02: its proof verifies with the command that knows nothing of the centre', () => {
    const { proof = '', journal: lines = '' } = account.files ?? {};
    const read: Proof = JSON.parse(proof);
    expect(checkPromises(read, lines)).toEqual([]);
    expect(read.people).toHaveLength(numbers.people);
    const [first] = read.people.filter(({ attempts }) => attempts.length > 0);
    const without = { ...read, people: read.people.map((one) => (one === first ? { ...one, attempts: [] } : one)) };
    expect(checkPromises(without, lines).join()).toContain(first?.recipient);
  });

  it('REFLEX-33: declaring the level twice is declaring it once', () => {
    const told = (type: string) => journal.filter(({ kind, change }) => kind === 'cycle' && typeOf(change) === type);
    expect(told('armed')).toHaveLength(1);
    expect(told('activated')).toHaveLength(1);
    const loaded = journal.filter(({ kind, change }) => kind === 'recipient' && typeOf(change) === 'loaded');
    expect(new Set(loaded.map(({ recipientId }) => recipientId)).size).toBe(loaded.length);
  });

  it('REFLEX-34: who rings back passes the questionnaire', () => {
    const talks = cycle.world.diary.talks.filter(({ ringBack }) => ringBack);
    expect(talks.filter(({ passed }) => passed !== undefined).length).toBeGreaterThan(0);
    for (const { recipientId = '' } of talks) expect(account.filed.people.get(recipientId)?.state).toBe('useful');
  });

  it('REFLEX-19: the cells take in hand what they are sent', () => {
    const taken = new Set(cycle.world.diary.acknowledgements.map(({ referralId }) => referralId));
    expect(taken.size).toBeGreaterThan(0);
    expect([...account.filed.referrals].filter((referralId) => !taken.has(referralId))).toEqual([]);
  });

  it('REFLEX-33: in threads, killed amid the calls and started again, it is the same cycle', async () => {
    const killed = { ...numbers, assembly: reflexAssembly(), state: scratch('killed'), port: await freePorts(5) };
    const dead = await runCycle({ ...killed, killOn: '\n50 %' });
    expect(dead.ended).toBe(false);
    expect(dead.output).not.toContain('SHA-256');
    const { exitCode, output, journalHash: after } = await runCycle(killed);
    expect(output).toContain('Les trois comptes concordent.');
    expect(exitCode).toBe(0);
    expect(after).toBe(hash);
    expect(filedReports(join(killed.state, 'cloud'))).toEqual(filedReports(state));
  }, 180_000);
});

describe('such a cycle under mischief', () => {
  it('REFLEX-33, COMMON-37: it keeps its promises whatever crashes, is refused, lost or doubled, and the same seed lives the same', async () => {
    const play = () => {
      const order: CampaignOrder = {
        ...numbers,
        people: 10,
        assembly: reflexAssembly(),
        state: scratch('mischief'),
        shares: { crash: 0.01, throttle: 0.02, loseAnswer: 0.003 },
        unfriendly: { duplicate: 0.1, lose: 0.05, reorder: 0.1 },
        vanishing: 1,
      };
      return proveCampaign(order, (proof, lines) => checkPromises(JSON.parse(proof), lines));
    };
    const first = await play();
    expect(first.faults).toEqual([]);
    expect(first.crashes).toBeGreaterThan(5);
    expect(await play()).toEqual(first);
  }, 300_000);
});

function typeOf(change: unknown): unknown {
  return typeof change === 'object' && change !== null && 'type' in change ? change.type : undefined;
}
