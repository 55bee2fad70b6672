import { describe, expect, it } from 'vitest';
import type { AttemptPolicy } from '../../../domain/attempt/attempt-policy.ts';
import { armingJudge } from '../../../domain/campaign/arming.ts';
import type { AttemptEntry, CycleEntry, RecipientEntry } from '../../../domain/campaign/campaign-entry.ts';
import type { DispatchPorts } from '../../../domain/campaign/dispatch-run.ts';
import { inboundContext } from '../../../domain/context/inbound-context.ts';
import type { PresentAgent } from '../../../domain/presence/presence.ts';
import { campaignControlHandler } from '../../../lambdas/campaign-control/handler.ts';
import { campaignDispatcherHandler } from '../../../lambdas/campaign-dispatcher/handler.ts';
import { fileRecords } from '../../../lambdas/contact-records/file-records.ts';
import type { ApiEvent } from '../../../lambdas/middleware/http.ts';
import { wrapUpHandler } from '../../../lambdas/wrap-up/handler.ts';
import { programmes } from '../../../programmes/index.ts';
import { reflex } from '../../../programmes/reflex/programme.ts';
import { context } from '../../support/calls/events.ts';
import {
  MemoryContacts,
  MemoryContent,
  MemoryJournal,
  MemoryRegister,
  memoryPeople,
} from '../../support/calls/memory-ports.ts';
import { memoryRegister } from '../../support/calls/memory-register.ts';
import { MemoryCampaigns, MemoryPeopleRegister } from '../../support/campaigns/memory-campaigns.ts';

const morning = '2026-07-06T07:00:00.000Z';
const number = '+33140000000';
const later = (minutes: number) => new Date(Date.parse(morning) + minutes * 60_000).toISOString();

