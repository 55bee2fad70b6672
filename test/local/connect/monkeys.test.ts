import { describe, expect, it } from 'vitest';
import type { PhoneCall } from '../../../local/connect/index.ts';
import { laneRandom } from '../../../local/kernel/random.ts';
import { Centre } from './support/centre.ts';
import {
  callbackNumber,
  createCallback,
  disconnect,
  endFlow,
  flow,
  hook,
  loopMessages,
  menu,
  moveToQueue,
  say,
  setQueue,
  toQueue,
} from './support/flows.ts';

/** Everybody does anything at any moment: agents, callers, the called, and StopContact. Nothing may be lost, doubled or left hanging. */
async function chaos(seed: string) {
  const centre = await Centre.open({ seed, quotas: { concurrentCalls: 25 } });
  const agents = ['lea', 'max', 'zoe'];
  const queues = await centre.staff(['aide', 'bourses'], agents, {
    PhoneConfig: { PhoneType: 'SOFT_PHONE', AfterContactWorkTimeLimit: 60 },
  });
  const waiting = await centre.flow(
    'attente',
    flow(
      loopMessages('boucle', 'Veuillez patienter.', '15', 'choix'),
      menu('choix', 'Rappel 1, autre file 2.', { '1': 'numero', '2': 'part', '3': 'reste' }, 'boucle'),
      callbackNumber('numero', '$.CustomerEndpoint.Address', 'cree'),
      createCallback('cree', '3', '30', 'fin'),
      moveToQueue('part', queues['bourses'] ?? '', 'boucle'),
      endFlow('reste'),
      disconnect('fin'),
    ),
    'CUSTOMER_QUEUE',
  );
  const survey = await centre.flow('enquete', flow(say('s', 'Merci de votre appel, à bientôt.', 'x'), disconnect('x')));
  const transfer = await centre.flow(
    'transfert',
    flow(say('s', 'Un instant.', 't'), toQueue('t', 'x'), disconnect('x')),
    'QUEUE_TRANSFER',
  );
  await centre.create('QuickConnect', 'Q', {
    Name: 'vers aide',
    QuickConnectConfig: {
      QuickConnectType: 'QUEUE',
      QueueConfig: { ContactFlowArn: transfer, QueueArn: queues['aide'] ?? '' },
    },
  });
  centre.answerWith(
    await centre.flow(
      'accueil',
      flow(
        hook('h', 'CustomerQueue', waiting, 'r'),
        hook('r', 'CustomerRemaining', survey, 'q'),
        setQueue('q', queues['aide'] ?? '', 't'),
        toQueue('t', 'x'),
        disconnect('x'),
      ),
    ),
  );
  const { kernel } = centre.cloud;
  const { connect } = centre.part;
  const stop = centre.cloud.registeredStandIns.get('connect');
  const end = kernel.now() + 1_800_000;
  const calls: PhoneCall[] = [];
  const monkey = (lane: string, meanMs: number, act: (pick: (choices: readonly string[]) => string) => void) => {
    const random = laneRandom(seed, lane);
    const step = () => {
      if (kernel.now() >= end) return;
      act((choices) => random.pick(choices));
      kernel.after(Math.round(random.exponential(meanMs)), lane, step);
    };
    kernel.after(random.integer(0, 5000), lane, step);
  };
  for (const username of agents) {
    const { phone } = centre.agent(username);
    monkey(`agent/${username}`, 4000, (pick) => {
      const choice = pick([
        'available',
        'available',
        'pause',
        'accept',
        'accept',
        'accept',
        'decline',
        'hangUp',
        'hold',
        'resume',
        'done',
        'done',
        'logout',
        'transfer',
        'nothing',
      ]);
      if (choice === 'available') phone.setStatus('Available');
      if (choice === 'pause') phone.setStatus('Pause');
      if (choice === 'accept') phone.accept();
      if (choice === 'decline') phone.decline();
      if (choice === 'hangUp') phone.hangUp();
      if (choice === 'hold') phone.hold();
      if (choice === 'resume') phone.resume();
      if (choice === 'done') phone.completeAfterCallWork();
      if (choice === 'logout') phone.logout();
      if (choice === 'transfer') phone.transfer('vers aide');
    });
  }
  const live: PhoneCall[] = [];
  const listen = (call: PhoneCall, lane: string) => {
    live.push(call);
    monkey(lane, 15_000, (pick) => {
      const choice = pick(['1', '2', '3', '#', 'nothing', 'nothing', 'hangUp']);
      if (call.ended || choice === 'nothing') return;
      if (choice === 'hangUp') call.hangUp();
      else call.press(choice);
    });
  };
  connect.onRingAnyone((ring) => {
    const random = laneRandom(seed, `ring/${ring.contactId}`);
    const choice = random.pick(['answer', 'answer', 'later', 'refuse', 'never']);
    if (choice === 'answer') listen(ring.call, `callee/${ring.contactId}`);
    if (choice === 'answer') return { kind: 'answer', afterSeconds: random.integer(1, 30) };
    if (choice === 'later')
      kernel.after(random.integer(1, 90) * 1000, `ring/${ring.contactId}`, () =>
        listen(ring.answer(), `callee/${ring.contactId}`),
      );
    if (choice === 'refuse') kernel.after(3000, `ring/${ring.contactId}`, () => ring.refuse());
    return undefined;
  });
  monkey('callers', 12_000, () => {
    const { call } = centre.call('callers', `+336${String(10_000_000 + calls.length)}`);
    calls.push(call);
    listen(call, `caller/${call.contactId}`);
  });
  monkey('stopper', 20_000, (pick) => {
    const ids = [...connect.world.contacts.values()]
      .filter(({ disconnectedAt }) => disconnectedAt === undefined)
      .map(({ id }) => id);
    if (ids.length === 0) return;
    const id = pick(ids.sort());
    const method = connect.world.contacts.get(id)?.state.initiationMethod ?? '';
    if (['TRANSFER', 'QUEUE_TRANSFER', 'DISCONNECT'].includes(method)) return;
    const input = { InstanceId: connect.instance.id, ContactId: id };
    const lane = `stop/${kernel.now()}/connect.StopContact/1`;
    void stop?.handle({ service: 'connect', action: 'StopContact', input, lane, principal: { type: 'administrator' } });
  });
  await centre.play(1800);
  for (const call of live) call.hangUp();
  for (const username of agents) connect.agent(username).logout();
  await centre.play(60);
  const open = [...connect.world.contacts.values()].filter(({ phase }) => phase !== 'completed');
  // What may still be waiting is a callback: with nobody logged in, it would for days.
  for (const { id, state } of open) expect([id, state.initiationMethod]).toEqual([id, 'CALLBACK']);
  for (const { id } of open) {
    const input = { InstanceId: connect.instance.id, ContactId: id };
    void stop?.handle({
      service: 'connect',
      action: 'StopContact',
      input,
      lane: `end/${id}/connect.StopContact/1`,
      principal: { type: 'administrator' },
    });
    await centre.play(1);
  }
  await centre.play(200);
  await centre.part.stop?.();
  return { centre, calls };
}

