import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedAttempts } from '../../../domain/attempt/counted-attempts.ts';
import type { Disposition } from '../../../domain/attempt/dispositions.ts';
import { openingAt } from '../../../domain/calendar/opening.ts';
import type { AttemptEntry, RecipientEntry } from '../../../domain/campaign/campaign-entry.ts';
import { pastAttempt } from '../../../domain/campaign/recipient-facts.ts';
import { type Answer, CampaignWorld, type Mischief } from '../../support/campaigns/campaign-world.ts';
import { drawn } from '../../support/drawn.ts';
import { calendar, paris, policy } from '../attempt/heat-wave.ts';

const said: readonly Disposition[] = [
  'complete',
  'complete',
  'partial',
  'call-later',
  'voicemail',
  'refused',
  'helper-answered',
  'wrong-number',
  'hospitalised',
  'deceased',
  'hearing',
];

function answerOf(seed: number): (recipientId: string, n: number, at: number) => Answer {
  return (recipientId, n, at) => {
    const luck = drawn(seed, recipientId, n, at);
    if (luck < 0.55) {
      return { type: 'nobody' };
    }
    if (luck < 0.65) {
      return { type: luck < 0.62 ? 'busy' : 'invalid' };
    }
    const disposition = said[Math.floor(drawn(seed, recipientId, n, 'said') * said.length)] ?? 'partial';
    return {
      type: 'somebody',
      after: 4 + Math.floor(luck * 20),
      talk: 30 + Math.floor(drawn(seed, recipientId, n, 'talk') * 400),
      disposition,
      ...(disposition === 'call-later' ? { askedForMinutes: 150 } : {}),
    };
  };
}

/** Lives one cycle of a seed and its crashes, and says what the people lived through. */
async function live(
  seed: number,
  people: number,
  share: number,
  crashes?: Mischief['crashes'],
): Promise<CampaignWorld> {
  const world = new CampaignWorld(paris(6, '09:00'), {
    loses: (event) => drawn(seed, 'loses', event) < 0.05,
    doubles: (event) => drawn(seed, 'doubles', event) < 0.1,
    lateSeconds: (event) =>
      10 + Math.floor(drawn(seed, 'late', event) * (drawn(seed, 'very', event) < 0.02 ? 1800 : 50)),
    crashes:
      crashes ??
      ((call) => {
        const luck = drawn(seed, 'crash', call);
        return luck < share ? (luck < share / 2 ? 'before' : 'after') : undefined;
      }),
  });
  world.agents = 6;
  world.enrol(people, (index) =>
    // Two in ten share the line of the person before.
    index % 10 < 2 && index > 0
      ? { numberKeys: [[...`3314000${String(index - 1).padStart(4, '0')}`].reverse().join('')] }
      : {},
  );
  world.answers = answerOf(seed);
  for (let tries = 0; tries < 50; tries += 1) {
    const answer = await world.declare(3).catch(() => undefined);
    if (answer !== undefined) {
      break;
    }
  }
  await world.until(paris(6, '19:30'));
  for (let tries = 0; tries < 50; tries += 1) {
    const answer = await world.declare(1).catch(() => undefined);
    if (answer?.type === 'stopped' || answer?.type === 'unchanged') {
      break;
    }
  }
  await world.until(paris(8, '12:00'));
  return world;
}

