import { ScanCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoCampaigns } from '../../../adapters/dynamo-campaigns.ts';
import { type Disposition, dispositions, isDisposition } from '../../../domain/attempt/dispositions.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { CampaignAttempt, Recipient } from '../../../domain/campaign/recipient.ts';
import { itemSize } from '../../../local/storage/item-size.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await embeddedTables('campaigns');
});
afterAll(() => tables.stop());

const campaigns = () => dynamoCampaigns(tables.client, 'campaigns');
const campaign = 'canicule_20260706T070000Z';
const from = '2026-07-06T07:00:00.000Z';
const later = (minutes: number) => new Date(Date.parse(from) + minutes * 60_000).toISOString();
const person = (recipientId: string, more: Partial<Recipient> = {}): Recipient => ({
  campaign,
  cycle: 1,
  recipientId,
  numbers: ['AAAAAAAAAAAAAAAAAAAAAA', 'BBBBBBBBBBBBBBBBBBBBBB'],
  channel: 'voice',
  riskRank: 3,
  attempts: [],
  due: { rank: 5, at: from },
  version: 1,
  ...more,
});
const key = `${campaign}-1`;
const partition = (rank: number, shard = 0) => ({ cycle: key, rank, shard });

const code = fc.constantFrom(...Object.keys(dispositions).filter(isDisposition)) as fc.Arbitrary<Disposition>;
const instant = fc.integer({ min: 0, max: 100_000 }).map(later);
const attempt: fc.Arbitrary<CampaignAttempt> = fc.record(
  {
    n: fc.integer({ min: 0, max: 9 }),
    startedAt: instant,
    numberKey: fc.constantFrom('AAAAAAAAAAAAAAAAAAAAAA', 'BBBBBBBBBBBBBBBBBBBBBB', 'another'),
    leaseUntil: instant,
    contactId: fc.uuid(),
    call: fc.record(
      {
        endedAt: instant,
        disposition: code,
        talked: fc.boolean(),
        agent: fc.constantFrom('amina.diallo', 'jules.costa'),
        answeredByCustomer: fc.boolean(),
        complianceAbandon: fc.boolean(),
      },
      { requiredKeys: ['endedAt', 'disposition', 'talked', 'answeredByCustomer', 'complianceAbandon'] },
    ),
    said: fc.record(
      {
        disposition: code,
        at: instant,
        agent: fc.constantFrom('amina.diallo', 'jules.costa'),
        revision: fc.integer({ min: 0, max: 99 }),
        askedFor: instant,
        absentUntil: instant,
        complete: fc.boolean(),
      },
      { requiredKeys: ['disposition', 'at', 'agent', 'revision'] },
    ),
  },
  { requiredKeys: ['n', 'startedAt', 'numberKey'] },
);

