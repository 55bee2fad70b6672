import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { callScriptHandler } from '../../../lambdas/call-script/handler.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { MemoryContent } from '../../support/calls/memory-ports.ts';
import { MemoryCampaigns } from '../../support/campaigns/memory-campaigns.ts';
import { apiEvent, context } from '../report/api-event.ts';

const id = 'renouvellement1_20250704T000000Z';
const attemptId = `${id}-1-r1-1`;
const campaign: Campaign = {
  ...{ id, type: 'renouvellement1', drill: false, state: 'active', level: 0, activatedBy: 'superviseur', version: 1 },
  activatedAt: '2025-07-04T00:00:00.000Z',
  order: { name: 'Relances', lists: ['a'], deadline: '2025-07-09', setBy: 'cheffe', people: 1, late: false },
  cycles: [
    {
      ...{ n: 1, from: '2025-07-04T00:00:00.000Z', until: '2025-07-09T05:00:00.000Z', renewsAt: '9999' },
      ...{ firstCallBy: '2025-07-04T00:00:00.000Z', state: 'ready', size: 1, callable: 1, shards: 1 },
    },
  ],
};

const campaigns = new MemoryCampaigns();
campaigns.kept.set(campaign.type, campaign);
const profile = {
  ...{ lastName: 'Boae', firstName: 'Rose', phones: [], reasons: [], impairments: [] },
  files: [{ scheme: 'BOURSES', kind: 'incomplete', list: 'a', missingDocuments: ['RIB'] }],
} as const;

const handler = callScriptHandler(async () => ({
  campaigns,
  content: new MemoryContent(),
  profiles: {
    reveal: async (_programme, ids) =>
      new Map(ids.filter((one) => one === 'r1').map((one) => [one, { profile, corrections: [] }])),
  },
  programmes: { samps },
  now: () => '2025-07-04T01:00:00.000Z',
}));

const ask = async (method: 'GET' | 'POST', body: unknown, attempt = attemptId, groups = 'samps:agent') => {
  const pathParameters = { programme: 'samps', attemptId: attempt };
  const event = apiEvent('/script', { method, groups, userName: 'jeanne.poithily', pathParameters });
  const { statusCode, body: text } = await handler({ ...event, body: JSON.stringify(body ?? {}) }, context);
  return { status: statusCode, text: String(text) };
};

describe('SAMPS-34: the script blocks file data until the identity is ticked', () => {
  it('who is called, first', async () => {
    const { status, text } = await ask('GET', undefined);
    expect(status).toBe(200);
    expect(text).toContain('Rose Boae');
    expect(text).not.toMatch(/RIB|Bourses/);
  });

  it.each([[{}], [{ identityVerified: false }], [{ identityVerified: 'true' }]])('%j is not a tick', async (body) => {
    const { status, text } = await ask('POST', body);
    expect(status).toBe(403);
    expect(text).not.toMatch(/RIB|Bourses/);
  });

  it('SAMPS-31: then the documents, where to send them, and an appointment', async () => {
    const { status, text } = await ask('POST', { identityVerified: true });
    expect(status).toBe(200);
    for (const part of ['RIB', 'Bourses', 'demarches.province-sud.nc', 'booking']) expect(text).toContain(part);
  });

  it('of a call of an order in hand only, to those of the programme only', async () => {
    expect((await ask('GET', undefined, `${id}-1-unknown-1`)).status).toBe(404);
    expect((await ask('GET', undefined, 'canicule_20250704T000000Z-1-r1-1')).status).toBe(404);
    expect((await ask('GET', undefined, 'x')).status).toBe(404);
    expect((await ask('GET', undefined, attemptId, 'reflex:agent')).status).toBe(403);
  });
});
