import { describe, expect, it } from 'vitest';
import { derive, laneRandom } from '../../../local/kernel/random.ts';
import { Centre, functionArn } from './support/centre.ts';
import {
  attributes,
  callbackNumber,
  createCallback,
  disconnect,
  flow,
  hook,
  lambda,
  loopMessages,
  menu,
  say,
  setQueue,
  toQueue,
} from './support/flows.ts';

/** A busy hour around midnight UTC: 120 callers of all kinds, 4 agents, functions that answer after random real delays. */
async function hour(seed: string, concurrency: number) {
  const slow = async () => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
    return { nom: 'x' };
  };
  const centre = await Centre.open({
    seed,
    concurrency,
    start: '2025-07-03T23:30:00Z',
    unfriendly: { duplicate: 0.05, lose: 0.02, reorder: 0.05 },
    functions: { contexte: slow },
  });
  const agents = ['lea', 'max', 'zoe', 'tom'];
  const queues = await centre.staff(['aide', 'bourses'], agents);
  const waiting = await centre.flow(
    'attente',
    flow(
      loopMessages('boucle', 'Veuillez patienter.', '25', 'fonction'),
      lambda('fonction', functionArn('contexte'), 'offre', 'boucle'),
      menu('offre', 'Pour être rappelé, tapez 1.', { '1': 'numero' }, 'boucle'),
      callbackNumber('numero', '$.CustomerEndpoint.Address', 'cree'),
      createCallback('cree', '1', '60', 'fin'),
      disconnect('fin'),
    ),
    'CUSTOMER_QUEUE',
  );
  centre.answerWith(
    await centre.flow(
      'accueil',
      flow(
        lambda('contexte', functionArn('contexte'), 'h', 'h'),
        hook('h', 'CustomerQueue', waiting, 'menu'),
        menu('menu', 'Tapez 1 ou 2.', { '1': 'un', '2': 'deux' }, 'adieu'),
        attributes('un', { scheme: 'AIDE' }, 'file1'),
        attributes('deux', { scheme: 'BOURSES' }, 'file2'),
        setQueue('file1', queues['aide'] ?? '', 't'),
        setQueue('file2', queues['bourses'] ?? '', 't'),
        toQueue('t', 'adieu'),
        say('adieu', 'Au revoir.', 'fin'),
        disconnect('fin'),
      ),
    ),
  );
  const { kernel } = centre.cloud;
  for (const username of agents) {
    const { phone } = centre.agent(username);
    const lane = `test/agent/${username}`;
    kernel.after(0, lane, () => phone.setStatus('Available'));
    phone.on((event) => {
      if (!('contactId' in event)) return;
      const random = laneRandom(seed, `${lane}/${event.contactId}/${event.type}`);
      if (event.type === 'offered' && !random.chance(0.05))
        kernel.after(random.integer(1000, 6000), lane, () => phone.accept());
      if (event.type === 'missed') kernel.after(random.integer(5000, 20_000), lane, () => phone.setStatus('Available'));
      if (event.type === 'connected') kernel.after(random.exponential(90_000), lane, () => phone.hangUp());
      if (event.type === 'after-call-work')
        kernel.after(random.integer(2000, 40_000), lane, () => phone.completeAfterCallWork());
    });
  }
  centre.part.connect.onRingAnyone((ring) => {
    const random = laneRandom(seed, `ring/${ring.contactId}`);
    return random.chance(0.6) ? { kind: 'answer', afterSeconds: random.integer(3, 40) } : { kind: 'no-answer' };
  });
  for (let index = 0; index < 120; index += 1) {
    const lane = `test/caller/${String(index).padStart(3, '0')}`;
    const random = laneRandom(seed, lane);
    kernel.after(random.integer(0, 3_000) * 1000, lane, () => {
      const { call } = centre.call(lane, `+336${String(10_000_000 + index)}`);
      const patience = random.exponential(120_000);
      kernel.after(patience, `${lane}/patience`, () => call.hangUp());
      call.hear((event) => {
        if (event.type !== 'prompt') return;
        if (event.text.startsWith('Tapez')) kernel.after(1500, lane, () => call.press(random.pick(['1', '2', '7'])));
        if (event.text.startsWith('Pour') && random.chance(0.3)) kernel.after(1500, lane, () => call.press('1'));
      });
    });
  }
  await centre.play(2 * 3600);
  await centre.part.stop?.();
  const emissions = [
    ...centre.cloud.sentRecords.map(({ at, stream, data, lane }) => `${at} ${stream} ${lane} ${data}`),
    ...centre.cloud.sentEvents.map(({ at, lane, entry }) => `${at} ${lane} ${JSON.stringify(entry)}`),
  ];
  return { centre, hash: derive(...emissions), emissions };
}

describe('a seeded hour', () => {
  it('emits the same at concurrency 1 and 4, with real delays in functions; another seed differs', async () => {
    const one = await hour('s1', 1);
    const four = await hour('s1', 4);
    expect(four.emissions).toEqual(one.emissions);
    expect((await hour('s2', 4)).hash).not.toBe(one.hash);
  });

  it('loses no call: every caller who was let in has one chain of records that ended once', async () => {
    const { centre } = await hour('s3', 4);
    const records = centre.records();
    const inbound = new Set(
      records.filter((record) => record['InitiationMethod'] === 'INBOUND').map((record) => record['ContactId']),
    );
    const turnedAway = centre.part.connect.metricSum('CallsBreachingConcurrencyQuota');
    expect(inbound.size + turnedAway).toBe(120);
    expect(centre.part.connect.metricSum('CallsPerInterval')).toBe(120);
    for (const record of records) {
      expect(record['DisconnectReason']).not.toBeNull();
      if (record['InitiationMethod'] === 'CALLBACK') expect(inbound.has(record['InitialContactId'])).toBe(true);
    }
    expect(centre.part.connect.world.activeCalls.count).toBe(0);
    expect(centre.part.connect.flowErrors).toEqual([]);
    expect([...centre.part.connect.world.lines.values()].map((line) => line.size)).toEqual([0, 0]);
    expect(records.some((record) => record['InitiationMethod'] === 'CALLBACK')).toBe(true);
    const midnight = records.filter(
      (record) =>
        String(record['InitiationTimestamp']) < '2025-07-04' && String(record['DisconnectTimestamp']) >= '2025-07-04',
    );
    expect(midnight.length).toBeGreaterThan(0);
  });

  it('doubles some records and never changes them', async () => {
    const { centre } = await hour('s4', 1);
    const keys = centre
      .records()
      .map((record) => `${String(record['ContactId'])} ${String(record['LastUpdateTimestamp'])}`);
    expect(keys.length).toBeGreaterThan(new Set(keys).size);
    const texts = new Map<string, string>();
    for (const record of centre.records()) {
      const key = `${String(record['ContactId'])} ${String(record['LastUpdateTimestamp'])}`;
      expect(texts.get(key) ?? JSON.stringify(record)).toBe(JSON.stringify(record));
      texts.set(key, JSON.stringify(record));
    }
  });
});