/** The handlers of campaigns over ports in memory: one person, one agent free, everybody's clock in hand. */
function centre() {
  const clock = { now: morning };
  const journal = new MemoryJournal();
  const campaigns = new MemoryCampaigns();
  const register = new MemoryPeopleRegister();
  const callbacks = new MemoryRegister();
  const contacts = new MemoryContacts();
  const people = memoryPeople();
  const wakes: unknown[] = [];
  const dials: {
    readonly token: string;
    readonly e164: string;
    readonly attributes: Readonly<Record<string, string>>;
  }[] = [];
  const counts: unknown[] = [];
  const state = { isComplete: false, callback: false, isThrottled: false, agents: [present('amina.diallo')] };
  const content = new MemoryContent({
    calendar: reflex.calendar,
    schemes: reflex.schemes,
    callbackPolicy: reflex.callbackPolicy,
    texts: reflex.texts,
    ...(reflex.outbound ?? {}),
  });
  const numberKey = [...number.slice(1)].reverse().join('');
  people.numbers.set(numberKey, number);
  register.lines = [
    { recipientId: 'r1', numberKeys: [numberKey], channel: 'voice', ageBand: '80-84', sector: '75013', riskRank: 1 },
  ];
  const load = { agentsOnline: 1, agentsAvailable: 1, agentsAfterCall: 0, agentsOnContact: 0, contactsWaiting: 0 };
  const ports: DispatchPorts = {
    campaigns,
    board: campaigns,
    register,
    drillRegister: register,
    content,
    journal,
    lock: callbacks,
    callbacks,
    centre: { now: async () => (state.isThrottled ? 'throttled' : load) },
    presence: { read: async () => ({ agents: [], version: 0 }) },
    dialler: {
      dial: async ({ token, e164, attributes }) => {
        dials.push({ token, e164, attributes });
        return { type: 'dialled', contactId: `c-${token}` };
      },
    },
    contacts,
    people: people.people,
  };
  const common = {
    programmes,
    now: () => clock.now,
    wakes: { wake: async (...wake: unknown[]) => void wakes.push(wake) },
    push: async () => {},
    count: (...counted: unknown[]) => void counts.push(counted),
  };
  const api = (body: unknown, path: Record<string, string>, groups: string, method = 'POST') =>
    ({
      routeKey: 'x',
      rawPath: '/',
      body: JSON.stringify(body),
      isBase64Encoded: false,
      pathParameters: { programme: 'reflex', ...path },
      requestContext: { http: { method }, authorizer: { lambda: { groups, userName: 'amina.diallo' } } },
    }) as unknown as ApiEvent;
  const read = async (answer: Promise<{ statusCode?: number | undefined; body?: string | undefined } | undefined>) => {
    const { statusCode, body } = (await answer) ?? {};
    return { status: statusCode, body: JSON.parse(body ?? 'null') };
  };
  const presence = { read: async () => ({ agents: state.agents, version: 1 }) };
  const judgeArming = armingJudge({ content, register, presence }, { concurrentCalls: 80, drillPeople: 60 });
  const control = campaignControlHandler(async () => ({ ...common, ports: { ...ports, judgeArming } }));
  const dispatcher = campaignDispatcherHandler(async () => ({
    ...common,
    ports,
    voiceReach: { '+33': 'confirmed' },
    concurrentCalls: 10,
  }));
  return {
    clock,
    campaigns,
    register,
    /** Puts another kind of campaign in force. */
    campaignType: ({ policy }: { readonly policy: Partial<AttemptPolicy> }) => {
      const [type] = reflex.outbound?.campaignTypes ?? [];
      content.values.campaignTypes = type === undefined ? [] : [{ ...type, policy: { ...type.policy, ...policy } }];
    },
    wakes,
    dials,
    counts,
    contacts,
    state,
    entries: <T extends { readonly kind: string }>(kind: T['kind']) =>
      journal.all().filter((entry) => entry.kind === kind) as unknown as T[],
    declare: (body: unknown, groups = 'reflex:supervisor', crisis = 'canicule') =>
      read(control(api(body, { crisis }, groups), context)),
    campaignsNow: () => read(control(api({}, {}, 'reflex:supervisor', 'GET'), context)),
    event: (event: unknown) => control(event, context),
    dispatch: (event: unknown) => dispatcher(event, context),
    wrapUp: (contactId: string, body: unknown) =>
      read(
        wrapUpHandler(async () => ({
          ...common,
          ports: { content, contacts, journal, register: callbacks },
          campaigns: {
            campaigns,
            content,
            journal,
            contacts,
            questionnaires: { passed: async () => ({ complete: state.isComplete, callback: state.callback }) },
            recipients: memoryRegister().register,
          },
        }))(api(body, { contactId }, 'reflex:agent'), context),
      ),
    file: (contactId: string, attributes: Record<string, string>, isAnswered: boolean) =>
      fileRecords(
        [
          {
            programme: 'reflex',
            defaultCountry: 'FR',
            record: {
              instanceArn: 'i',
              contactId,
              initialContactId: contactId,
              channel: 'VOICE',
              initiation: attributes['ringBackId'] === undefined ? 'API' : 'INBOUND',
              initiatedAt: clock.now,
              disconnectedAt: later(5),
              lastUpdate: later(6),
              attributes: { programme: 'reflex', numberKey, ...attributes },
              ...(isAnswered
                ? {
                    connectedAt: clock.now,
                    queue: { name: 'reflex-canicule', enqueuedAt: clock.now, dequeuedAt: later(1), seconds: 60 },
                    agent: {
                      username: 'amina.diallo',
                      connectedAt: later(1),
                      interactionSeconds: 200,
                      holdSeconds: 0,
                      afterContactSeconds: 30,
                    },
                  }
                : { disconnectReason: 'TELECOM_UNANSWERED' }),
            },
          },
        ],
        {
          ports: { ...people, content, journal, register: callbacks, lock: callbacks, contacts },
          campaigns,
          count: common.count,
        },
      ),
    ring: () =>
      inboundContext(
        { programme: 'reflex', defaultCountry: 'FR', callId: 'in-1', customerNumber: number, at: clock.now },
        { ...people, content, register: callbacks, lock: callbacks, campaigns },
      ),
  };
}

