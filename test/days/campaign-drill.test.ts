import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionCookie } from '../../contracts/routes.ts';
import type { AttemptEntry, CycleEntry, RecipientEntry } from '../../domain/campaign/campaign-entry.ts';
import { type LocalCloud, startLocalCloud } from '../../local/index.ts';
import { reflexCentre } from '../../programmes/reflex/centre.ts';
import { wholeJournal } from '../../simulation/read-centre.ts';
import { scratch } from '../support/assembly.ts';
import { reflexAssembly } from '../support/reflex-assembly.ts';

const agents = reflexCentre.demoAgents.slice(0, 10).map(({ userName }) => userName);
const minute = 60_000;
/** Monday 6 July 2026, 09:00 in Paris. */
const opening = Date.parse('2026-07-06T07:00:00.000Z');

/** An exercise in the assembly as it is deployed: real flows, handlers and tables; the numbers of fiction answer one time in three. */
describe('a drill of the heat-wave plan', () => {
  let cloud: LocalCloud;
  const rings: { readonly number: string; readonly at: number }[] = [];
  const refusals: string[] = [];

  beforeAll(async () => {
    cloud = await startLocalCloud({
      assembly: reflexAssembly(),
      state: scratch('drill'),
      seed: 1,
      start: new Date(opening - 10 * minute).toISOString(),
      concurrency: 4,
      users: ['superviseur', ...agents].map((username) => ({
        username,
        givenName: username,
        familyName: username,
        email: `${username}@permanence.example`,
        groups: [username === 'superviseur' ? 'reflex:supervisor' : 'reflex:agent'],
      })),
      quotas: { concurrentCalls: 80 },
    });
    cloud.connect.onRingAnyone(({ number, at }) => {
      rings.push({ number, at });
      return Number(number.slice(-2)) % 3 === 0 ? { kind: 'answer', afterSeconds: 6 } : { kind: 'no-answer' };
    });
    agents.forEach(sitDown);
    for (const at of [opening, opening + minute]) {
      cloud.kernel.at(at, 'superviseur', () =>
        post('superviseur', '/crises/canicule/niveau', { level: 3, drill: true }),
      );
    }
    await cloud.kernel.runUntil(opening + 35 * minute);
  }, 120_000);
  afterAll(() => cloud.stop());

  /** Talks for a minute and a half with whoever comes, then says that they refused. */
  function sitDown(agent: string): void {
    const { kernel, connect } = cloud;
    const phone = connect.agent(agent);
    const lane = `agent/${agent}`;
    let attemptId: string | undefined;
    phone.on((event) => {
      if (event.type === 'offered') {
        attemptId = event.attributes['attemptId'];
      } else if (event.type === 'connected') {
        kernel.after(90_000, lane, () => phone.hangUp());
      } else if (event.type === 'after-call-work') {
        kernel.after(20_000, lane, async () => {
          await post(agent, `/contacts/${event.contactId}/wrap-up`, { attemptId, disposition: 'refused' });
          phone.completeAfterCallWork();
        });
      }
    });
    kernel.at(opening - 2 * minute, lane, () => phone.setStatus('Available'));
  }

  async function post(user: string, path: string, body: object): Promise<void> {
    const { http, kernel } = cloud;
    const headers = { 'content-type': 'application/json', cookie: `${sessionCookie}=${http.idToken(user)}` };
    const request = { method: 'POST', path: `/api/reflex${path}`, headers, body: Buffer.from(JSON.stringify(body)) };
    const { status, body: answer } = await http.request(request, `${user}/${path}/${kernel.now()}`);
    if (status !== 200) {
      refusals.push(`${path}: ${status} ${answer.toString('utf8')}`);
    }
  }

  const entries = async <T>(kind: string) =>
    (await wholeJournal(cloud)).filter((entry) => entry['kind'] === kind) as unknown as readonly T[];

  it('REFLEX-02, REFLEX-11: is armed, ready and calls within four hours, and the journal proves it', async () => {
    expect(refusals).toEqual([]);
    const cycle = (await entries<CycleEntry>('cycle')).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(cycle.map(({ change, drill }) => [change.type, drill])).toEqual([
      ['armed', true],
      ['activated', true],
      ['ready', true],
    ]);
    expect(cycle.find(({ change }) => change.type === 'ready')?.change).toMatchObject({ size: 60, callable: 60 });
    const [first] = (await entries<AttemptEntry>('attempt')).map(({ startedAt }) => startedAt).toSorted();
    expect(Date.parse(first ?? '') - opening).toBeLessThan(2 * minute);
  });

  it('REFLEX-33: declared twice, it calls everybody once, under as many contacts', async () => {
    const attempts = await entries<AttemptEntry>('attempt');
    expect(attempts).toHaveLength(60);
    expect(new Set(attempts.map(({ recipientId }) => recipientId)).size).toBe(60);
    expect(new Set(attempts.map(({ contactId }) => contactId)).size).toBe(60);
    expect(rings).toHaveLength(60);
    expect(rings.every(({ number }) => number.startsWith('+331990'))).toBe(true);
  });

  it('REFLEX-22, REFLEX-34: who answers talks with an agent, who says what came of it', async () => {
    const attempts = await entries<AttemptEntry>('attempt');
    const answered = attempts.filter(({ answeredByCustomer }) => answeredByCustomer);
    expect(answered).toHaveLength(20);
    expect(answered.every(({ disposition, agent }) => disposition === 'refused' && agents.includes(agent ?? ''))).toBe(
      true,
    );
    const late = answered.filter(({ complianceAbandon }) => complianceAbandon === true);
    expect(late.length / answered.length).toBeLessThanOrEqual(0.1);
    const closed = (await entries<RecipientEntry>('recipient')).filter(({ change }) => change.type === 'closed');
    expect(closed).toHaveLength(20);
    expect(cloud.connect.flowErrors).toEqual([]);
  });

  it('an attempt costs at most ten write units, index units counted', async () => {
    const callers = ['campaign-dispatcher', 'contact-records', 'wrap-up'];
    const rows = (await cloud.storage.meter()).filter(({ caller }) => callers.some((name) => caller.endsWith(name)));
    const units = rows.reduce((sum, { writeUnits }) => sum + writeUnits, 0);
    // Loading a person: the person and their line of the index, their number, their identity, the journal.
    const loading = 60 * 5;
    process.stdout.write(`write units per attempt: ${((units - loading) / 60).toFixed(2)}\n`);
    expect((units - loading) / 60).toBeGreaterThan(5);
    expect((units - loading) / 60).toBeLessThanOrEqual(10);
  });
});