function check(world: CampaignWorld, people: number): void {
  const recipients = [...world.campaigns.recipients.values()];
  expect(recipients).toHaveLength(people);
  const rings = Map.groupBy(world.rings, ({ recipientId }) => recipientId);
  // REFLEX-33: nobody rung twice for one attempt; design decision 4: no number rung twice at once.
  expect(new Set(world.rings.map(({ recipientId, n }) => `${recipientId} ${n}`)).size).toBe(world.rings.length);
  expect(world.overlaps()).toBe(0);
  for (const { at } of world.rings) {
    expect(openingAt(calendar, new Date(at).toISOString()).state).toBe('open');
  }
  const entries = world.journal.all();
  const filed = new Map<string, AttemptEntry>();
  for (const entry of entries) {
    if (entry.kind === 'attempt' && entry.revision >= (filed.get(entry.attemptId)?.revision ?? 0)) {
      filed.set(entry.attemptId, entry);
    }
  }
  const closed = new Map<string, RecipientEntry>();
  for (const entry of entries) {
    if (entry.kind === 'recipient' && entry.change.type === 'closed') {
      closed.set(entry.recipientId, entry);
    }
  }
  for (const recipient of recipients) {
    const past = recipient.attempts.map(pastAttempt);
    expect(countedAttempts(past, policy).length).toBeLessThanOrEqual(policy.maxAttempts);
    // Conservation: after the deadline everyone is closed, in the item as in the journal.
    expect(recipient.due, JSON.stringify(recipient)).toBeUndefined();
    expect(closed.has(recipient.recipientId), JSON.stringify(recipient)).toBe(true);
    // The journal tells every ring, and no other.
    const told = [...filed.values()].filter(({ recipientId }) => recipientId === recipient.recipientId);
    const rung = (rings.get(recipient.recipientId) ?? []).map(({ n }) => n);
    const sure = told.filter(({ disposition }) => disposition !== 'indeterminate' && disposition !== 'failed');
    expect(rung).toEqual(expect.arrayContaining(sure.map(({ n }) => n)));
    expect(told.map(({ n }) => n).sort()).toEqual(expect.arrayContaining(rung.sort()));
    const state = closed.get(recipient.recipientId)?.change;
    if (state?.type === 'closed' && state.state === 'deadline') {
      throw new Error(`A promise was broken on a feasible plan: ${JSON.stringify(recipient)}`);
    }
  }
}

/** `npm run soak -- campaigns` plays many, of 200 people each. */
const asked = process.env['PERMANENCE_SOAK_CAMPAIGNS'];
const campaigns = { count: Number(asked ?? 6), people: asked === undefined ? 20 : 200 };
const soakSeed = process.env['PERMANENCE_SOAK_SEED'];

describe('a cycle under crashes', () => {
  it('REFLEX-03/33, design principle 3: without any, everybody is served', async () => {
    const world = await live(1, 60, 0);
    check(world, 60);
  });

  it('REFLEX-33, COMMON-37: whatever crashes, repeats, is late or lost, nobody is lost, rung twice at once or more than the policy', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(0.002, 0.01), async (seed, share) => {
        const { people } = campaigns;
        // As many crashes in a large one as in a small one.
        const world = await live(seed, people, (share * 20) / people);
        expect(world.crashed).toBeGreaterThan(0);
        check(world, people);
      }),
      { numRuns: campaigns.count, ...(soakSeed === undefined ? {} : { seed: Number(soakSeed) }) },
    );
  });

  it('REFLEX-33: every point at which a port is called may crash, before it is first done and after, amid the cycle', async () => {
    const { points } = await live(3, 6, 0);
    expect([...points.keys()].toSorted()).toEqual([
      'board.readState',
      'board.writeState',
      'callbacks.dueUntil',
      'campaigns.add',
      'campaigns.campaigns',
      'campaigns.due',
      'campaigns.read',
      'campaigns.saveCampaign',
      'campaigns.write',
      'centre.now',
      'dialler.dial',
      'journal.append',
      'lock.acquire',
      'people.reveal',
      'presence.read',
      'register.removed',
    ]);
    for (const [point, passes] of points) {
      for (const [when, nth] of [
        ['before', 1],
        ['after', Math.ceil(passes / 2)],
      ] as const) {
        const world = await live(3, 6, 0, (_, at, pass) => (at === point && pass === nth ? when : undefined));
        expect(world.crashed, `${when} ${point} ${nth}`).toBe(1);
        check(world, 6);
      }
    }
  }, 60_000);

  it('principle 3: what a crash cut off between the table and the journal is told (found by seed 147425)', async () => {
    check(await live(147_425, 60, 0.01), 60);
  });
});
