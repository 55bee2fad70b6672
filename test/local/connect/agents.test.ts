import { describe, expect, it } from 'vitest';
import { Centre } from './support/centre.ts';

async function openWith(agents: readonly string[], user = {}): Promise<Centre> {
  const centre = await Centre.open();
  const queues = await centre.staff(['aide'], agents, user);
  await centre.menuInto(queues['aide'] ?? '');
  return centre;
}

/** A caller who presses 1 at the menu. */
function caller(centre: Centre, lane: string) {
  const { call, heard } = centre.call(lane);
  call.hear((event) => {
    if (event.type === 'prompt' && event.text.includes('Tapez')) call.press('1');
  });
  return { call, heard };
}

describe('offering a contact', () => {
  it('counts as missed after 20 s: the agent stands aside until a status is chosen, the caller keeps the first place', async () => {
    const centre = await openWith(['lea', 'max']);
    const lea = centre.agent('lea');
    lea.phone.setStatus('Available');
    await centre.play(1);
    const first = caller(centre, 'a');
    await centre.play(10);
    const second = caller(centre, 'b');
    await centre.play(30);
    expect(lea.seen.map(({ type }) => type)).toEqual(['status', 'offered', 'missed']);
    expect(lea.phone.contactState).toBe('MISSED');
    const max = centre.agent('max');
    max.phone.setStatus('Available');
    await centre.play(1);
    expect(max.seen.at(-1)).toMatchObject({ type: 'offered', contactId: first.call.contactId });
    lea.phone.setStatus('Available');
    await centre.play(1);
    expect(lea.seen.at(-1)).toMatchObject({ type: 'offered', contactId: second.call.contactId });
    expect(centre.part.connect.metricSum('MissedCalls')).toBe(1);
  });

  it('goes to the agent idle longest', async () => {
    const centre = await openWith(['lea', 'max']);
    const [lea, max] = [centre.agent('lea'), centre.agent('max')];
    max.phone.setStatus('Available');
    await centre.play(5);
    lea.phone.setStatus('Available');
    await centre.play(5);
    caller(centre, 'a');
    await centre.play(10);
    expect(max.phone.contactState).toBe('CONNECTING');
    expect(lea.phone.contactState).toBeUndefined();
  });

  it('vanishes when the caller hangs up while it rings, and leaves an abandoned record without an agent', async () => {
    const centre = await openWith(['lea']);
    const lea = centre.agent('lea');
    lea.phone.setStatus('Available');
    const { call } = caller(centre, 'a');
    lea.phone.on((event) => {
      if (event.type === 'offered') centre.at(5, () => call.hangUp());
    });
    await centre.play(120);
    expect(lea.seen.map(({ type }) => type)).toEqual(['status', 'offered', 'customer-left', 'idle']);
    expect(lea.phone.contactState).toBeUndefined();
    expect(centre.records()).toMatchObject([
      { Agent: null, DisconnectReason: 'CUSTOMER_DISCONNECT', AgentConnectionAttempts: 1, Queue: { Name: 'aide' } },
    ]);
  });

  it('is not made to an agent on pause; a status chosen during a contact waits for its end', async () => {
    const centre = await openWith(['lea']);
    const lea = centre.agent('lea');
    lea.phone.setStatus('Pause');
    const { call } = caller(centre, 'a');
    await centre.play(60);
    expect(lea.seen.map(({ type }) => type)).toEqual(['status']);
    lea.phone.setStatus('Available');
    lea.phone.on((event) => {
      if (event.type === 'offered') lea.phone.accept();
      if (event.type === 'connected') {
        lea.phone.setStatus('Pause');
        centre.at(30, () => call.hangUp());
      }
    });
    await centre.play(60);
    expect(lea.phone).toMatchObject({ status: 'Available', contactState: 'ENDED' });
    lea.phone.completeAfterCallWork();
    await centre.play(1);
    expect(lea.phone).toMatchObject({ status: 'Pause', contactState: undefined });
  });
});