describe('campaigns in DynamoDB', () => {
  it('COMMON-37: gives back every recipient as it was written', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { maxLength: 6 }), fc.boolean(), async (attempts, isMuch) => {
        run += 1;
        const one = person(`p${run}`, {
          attempts,
          ...(isMuch
            ? {
                channel: 'other',
                notBefore: later(5),
                absentUntil: later(6),
                deceased: true,
                removed: true,
                stopped: true,
                zones: ['Pacific/Noumea'],
                manualNumbers: ['BBBBBBBBBBBBBBBBBBBBBB'],
              }
            : {}),
        });
        await campaigns().add('reflex', [one], 4);
        expect(await campaigns().read('reflex', key, [one.recipientId])).toEqual([one]);
      }),
      { numRuns: 60 },
    );
  });

  it('design decision 13: claims over the version read alone, and finds nobody twice', async () => {
    const one = person('claimed');
    await campaigns().add('reflex', [one], 1);
    await campaigns().add('reflex', [{ ...one, riskRank: 9 }], 1);
    expect((await campaigns().read('reflex', key, ['claimed']))[0]?.riskRank).toBe(3);
    expect(await campaigns().write('reflex', { ...one, version: 2 }, 1)).toBe(true);
    expect(await campaigns().write('reflex', { ...one, version: 2 }, 1)).toBe(false);
  });

  it('A-13: gives who is due first, then the most fragile, page after page, and nobody of another programme', async () => {
    const cycle = 'canicule_20260707T070000Z-1';
    const due = (recipientId: string, at: number, riskRank: number) =>
      person(recipientId, { campaign: 'canicule_20260707T070000Z', riskRank, due: { rank: 6, at: later(at) } });
    await campaigns().add('reflex', [due('a', 0, 9), due('b', 0, 1), due('c', -5, 7), due('d', 30, 0)], 1);
    await campaigns().add('autre', [due('z', -9, 0)], 1);
    const range = { until: later(10), limit: 2 };
    const first = await campaigns().due('reflex', { cycle, rank: 6, shard: 0 }, range);
    expect(first.map(({ recipientId }) => recipientId)).toEqual(['c', 'b']);
    const after = first.at(-1)?.position ?? '';
    const rest = await campaigns().due('reflex', { cycle, rank: 6, shard: 0 }, { ...range, after });
    expect(rest.map(({ recipientId, due: line }) => [recipientId, line])).toEqual([['a', { rank: 6, at: later(0) }]]);
    expect(await campaigns().due('reflex', { cycle, rank: 5, shard: 0 }, range)).toEqual([]);
  });

  it('spreads a large cycle over its shards, each person always in the same one', async () => {
    const cycle = 'canicule_20260708T070000Z-1';
    const many = Array.from({ length: 130 }, (_, index) =>
      person(`s${index}`, { campaign: 'canicule_20260708T070000Z' }),
    );
    await campaigns().add('reflex', many, 3);
    const pages = await Promise.all(
      [0, 1, 2].map((shard) =>
        campaigns().due('reflex', { ...partition(5, shard), cycle }, { until: later(10), limit: 500 }),
      ),
    );
    expect(pages.flat()).toHaveLength(130);
    expect(Math.min(...pages.map(({ length }) => length))).toBeGreaterThan(20);
    const ids = many.map(({ recipientId }) => recipientId);
    expect(await campaigns().read('reflex', cycle, ids)).toHaveLength(130);
  });

  it('REFLEX-34: finds who has a number, a whole family if need be', async () => {
    const cycle = 'canicule_20260709T070000Z-1';
    const family = ['f1', 'f2'].map((id) => person(id, { campaign: 'canicule_20260709T070000Z', numbers: ['shared'] }));
    await campaigns().add('reflex', family, 1);
    expect((await campaigns().ofNumber('reflex', cycle, 'shared')).toSorted()).toEqual(['f1', 'f2']);
    expect(await campaigns().ofNumber('reflex', cycle, 'nobody')).toEqual([]);
    expect(await campaigns().ofNumber('autre', cycle, 'shared')).toEqual([]);
  });

  it('REFLEX-33: keeps one campaign of a type, rewritten over the version that was read', async () => {
    const one: Campaign = {
      id: campaign,
      type: 'canicule',
      drill: false,
      state: 'active',
      level: 3,
      activatedAt: from,
      activatedBy: 'cheffe',
      cycles: [],
      version: 1,
    };
    expect(await campaigns().saveCampaign('reflex', one)).toBe(true);
    expect(await campaigns().saveCampaign('reflex', one)).toBe(false);
    expect(await campaigns().saveCampaign('reflex', { ...one, state: 'over', version: 2 })).toBe(true);
    expect(await campaigns().campaigns('reflex')).toEqual([{ ...one, state: 'over', version: 2 }]);
    expect(await campaigns().campaigns('autre')).toEqual([]);
  });

  it('keeps what dispatchers tell each other, one at a time', async () => {
    const board = campaigns();
    const state = await board.readState('reflex');
    expect(state).toEqual({ flights: [], positions: {}, version: 0 });
    expect(await board.writeState('reflex', { flights: [from], positions: { a: 'b' }, version: 1 })).toBe(true);
    expect(await board.writeState('reflex', { flights: [], positions: {}, version: 1 })).toBe(false);
    expect(await board.readState('reflex')).toEqual({ flights: [from], positions: { a: 'b' }, version: 1 });
  });

  it('a person talked with four times, whose line was busy twice, still fits in one write unit', async () => {
    const call = {
      endedAt: later(1),
      disposition: 'no-answer',
      talked: true,
      agent: 'alexandrine.delacroix-beaumont',
      answeredByCustomer: true,
      complianceAbandon: false,
    } as const;
    const { agent: _, ...unanswered } = { ...call, talked: false, answeredByCustomer: false };
    const busy = { ...unanswered, disposition: 'busy' } as const;
    const said = {
      disposition: 'call-later',
      at: later(2),
      agent: call.agent,
      revision: 1,
      askedFor: later(90),
    } as const;
    const attempts = [1, 2, 3, 4, 5, 6].map((n) => ({
      n,
      startedAt: later(n * 150),
      numberKey: 'AAAAAAAAAAAAAAAAAAAAAA',
      contactId: 'aca38c1c-8aa9-8b0d-a786-d2c7933e8dc5',
      ...(n > 4 ? { call: busy } : { call, said }),
    }));
    const id = '9f1c2d3e-4b5a-4c6d-8e7f-0a1b2c3d4e5f';
    await campaigns().add('reflex', [person(id, { attempts })], 1);
    const { Items = [] } = await tables.client.send(new ScanCommand({ TableName: 'campaigns' }));
    const item = Items.find((one) => one['item']?.S?.endsWith(`#${id}`) && one['tries'] !== undefined);
    const size = itemSize(JSON.parse(JSON.stringify(item)));
    expect(size).toBeGreaterThan(700);
    expect(size).toBeLessThanOrEqual(1024);
  });
});
