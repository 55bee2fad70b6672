import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { contentHash } from '../../../adapters/content-hash.ts';
import { dynamoContent } from '../../../adapters/dynamo-content.ts';
import { seedContent } from '../../../domain/content/seed-content.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await embeddedTables('content');
});
afterAll(() => tables.stop());

let clock = Date.parse('2025-07-04T00:00:00Z');
const content = () => dynamoContent(tables.client, 'content', () => clock);
const deploy = (programme: Programme, at: string) =>
  seedContent(programme, at, { versions: content(), hash: contentHash });
const named = (name: string, changes: Partial<Programme> = {}): Programme => ({ ...samps, name, ...changes });
const motive = { code: 'AUTRE_MOTIF', label: 'Un motif de plus' };

describe('dated content', () => {
  it('is seeded once, in force for all time, and a deployment of the same seeds writes nothing', async () => {
    const kinds = ['calendar', 'schemes', 'motives', 'callbackPolicy', 'texts', 'objectives', 'campaignTypes'];
    expect(await deploy(named('p1'), '2025-03-01T00:00:00.000Z')).toEqual(expect.arrayContaining(kinds));
    expect(await deploy(named('p1'), '2025-04-01T00:00:00.000Z')).toEqual([]);
    expect(await content().inForce('p1', 'calendar', '2025-01-01T00:00:00.000Z')).toEqual(samps.calendar);
  });

  it('a new seed is in force from its deployment, and the past keeps what was in force', async () => {
    await deploy(named('p2'), '2025-03-01T00:00:00.000Z');
    const motives = [...samps.motives, motive];
    expect(await deploy(named('p2', { motives }), '2025-07-01T00:00:00.000Z')).toEqual(['motives']);
    expect(await content().inForce('p2', 'motives', '2025-06-30T00:00:00.000Z')).toHaveLength(samps.motives.length);
    expect(await content().inForce('p2', 'motives', '2025-07-01T00:00:00.000Z')).toContainEqual(motive);
  });

  it('SAMPS-19: a live edit is in force at once for who reads anew, and no later seed outranks it', async () => {
    await deploy(named('p3'), '2025-03-01T00:00:00.000Z');
    const value = [...samps.motives, motive];
    await content().add('p3', 'motives', {
      validFrom: '2025-07-02T00:00:00.000Z',
      hash: contentHash(value),
      origin: 'edit',
      value,
    });
    const seed = named('p3', { motives: samps.motives.slice(0, 3) });
    expect(await deploy(seed, '2025-07-03T00:00:00.000Z')).toEqual(['motives']);
    expect(await content().inForce('p3', 'motives', '2025-07-04T00:00:00.000Z')).toEqual(value);
    expect(await deploy(seed, '2025-07-03T00:00:00.000Z')).toEqual([]);
  });

  it('SAMPS-40: an edit that is taken back is never in force, is kept to be read, and is not written again for the same instant', async () => {
    await deploy(named('p8'), '2025-03-01T00:00:00.000Z');
    const edit = { validFrom: '2025-08-01T00:00:00.000Z', hash: 'h', origin: 'edit', value: [motive] } as const;
    await content().add('p8', 'motives', edit);
    const cancelled = { by: 'superviseur', at: '2025-07-04T00:00:00.000Z', reason: 'Report du comité' };
    expect(await content().cancel('p8', 'motives', { ...edit, cancelled })).toBe(true);
    expect(await content().cancel('p8', 'motives', { ...edit, cancelled })).toBe(false);
    expect(await content().cancel('p8', 'motives', { ...edit, hash: 'none', cancelled })).toBe(false);
    expect(await content().inForce('p8', 'motives', edit.validFrom)).toEqual(samps.motives);
    expect((await content().versions('p8', 'motives')).at(-1)).toEqual({ ...edit, cancelled });
    expect(await content().add('p8', 'motives', edit)).toBe(false);
  });

  it('keeps what it read for five minutes by the clock', async () => {
    await deploy(named('p4'), '2025-03-01T00:00:00.000Z');
    const reader = content();
    const now = '2025-07-04T00:00:00.000Z';
    const before = await reader.inForce('p4', 'motives', now);
    const value = [motive];
    await content().add('p4', 'motives', { validFrom: '2025-07-01T00:00:00.000Z', hash: 'h', origin: 'edit', value });
    expect(await reader.inForce('p4', 'motives', now)).toEqual(before);
    clock += 5 * 60_000;
    expect(await reader.inForce('p4', 'motives', now)).toEqual(value);
  });

  it('asks every five minutes whether anything was edited, and reads all again when it was, or an hour later', async () => {
    await deploy(named('p5'), '2025-03-01T00:00:00.000Z');
    const sent = vi.spyOn(tables.client, 'send');
    const reader = content();
    const asked = async (later: number) => {
      clock += later * 60_000;
      sent.mockClear();
      const motives = await reader.inForce('p5', 'motives', '2025-07-04T00:00:00.000Z');
      return [motives.length, ...sent.mock.calls.map(([{ input }]) => JSON.stringify(input).match(/p5#[a-z-]+/)?.[0])];
    };
    const before = samps.motives.length;
    expect(await asked(0)).toEqual([before, 'p5#content']);
    // Its revision is not known yet.
    expect(await asked(5)).toEqual([before, 'p5#content-revision', 'p5#content']);
    expect(await asked(4)).toEqual([before]);
    expect(await asked(1)).toEqual([before, 'p5#content-revision']);
    const at = '2025-07-01T00:00:00.000Z';
    const version = { validFrom: at, hash: 'h', origin: 'edit', value: [motive] } as const;
    await content().add('p5', 'motives', version);
    expect(await asked(5)).toEqual([1, 'p5#content-revision', 'p5#content']);
    await content().cancel('p5', 'motives', { ...version, cancelled: { by: 'b', at, reason: 'r' } });
    expect(await asked(5)).toEqual([before, 'p5#content-revision', 'p5#content']);
    expect(await asked(55)).toEqual([before, 'p5#content-revision']);
    expect(await asked(5)).toEqual([before, 'p5#content-revision', 'p5#content']);
    sent.mockRestore();
  });

  it('names the kind and the instant when nothing is in force', async () => {
    await expect(content().inForce('nowhere', 'texts', '2025-07-04T00:00:00.000Z')).rejects.toThrow(
      'Programme "nowhere" has no "texts" in force at 2025-07-04T00:00:00.000Z',
    );
  });
});
