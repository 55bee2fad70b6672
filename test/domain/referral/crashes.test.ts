import { describe, expect, it } from 'vitest';
import { acknowledgeReferral, closeReferral } from '../../../domain/referral/answer-referral.ts';
import { referEmergency } from '../../../domain/referral/create-referrals.ts';
import { runReferralClock } from '../../../domain/referral/run-referral-clock.ts';
import { minute, type ReferralWorld, referralWorld } from './referral-world.ts';

const key = { cell: 'sanitaire', referralId: 'canicule_3_r1_sanitaire_c1' };
const order = {
  programme: 'p',
  subject: 'r1',
  campaign: 'canicule',
  cycle: '3',
  contactId: 'c1',
  causeId: 'emergency#c1',
  at: minute(0),
};

/** An emergency, unacknowledged until it is handed on, then acknowledged and closed. A step that dies is sent again a second later; ticks are not. */
async function life(world: ReferralWorld): Promise<void> {
  await again((at) => referEmergency({ ...order, at }, world.ports), 0);
  for (let at = 1; at <= 31; at += 1) await tick(world, at);
  await again((at) => acknowledgeReferral(key, { programme: 'p', by: 'ana', at }, world.ports), 31.5);
  await tick(world, 32);
  await again((at) => closeReferral(key, 'SECOURS_ENVOYES', { programme: 'p', by: 'ana', at }, world.ports), 40.5);
  for (let at = 41; at <= 43; at += 1) await tick(world, at);
}

async function again(run: (at: string) => Promise<unknown>, at: number): Promise<void> {
  await run(minute(at)).catch(() => run(minute(at + 1 / 60)));
}

async function tick(world: ReferralWorld, at: number): Promise<void> {
  await runReferralClock('p', minute(at), world.ports).catch(() => undefined);
}

/** What is filed, without the second by which a repeated request is late: what was pressed and failed is there each time that it was pressed. */
function filed(world: ReferralWorld): readonly string[] {
  const types = world.journal.all().map((entry) => (entry.kind === 'referral' ? entry.change.type : ''));
  const isPressed = (type: string) => type === 'acknowledged' || type === 'closed';
  return types.filter((type, index) => !isPressed(type) || types[index - 1] !== type);
}

describe('REFLEX-19: nothing is lost', () => {
  it('by a crash before or after any call to a port', async () => {
    const quiet = referralWorld();
    await life(quiet);
    const expected = filed(quiet);
    expect(expected).toEqual(['created', 'notified', 'reminded', 'reminded', 'escalated', 'acknowledged', 'closed']);
    const calls = quiet.fault.calls;
    expect(calls).toBeGreaterThan(50);
    for (let crashAt = 1; crashAt <= calls; crashAt += 1) {
      for (const after of [false, true]) {
        const world = referralWorld();
        Object.assign(world.fault, { crashAt, after });
        await life(world);
        const where = `crash ${after ? 'after' : 'before'} call ${crashAt}`;
        expect(world.fault.calls, where).toBeGreaterThanOrEqual(crashAt);
        expect(filed(world), where).toEqual(expected);
        // Told at least once each; twice only for the one step whose telling the crash hid.
        expect(world.told.length - quiet.told.length, where).toBeOneOf([0, 1]);
        expect(new Set(world.told.map(({ title, contact }) => `${title} ${contact}`)), where).toEqual(
          new Set(quiet.told.map(({ title, contact }) => `${title} ${contact}`)),
        );
        const item = await world.referrals.read('p', key);
        expect(item?.due, where).toBeUndefined();
      }
    }
  });
});