const tick = { schedule: 'campaign-tick', programme: 'reflex', scheduledTime: morning };

/** An agent signed in, as the board of agents has them just before the activation. */
function present(agent: string): PresentAgent {
  const since = '2026-07-06T06:58:00.000Z';
  const status = { name: 'Available', type: 'ROUTABLE', since } as const;
  return { agent, status, contacts: [], routingProfile: 'reflex-conseiller', eventAt: since };
}

/** A centre whose level 3 was declared and whose first person was dialled. */
async function called() {
  const one = centre();
  await one.declare({ level: 3 });
  await one.dispatch(tick);
  const [dial] = one.dials;
  if (dial === undefined) {
    throw new Error('Nobody was dialled');
  }
  return { ...one, dial, contactId: `c-${dial.token}` };
}

describe('declaring a level', () => {
  it('REFLEX-01: a supervisor arms a campaign, at once, and has the dispatcher load it', async () => {
    const { declare, wakes, campaignsNow } = centre();
    const { status, body } = await declare({ level: 3 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ result: 'armed', campaign: { id: 'canicule_20260706T070000Z', state: 'active' } });
    expect(wakes).toEqual([['reflex', 'tick', 0]]);
    expect((await campaignsNow()).body.campaigns).toHaveLength(1);
  });

  it('REFLEX-33: pressing twice arms once; lowering says what becomes of the cycle', async () => {
    const { declare } = centre();
    await declare({ level: 3 });
    expect((await declare({ level: 3 })).body.result).toBe('unchanged');
    expect((await declare({ level: 2, choice: 'now' })).body).toMatchObject({
      result: 'stopped',
      campaign: { cycles: [{ state: 'closing', closesAs: 'stopped' }] },
    });
  });

  it('REFLEX-11: an exercise is a campaign of its own', async () => {
    const { declare } = centre();
    expect((await declare({ level: 3, drill: true })).body.campaign).toMatchObject({
      type: 'caniculedrill',
      drill: true,
    });
    expect((await declare({ level: 3 })).body).toMatchObject({ result: 'armed', campaign: { drill: false } });
  });

  it('COMMON-18: agents and clients may not; other crises and odd levels are refused with what is accepted', async () => {
    const { declare } = centre();
    expect((await declare({ level: 3 }, 'reflex:agent reflex:client')).status).toBe(403);
    const unknown = await declare({ level: 3 }, 'reflex:supervisor', 'crue');
    expect(unknown).toMatchObject({ status: 409, body: { error: expect.stringContaining('canicule') } });
    for (const body of [{ level: 'trois' }, { level: 3, drill: 'oui' }, { level: 1, choice: 'demain' }, {}]) {
      expect((await declare(body)).status, JSON.stringify(body)).toBe(400);
    }
  });

  it('REFLEX-01: another system declares it by an event of the bus, whose time is the activation', async () => {
    const { event, campaigns } = centre();
    const detail = { programme: 'reflex', crisis: 'canicule', level: 3, by: 'préfecture' };
    await event({ 'detail-type': 'Crisis Level Declared', time: '2026-07-06T06:30:00Z', detail });
    expect([...campaigns.kept.values()][0]).toMatchObject({
      activatedAt: '2026-07-06T06:30:00.000Z',
      activatedBy: 'préfecture',
    });
    await expect(event({ time: morning, detail: { ...detail, programme: 'inconnu' } })).rejects.toThrow('accepted');
    await expect(event({ detail })).rejects.toThrow('accepted');
  });
});