describe('a conversation', () => {
  it('can be held, resumed and ended by the agent; after-call work ends at the limit of the user', async () => {
    const centre = await openWith(['lea'], { PhoneConfig: { PhoneType: 'SOFT_PHONE', AfterContactWorkTimeLimit: 45 } });
    const lea = centre.agent('lea');
    lea.phone.setStatus('Available');
    const { call, heard } = caller(centre, 'a');
    lea.phone.on((event) => {
      if (event.type === 'offered') lea.phone.accept();
      if (event.type === 'connected') {
        centre.at(20, () => lea.phone.hold());
        centre.at(50, () => lea.phone.resume());
        centre.at(60, () => lea.phone.updateAttributes({ motif: 'pièces' }));
        centre.at(80, () => lea.phone.hangUp());
      }
    });
    await centre.play(400);
    expect(call.ended).toBe(true);
    expect(heard.slice(-5).map(({ type }) => type)).toEqual(['connected', 'hold', 'prompt', 'resumed', 'ended']);
    expect(heard.at(-1)).toMatchObject({ type: 'ended', by: 'agent' });
    expect(centre.records()).toMatchObject([
      {
        DisconnectReason: 'AGENT_DISCONNECT',
        Attributes: { motif: 'pièces' },
        Agent: {
          AgentInteractionDuration: 50,
          CustomerHoldDuration: 30,
          LongestHoldDuration: 30,
          NumberOfHolds: 1,
          AfterContactWorkDuration: 45,
        },
      },
    ]);
  });

  it('of an agent who logs out ends like a hang-up, without after-call work going on', async () => {
    const centre = await openWith(['lea']);
    const lea = centre.agent('lea');
    lea.phone.setStatus('Available');
    const { heard } = caller(centre, 'a');
    lea.phone.on((event) => {
      if (event.type === 'offered') lea.phone.accept();
      if (event.type === 'connected') centre.at(10, () => lea.phone.logout());
    });
    await centre.play(200);
    expect(heard.at(-1)).toMatchObject({ type: 'ended', by: 'agent' });
    expect(lea.phone).toMatchObject({ status: 'Offline', contactState: undefined });
    expect(centre.records()).toMatchObject([{ Agent: { Username: 'lea', AfterContactWorkDuration: 0 } }]);
  });
});

describe('agent events', () => {
  it('tell logins, every change of state and a heartbeat after 120 s of silence, in order', async () => {
    const centre = await openWith(['lea']);
    const lea = centre.agent('lea');
    lea.phone.login();
    await centre.play(10);
    lea.phone.setStatus('Available');
    await centre.play(300);
    lea.phone.logout();
    await centre.play(300);
    const events = centre.agentEvents();
    expect(events.map((event) => event['EventType'])).toEqual([
      'LOGIN',
      'STATE_CHANGE',
      'HEART_BEAT',
      'HEART_BEAT',
      'LOGOUT',
    ]);
    expect(events[1]).toMatchObject({
      Version: '2017-10-01',
      AgentARN: expect.stringMatching(/^arn:aws:connect:eu-central-1:000000000000:instance\/[^/]+\/agent\/[^/]+$/),
      EventTimestamp: '2025-07-03T20:30:10.000Z',
      CurrentAgentSnapshot: {
        AgentStatus: { Name: 'Available', Type: 'ROUTABLE', StartTimestamp: '2025-07-03T20:30:10.000Z' },
        NextAgentStatus: null,
        Configuration: {
          Username: 'lea',
          FirstName: 'A',
          RoutingProfile: {
            Name: 'profile',
            Concurrency: [{ Channel: 'VOICE', AvailableSlots: 1, MaximumSlots: 1 }],
            InboundQueues: [{ Name: 'aide', Channels: ['VOICE'] }],
          },
        },
        Contacts: [],
      },
      PreviousAgentSnapshot: { AgentStatus: { Name: 'Offline', Type: 'OFFLINE' } },
    });
    expect(new Set(events.map((event) => event['EventId'])).size).toBe(events.length);
  });

  it('name the contact on the line and its state', async () => {
    const centre = await openWith(['lea']);
    const lea = centre.agent('lea');
    lea.phone.setStatus('Available');
    const { call } = caller(centre, 'a');
    lea.phone.on((event) => {
      if (event.type === 'offered') centre.at(4, () => lea.phone.accept());
      if (event.type === 'connected') centre.at(9, () => call.hangUp());
      if (event.type === 'after-call-work') centre.at(9, () => lea.phone.completeAfterCallWork());
    });
    await centre.play(110);
    const states = centre.agentEvents().map((event) => {
      const snapshot: unknown = event['CurrentAgentSnapshot'];
      return JSON.stringify(snapshot).match(/"State":"(\w+)"/)?.[1];
    });
    expect(states).toEqual([undefined, undefined, 'CONNECTING', 'CONNECTED', 'ENDED', undefined]);
  });
});
