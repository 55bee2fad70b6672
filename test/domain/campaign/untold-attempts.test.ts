import { describe, expect, it } from 'vitest';
import type { AttemptEntry, CycleEntry } from '../../../domain/campaign/campaign-entry.ts';
import { noteDisposition } from '../../../domain/campaign/note-disposition.ts';
import { type Answer, CampaignWorld } from '../../support/campaigns/campaign-world.ts';
import { drawn } from '../../support/drawn.ts';
import { paris } from '../attempt/heat-wave.ts';

const cycle = 'canicule_20260706T070000Z-1';
const dispositions = ['complete', 'partial', 'refused', 'hearing', 'helper-answered'] as const;

function attempts(world: CampaignWorld): readonly AttemptEntry[] {
  return world.journal.all().filter((entry) => entry.kind === 'attempt');
}

describe('an attempt whose contact record is given up', () => {
  it('REFLEX-33, principle 3: is in the journal with what its agent wrote, whatever that was, and their cycle ends', async () => {
    const world = new CampaignWorld(paris(6, '09:00'), { givesUp: (event) => drawn(8, event) < 0.5 });
    world.enrol(40);
    world.answers = (recipientId, n): Answer => ({
      ...{ type: 'somebody', after: 5, talk: 60 },
      disposition: dispositions[Math.floor(drawn(9, recipientId, n) * dispositions.length)] ?? 'partial',
    });
    await world.declare(3);
    await world.until(paris(6, '12:00'));
    await world.declare(1, 'finish-cycle');
    await world.until(paris(8, '12:00'));
    const said = [...world.campaigns.recipients.values()].flatMap(({ recipientId, attempts: made, due }) => {
      expect(due).toBeUndefined();
      return made.map((one) => `${recipientId} ${one.n} ${one.said?.disposition}`);
    });
    const last = new Map(attempts(world).map((one) => [one.attemptId, one]));
    expect([...last.values()].map((one) => `${one.recipientId} ${one.n} ${one.disposition}`).toSorted()).toEqual(
      said.toSorted(),
    );
    expect(said.length).toBe(world.rings.length);
    expect(new Set(said.map((one) => one.split(' ')[2])).size).toBe(dispositions.length);
    expect([...world.campaigns.kept.values()][0]?.state).toBe('over');
  });

  it('REFLEX-34: is settled although the person rang us, and had left the due index before', async () => {
    const world = new CampaignWorld(paris(6, '09:00'));
    world.enrol(1);
    world.answers = (): Answer => ({ type: 'somebody', after: 5, talk: 60, disposition: 'complete' });
    await world.declare(3);
    await world.until(paris(6, '10:00'));
    const [reached] = world.campaigns.recipients.values();
    expect(reached?.due).toBeUndefined();
    const answer = await noteDisposition(
      {
        programme: 'reflex',
        attempt: { campaign: 'canicule_20260706T070000Z', cycle: 1, recipientId: 'r0000', n: 0 },
        contactId: 'rang-us',
        startedAt: paris(6, '09:58'),
        disposition: 'partial',
        revision: 1,
        agent: 'agent',
        at: paris(6, '10:00'),
      },
      world.ports,
    );
    expect(answer.type).toBe('noted');
    await world.until(paris(6, '10:30'));
    expect(attempts(world).find(({ n }) => n === 0)).toMatchObject({ disposition: 'partial', contactId: 'rang-us' });
    const [settled] = await world.campaigns.read('reflex', cycle, ['r0000']);
    expect(settled?.due).toBeUndefined();
  });
});

it('REFLEX-09, principle 3: a level that rises again is in the journal although its declaration crashed before it told so', async () => {
  const world = new CampaignWorld(paris(6, '09:00'));
  world.enrol(2);
  await world.declare(3);
  await world.until(paris(6, '10:00'));
  await world.declare(2);
  await world.until(paris(6, '11:00'));
  world.mischief = { crashes: (_call, point) => (point === 'journal.append' ? 'before' : undefined) };
  await expect(world.declare(3)).rejects.toThrow();
  world.mischief = {};
  expect((await world.declare(3)).type).toBe('unchanged');
  await world.until(paris(6, '11:02'));
  const told = world.journal.all().filter((entry): entry is CycleEntry => entry.kind === 'cycle');
  expect(told.filter(({ change }) => change.type === 'resumed').map(({ time, change }) => [time, change])).toEqual([
    [paris(6, '11:00'), { type: 'resumed', level: 3, by: 'cheffe' }],
  ]);
});