describe('arming judges by itself', () => {
  const crowd = (register: MemoryPeopleRegister, count: number) => {
    register.lines = Array.from({ length: count }, (_, index) => ({
      ...{ recipientId: `r${index}`, numberKeys: [`key-${index}`], channel: 'voice' as const },
      ...{ ageBand: '80-84', sector: '75013', riskRank: 1 },
    }));
  };

  it('REFLEX-31: answers, keeps and files the verdict, the interval, the people at risk and the cheapest change', async () => {
    const { declare, campaignsNow, register, dispatch, entries } = centre();
    crowd(register, 400);
    const { body } = await declare({ level: 3, agents: 1 });
    const { arming } = body.campaign;
    expect(arming).toMatchObject({ agents: 1, agentsFrom: 'declared', loaded: 400, callable: 400 });
    expect(arming.forecast).toMatchObject({ verdict: 'infaisable', change: expect.stringContaining('de plus') });
    expect(arming.forecast.atRisk).toBeGreaterThan(100);
    const { low, mean, high } = arming.forecast.expected;
    expect(low).toBeLessThan(mean);
    expect(mean).toBeLessThan(high);
    expect((await campaignsNow()).body.campaigns[0].arming).toEqual(arming);
    await dispatch(tick);
    const armed = entries<CycleEntry>('cycle').find(({ change }) => change.type === 'armed');
    expect(armed?.change).toMatchObject({ arming });
  });

  it('REFLEX-06: the first campaign of a kind is spread for the people there are', async () => {
    const { declare, register } = centre();
    crowd(register, 50_001);
    expect((await declare({ level: 3, agents: 55 })).body.campaign.cycles[0].shards).toBe(2);
  });

  it('REFLEX-31: enough agents make it feasible; those signed in are counted when none are announced', async () => {
    const one = centre();
    crowd(one.register, 400);
    const enough = await one.declare({ level: 3, agents: 5 });
    expect(enough.body.campaign.arming.forecast).toMatchObject({ verdict: 'faisable', atRisk: 0 });
    const other = centre();
    const { body } = await other.declare({ level: 3 });
    expect(body.campaign.arming).toMatchObject({ agents: 1, agentsFrom: 'signed-in' });
  });

  it('launching without agents is refused with what to do, or confirmed and filed', async () => {
    const { declare, state, campaigns, dispatch, entries } = centre();
    state.agents = [];
    const refused = await declare({ level: 3 });
    expect(refused.status).toBe(409);
    expect(refused.body.error).toContain('« agents » vaut 0');
    expect(refused.body.error).toContain('les appels peuvent partir dès le');
    expect(campaigns.kept.size).toBe(0);
    expect((await declare({ level: 3, agents: 0 })).status).toBe(409);
    expect((await declare({ level: 3, confirm: 'oui' })).status).toBe(400);
    expect((await declare({ level: 3, agents: 2.5 })).status).toBe(400);
    const { body } = await declare({ level: 3, confirm: 'without-agents' });
    expect(body.campaign.arming).toMatchObject({ agents: 0, confirmed: 'without-agents' });
    await dispatch(tick);
    const armed = entries<CycleEntry>('cycle').find(({ change }) => change.type === 'armed');
    expect(armed?.change).toMatchObject({ by: 'amina.diallo', arming: { confirmed: 'without-agents' } });
  });

  it('an agent who was last heard of long ago is not there', async () => {
    const { declare, state } = centre();
    state.agents = [{ ...present('amina.diallo'), eventAt: '2026-07-06T06:40:00.000Z' }];
    expect((await declare({ level: 3 })).status).toBe(409);
  });

  it('a declaration that waited until its deadline was over arms nothing; nor does a policy that contradicts itself', async () => {
    const { event, clock, campaigns, declare, campaignType } = centre();
    clock.now = '2026-07-08T07:30:00.000Z';
    const detail = { programme: 'reflex', crisis: 'canicule', level: 3, by: 'préfecture', agents: 55 };
    const late = event({ 'detail-type': 'Crisis Level Declared', time: '2026-07-06T07:00:00Z', detail });
    await expect(late).rejects.toThrow('une échéance après 2026-07-08T07:30:00.000Z');
    campaignType({ policy: { maxAttempts: 40 } });
    const odd = await declare({ level: 3 });
    expect(odd).toMatchObject({ status: 409, body: { error: expect.stringContaining('« maxAttempts » vaut 40') } });
    expect(campaigns.kept.size).toBe(0);
  });
});

