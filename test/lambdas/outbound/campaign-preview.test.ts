import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { RecipientEntry } from '../../../domain/campaign/campaign-entry.ts';
import type { DialPorts } from '../../../domain/campaign/dial-recipient.ts';
import type { DispatchPorts } from '../../../domain/campaign/dispatch-run.ts';
import { newCycle } from '../../../domain/campaign/new-cycle.ts';
import type { Recipient } from '../../../domain/campaign/recipient.ts';
import { withDue } from '../../../domain/campaign/recipient-facts.ts';
import { settleLeases } from '../../../domain/campaign/settle-leases.ts';
import type { PresentAgent } from '../../../domain/presence/presence.ts';
import type { RecipientProfile } from '../../../domain/recipient/profile.ts';
import { campaignPreviewHandler } from '../../../lambdas/campaign-preview/handler.ts';
import type { ApiEvent } from '../../../lambdas/middleware/http.ts';
import { programmes } from '../../../programmes/index.ts';
import { reflex } from '../../../programmes/reflex/programme.ts';
import { calendar, paris } from '../../domain/attempt/heat-wave.ts';
import { context } from '../../support/calls/events.ts';
import { MemoryContent, MemoryJournal, MemoryRegister, memoryPeople } from '../../support/calls/memory-ports.ts';
import { heatWave, schemes } from '../../support/campaigns/heat-wave-campaign.ts';
import { MemoryCampaigns, MemoryPeopleRegister } from '../../support/campaigns/memory-campaigns.ts';

const type = { ...heatWave, mode: 'preview' } as const;
const start = paris(6, '09:00');
const profile: RecipientProfile = {
  lastName: 'MARTIN',
  firstName: 'Odette',
  phones: [],
  reasons: ['age'],
  impairments: ['hearing'],
};

/** Two agents, and a cycle of three people, the first of whom was tried at nine. */
function centre() {
  const clock = { now: paris(6, '10:00') };
  const [campaigns, journal, register, callbacks] = [
    new MemoryCampaigns(),
    new MemoryJournal(),
    new MemoryPeopleRegister(),
    new MemoryRegister(),
  ];
  const people = memoryPeople();
  const content = new MemoryContent({ calendar, schemes, campaignTypes: [type] });
  const cycle = { ...newCycle(1, start, type, calendar, 3), state: 'ready', size: 3, callable: 3 } as const;
  const id = 'canicule_20260706T070000Z';
  const campaign: Campaign = {
    ...{ id, type: 'canicule', drill: false, state: 'active', level: 3 },
    ...{ activatedAt: start, activatedBy: 'cheffe', cycles: [cycle], version: 1 },
  };
  campaigns.kept.set('canicule', campaign);
  for (const [index, recipientId] of ['r1', 'r2', 'r3'].entries()) {
    const numberKey = `key-${index}`;
    people.numbers.set(numberKey, `+3314000000${index}`);
    const recipient: Recipient = {
      ...{ campaign: id, cycle: 1, recipientId, numbers: [numberKey], channel: 'voice', riskRank: index },
      ...{ attempts: [], version: 1 },
    };
    const kept = withDue(recipient, { policy: type.policy, calendar, cycle }, start);
    campaigns.recipients.set(`${id}-1 ${recipientId}`, kept);
  }
  const dials: { readonly token: string; readonly attributes: Readonly<Record<string, string>> }[] = [];
  const state = { throttled: false, cut: false };
  const agents: PresentAgent[] = ['amina', 'bruno'].map((agent) => ({
    agent,
    status: { name: 'Available', type: 'ROUTABLE', since: start },
    contacts: [],
    routingProfile: 'reflex-conseiller',
    eventAt: clock.now,
  }));
  const ports: DialPorts & Pick<DispatchPorts, 'presence'> = {
    ...{ campaigns, register, drillRegister: register, content, journal, lock: callbacks, people: people.people },
    presence: { read: async () => ({ agents: agents.map((one) => ({ ...one, eventAt: clock.now })), version: 1 }) },
    dialler: {
      dial: async ({ token, attributes }) => {
        if (state.cut) {
          throw new Error('the environment ended');
        }
        if (state.throttled) {
          return { type: 'throttled' };
        }
        dials.push({ token, attributes });
        return { type: 'dialled', contactId: `c-${token}` };
      },
    },
  };
  const settle = async () => {
    const run = { programme: 'reflex', at: clock.now, kind: 'tick', voiceReach: {}, concurrentCalls: 10 } as const;
    const [scheme] = schemes;
    const rules = { policy: type.policy, calendar, cycle };
    const scope = { run, campaign, cycle, key: `${id}-1`, type, scheme: scheme ?? fail(), schemes, rules };
    const none = async () => fail();
    const rest = { board: { readState: none, writeState: none }, centre: { now: none }, callbacks: { dueUntil: none } };
    return await settleLeases(scope, { ...ports, ...rest, contacts: { describe: async () => undefined } });
  };
  const handler = campaignPreviewHandler(async () => ({
    ports,
    view: {
      profiles: { reveal: async (_, ids) => new Map(ids.map((one) => [one, { profile, corrections: [] }])) },
      questionnaires: {
        records: { find: async () => undefined, keep: async () => true },
        catalogue: {
          inForce: async () => ({ questionnaire: reflex.outbound?.questionnaires?.[0] ?? fail(), version: 'v1' }),
          ofVersion: async () => undefined,
        },
      },
    },
    agentIds: { idOf: async (_, agent) => (agent === 'inconnu' ? undefined : `id-of-${agent}`) },
    programmes,
    voiceReach: { '+33': 'confirmed' },
    concurrentCalls: 10,
    now: () => clock.now,
  }));
  const ask = async (agent: string, path: Record<string, string> = {}, body: unknown = {}, role = 'reflex:agent') => {
    const event = {
      ...{ routeKey: 'x', body: JSON.stringify(body), isBase64Encoded: false },
      pathParameters: { programme: 'reflex', ...path },
      requestContext: { http: { method: 'POST' }, authorizer: { lambda: { groups: role, userName: agent } } },
    } as unknown as ApiEvent;
    const { statusCode, body: answer } = await handler(event, context);
    return { status: statusCode, body: JSON.parse(answer ?? 'null') };
  };
  return { ask, settle, clock, agents, dials, state, campaigns, journal, register, callbacks };
}