describe('a centre full of monkeys', () => {
  it.each(['a', 'b', 'c', 'd', 'e', 'f'])('loses, doubles and leaves nothing (seed %s)', async (seed) => {
    const { centre, calls } = await chaos(seed);
    const { world } = centre.part.connect;
    expect(world.activeCalls.count).toBe(0);
    expect([...world.contacts.values()].filter(({ phase }) => phase !== 'completed')).toEqual([]);
    for (const { size, scheduled } of world.lines.values()) expect([size, scheduled]).toEqual([0, 0]);
    for (const agent of world.agents.values()) expect([agent.loggedIn, agent.on]).toEqual([false, undefined]);
    for (const call of calls) expect(call.ended).toBe(true);
    const records = centre.records();
    expect(records.map((record) => String(record['ContactId'])).sort()).toEqual([...world.contacts.keys()].sort());
    for (const contact of world.contacts.values()) {
      const types = centre.events(contact.id);
      for (const type of ['INITIATED', 'DISCONNECTED', 'COMPLETED'])
        expect(
          types.filter((each) => each === type),
          `${contact.id} ${type}`,
        ).toHaveLength(1);
    }
    for (const record of records) {
      const agent: unknown = record['Agent'];
      if (typeof agent !== 'object' || agent === null) continue;
      for (const [name, value] of Object.entries(agent))
        if (name.endsWith('Duration')) expect(value, name).toBeGreaterThanOrEqual(0);
    }
    for (const number of calls.keys())
      expect(centre.part.connect.liveCalls(`+336${String(10_000_000 + number)}`)).toBe(0);
    expect(centre.part.connect.flowErrors).toEqual([]);
    const methods = new Set(records.map((record) => record['InitiationMethod']));
    expect([...methods].sort()).toEqual(expect.arrayContaining(['CALLBACK', 'INBOUND', 'QUEUE_TRANSFER']));
  });
});