describe('the dispatcher of campaigns', () => {
  it('loads, then dials under the id of the attempt, with the words of the campaign', async () => {
    const { dial } = await called();
    expect(dial).toMatchObject({
      token: 'canicule_20260706T070000Z-1-r1-1',
      e164: number,
      attributes: { attemptId: 'canicule_20260706T070000Z-1-r1-1', recipientId: 'r1', nature: 'campaign' },
    });
    expect(dial.attributes['announcement']).toContain('Ville de Paris');
  });

  it('is woken by messages, of its own and of contacts that end; several are one run', async () => {
    const { dispatch, dials, declare } = centre();
    await declare({ level: 3 });
    const body = (kind: string) => JSON.stringify({ programme: 'reflex', kind });
    await dispatch({ Records: [{ body: body('wake') }, { body: body('tick') }] });
    expect(dials).toHaveLength(1);
    await expect(dispatch({ source: 'aws.connect' })).rejects.toThrow('accepted: a schedule');
    await expect(dispatch({ ...tick, programme: 'inconnu' })).rejects.toThrow('accepted: ');
  });
});

describe('the end of an attempt', () => {
  it('REFLEX-16: a questionnaire that is not complete is no useful contact', async () => {
    const { wrapUp, contactId, dial, state } = await called();
    const refused = await wrapUp(contactId, { attemptId: dial.token, disposition: 'complete' });
    expect(refused).toMatchObject({ status: 400, body: { error: expect.stringContaining('pas complet') } });
    state.isComplete = true;
    expect((await wrapUp(contactId, { attemptId: dial.token, disposition: 'complete' })).body).toMatchObject({
      attemptId: dial.token,
      disposition: 'complete',
    });
  });

  it('REFLEX-22: what the agent says and the record make one entry, in whichever order they come', async () => {
    const ends = async (order: readonly ('said' | 'record')[]) => {
      const { wrapUp, file, contactId, dial, entries, clock, counts } = await called();
      for (const step of order) {
        if (step === 'said') {
          clock.now = later(5);
          await wrapUp(contactId, { attemptId: dial.token, disposition: 'refused' });
        } else {
          clock.now = morning;
          await file(contactId, { attemptId: dial.token }, true);
        }
      }
      expect(counts).toContainEqual(['ComplianceAbandons', 1, 'reflex']);
      const attempts = entries<AttemptEntry>('attempt').toSorted((a, b) => a.revision - b.revision);
      const closed = entries<RecipientEntry>('recipient').filter(({ change }) => change.type === 'closed');
      return { attempt: attempts.at(-1), closed: closed.map(({ change }) => change) };
    };
    const first = await ends(['said', 'record']);
    expect(first.attempt).toMatchObject({
      disposition: 'refused',
      agent: 'amina.diallo',
      answeredByCustomer: true,
      complianceAbandon: true,
      counts: true,
      revision: 2,
    });
    expect(await ends(['record', 'said'])).toEqual(first);
    expect(await ends(['said', 'record', 'record', 'said'])).toEqual(first);
  });

  it('REFLEX-22: refuses a disposition that is not the agent’s, no hour to call, no attempt of a campaign', async () => {
    const { wrapUp, contactId, dial } = await called();
    const attemptId = dial.token;
    for (const [body, status] of [
      [{ attemptId, disposition: 'indeterminate' }, 400],
      [{ attemptId, disposition: 'bavard' }, 400],
      [{ attemptId, disposition: 'call-later' }, 400],
      [{ attemptId, disposition: 'call-later', askedFor: 'demain' }, 400],
      [{ attemptId, disposition: 'call-later', askedFor: later(-5) }, 400],
      [{ attemptId: 'cb-1', disposition: 'refused' }, 400],
      [{ attemptId: attemptId.replace('r1', 'r2'), disposition: 'refused' }, 404],
      [{ attemptId, disposition: 'call-later', askedFor: later(120) }, 200],
    ] as const) {
      expect((await wrapUp(contactId, body)).status, JSON.stringify(body)).toBe(status);
    }
  });

  it('A-15: one message a cycle on a voicemail: the desk is told whether one may be left', async () => {
    const { wrapUp, file, contactId, dial, dials, dispatch, clock } = await called();
    expect(dial.attributes['mayLeaveMessage']).toBe('yes');
    clock.now = later(1);
    await wrapUp(contactId, { attemptId: dial.token, disposition: 'voicemail' });
    await file(contactId, { attemptId: dial.token }, true);
    clock.now = later(181);
    await dispatch(tick);
    expect(dials[1]).toMatchObject({ token: dial.token.replace(/1$/, '2'), attributes: { mayLeaveMessage: 'no' } });
  });

  it('counts an attempt that nobody answered, of which one entry says all there is', async () => {
    const { file, contactId, dial, entries, campaigns } = await called();
    expect((await file(contactId, { attemptId: dial.token }, false)).size).toBe(0);
    expect(entries<AttemptEntry>('attempt')).toMatchObject([{ n: 1, disposition: 'no-answer', counts: true }]);
    expect(entries('contact')).toHaveLength(0);
    expect([...campaigns.recipients.values()][0]?.due?.at).toBe('2026-07-06T10:00:00.000Z');
  });
});