function fail(): never {
  throw new Error('reflex has no questionnaire');
}

describe('design decision 8: an agent reads, then calls', () => {
  it('shows each agent a person of their own, with what is known of them; asked again, the same', async () => {
    const { ask } = centre();
    const first = await ask('amina');
    expect(first).toMatchObject({
      status: 200,
      body: {
        result: 'person',
        attemptId: 'canicule_20260706T070000Z-1-r1-1',
        person: { lastName: 'MARTIN', impairments: ['hearing'] },
        attempts: [],
        skipMotives: { 'known-absence': expect.any(String) },
      },
    });
    expect((await ask('bruno')).body.attemptId).toContain('-r2-1');
    expect((await ask('amina')).body.attemptId).toBe(first.body.attemptId);
    expect(JSON.stringify(first.body)).not.toContain('+33');
  });

  it('REFLEX-33: dials for that agent alone, once, under the id of the attempt', async () => {
    const { ask, dials } = centre();
    const { attemptId } = (await ask('amina')).body;
    expect(await ask('bruno', { attemptId, action: 'call' })).toMatchObject({ status: 409 });
    expect(await ask('amina', { attemptId, action: 'call' })).toEqual({ status: 200, body: { result: 'called' } });
    expect(dials).toMatchObject([
      { token: attemptId, attributes: { dialMode: 'preview', agentId: 'id-of-amina', attemptId, nature: 'campaign' } },
    ]);
    expect((await ask('amina', { attemptId, action: 'call' })).status).toBe(409);
    expect((await ask('amina')).body.attemptId).toContain('-r2-1');
    expect(dials).toHaveLength(1);
  });

  it('passes over with a motive, in the journal, and shows the person again later', async () => {
    const { ask, clock, journal } = centre();
    const { attemptId } = (await ask('amina')).body;
    const odd = await ask('amina', { attemptId, action: 'skip' }, { motive: 'flemme' });
    expect(odd).toMatchObject({ status: 400, body: { error: expect.stringContaining('known-absence') } });
    await ask('amina', { attemptId, action: 'skip' }, { motive: 'known-absence' });
    const told = journal.all().filter((entry): entry is RecipientEntry => entry.kind === 'recipient');
    expect(told.map(({ change }) => change)).toEqual([{ type: 'skipped', motive: 'known-absence', by: 'amina', n: 1 }]);
    expect((await ask('amina')).body.attemptId).toContain('-r2-1');
    clock.now = paris(6, '10:16');
    // Behind those who have been due for longer.
    for (const agent of ['bruno', 'amina']) {
      await ask(agent, { attemptId: (await ask(agent)).body.attemptId, action: 'call' });
    }
    expect((await ask('bruno')).body.attemptId).toBe(attemptId);
  });

  it('a person in hand is free again after five minutes', async () => {
    const { ask, clock } = centre();
    const { attemptId } = (await ask('amina')).body;
    clock.now = paris(6, '10:05');
    expect((await ask('bruno')).body.attemptId).toBe(attemptId);
    expect((await ask('amina', { attemptId, action: 'call' })).status).toBe(409);
  });

  it('calls nobody for an agent who is away or on a call, nor outside hours, nor whoever left the register', async () => {
    const { ask, agents, clock, dials, register } = centre();
    const { attemptId } = (await ask('amina')).body;
    const busy = agents[0];
    agents[0] = { ...(busy ?? fail()), contacts: [{ contactId: 'c', state: 'CONNECTED', since: start }] };
    expect((await ask('amina', { attemptId, action: 'call' })).body.error).toContain('Soyez disponible');
    agents[0] = busy ?? fail();
    register.gone.add('r1');
    expect((await ask('amina', { attemptId, action: 'call' })).body.error).toContain('quitté le registre');
    expect((await ask('amina')).body.attemptId).toContain('-r2-1');
    clock.now = paris(6, '19:30');
    expect((await ask('bruno')).body).toEqual({ result: 'nobody' });
    expect(dials).toEqual([]);
  });

  it('too many dials at once: the person stays in hand, and the next try calls them', async () => {
    const { ask, state, dials } = centre();
    const { attemptId } = (await ask('amina')).body;
    state.throttled = true;
    expect((await ask('amina', { attemptId, action: 'call' })).body.error).toContain('recommencez');
    state.throttled = false;
    expect((await ask('amina', { attemptId, action: 'call' })).status).toBe(200);
    expect(dials).toHaveLength(1);
  });

  it('REFLEX-33: a dial that a crash cut leaves again for the agent who had read, if they are there', async () => {
    const { ask, settle, state, dials, clock } = centre();
    const { attemptId } = (await ask('amina')).body;
    state.cut = true;
    expect((await ask('amina', { attemptId, action: 'call' })).status).toBe(500);
    state.cut = false;
    clock.now = paris(6, '10:11');
    expect(await settle()).toBe(1);
    expect(dials).toMatchObject([{ token: attemptId, attributes: { dialMode: 'preview', agentId: 'id-of-amina' } }]);
  });

  it('REFLEX-33: when that agent has left, nobody is rung unread: the person is offered again as their next attempt', async () => {
    const { ask, settle, state, dials, clock, agents } = centre();
    const { attemptId } = (await ask('amina')).body;
    state.cut = true;
    await ask('amina', { attemptId, action: 'call' });
    state.cut = false;
    agents.shift();
    clock.now = paris(6, '10:11');
    expect(await settle()).toBe(1);
    expect(dials).toEqual([]);
    clock.now = paris(6, '14:30');
    const offered = [];
    for (const agent of ['bruno', 'carla', 'david']) offered.push((await ask(agent)).body.attemptId);
    expect(offered.filter((one) => one.includes('-r1-'))).toEqual([attemptId.replace(/1$/, '2')]);
  });

  it('COMMON-18: is for agents whose telephone is known', async () => {
    const { ask } = centre();
    expect((await ask('cheffe', {}, {}, 'reflex:client')).status).toBe(403);
    expect((await ask('inconnu')).body.error).toContain('téléphone');
    expect((await ask('amina', { attemptId: 'x', action: 'call' })).status).toBe(404);
    const { attemptId } = (await ask('amina')).body;
    expect((await ask('amina', { attemptId, action: 'oublier' })).status).toBe(404);
  });
});