describe('REFLEX-34: who rings back during a cycle', () => {
  it('reaches the campaign, and what is said then is the useful contact', async () => {
    const { ring, wrapUp, file, contacts, state, entries, campaigns } = await called();
    const answer = await ring();
    expect(answer).toMatchObject({
      recipientId: 'r1',
      ringBackId: 'canicule_20260706T070000Z-1-r1-0',
      welcomeText: expect.stringContaining('Merci de rappeler'),
    });
    const attemptId = answer.ringBackId ?? '';
    contacts.known.set('in-1', {
      contactId: 'in-1',
      initialContactId: 'in-1',
      initiation: 'INBOUND',
      initiatedAt: morning,
    });
    state.isComplete = true;
    expect((await wrapUp('in-1', { attemptId, disposition: 'complete' })).status).toBe(200);
    await file('in-1', { ringBackId: attemptId }, true);
    expect(entries<AttemptEntry>('attempt')).toMatchObject([{ n: 0, disposition: 'complete', counts: false }]);
    expect([...campaigns.recipients.values()][0]?.due).toBeUndefined();
  });

  it('design decision 4: while they are on the line, nobody else of the house is dialled there', async () => {
    const one = centre();
    const [first] = one.register.lines;
    if (first === undefined) {
      throw new Error('Nobody is registered');
    }
    one.register.lines = [first, { ...first, recipientId: 'r2', riskRank: 5 }];
    await one.declare({ level: 3 });
    await one.dispatch(tick);
    await one.file('c-canicule_20260706T070000Z-1-r1-1', { attemptId: one.dials[0]?.token ?? '' }, false);
    const { ringBackId = '' } = await one.ring();
    one.clock.now = later(20);
    await one.dispatch({ ...tick, scheduledTime: one.clock.now });
    expect(one.dials.map(({ token }) => token)).toEqual(['canicule_20260706T070000Z-1-r1-1']);
    await one.file('in-1', { ringBackId }, true);
    one.clock.now = later(21);
    await one.dispatch({ ...tick, scheduledTime: one.clock.now });
    expect(one.dials.map(({ token }) => token).at(-1)).toBe('canicule_20260706T070000Z-1-r2-1');
  });

  it('is nobody of the campaign once the cycle is over, or from another number', async () => {
    const { ring, clock } = await called();
    clock.now = later(3 * 24 * 60);
    expect(await ring()).toMatchObject({ recipientId: '', ringBackId: '' });
  });
});
