import { describe, expect, it } from 'vitest';
import { Centre } from './support/centre.ts';
import {
  callbackNumber,
  createCallback,
  disconnect,
  flow,
  hook,
  loopMessages,
  say,
  setQueue,
  toQueue,
} from './support/flows.ts';

/** One queue, one agent who accepts at once; the flow sets `hooks` before the queue. */
async function open(hooks: (centre: Centre) => Promise<Readonly<Record<string, string>>> = async () => ({})) {
  const centre = await Centre.open();
  const queues = await centre.staff(['aide', 'bourses'], ['lea', 'max']);
  const chosen = Object.entries(await hooks(centre));
  const steps = chosen.map(([name, arn], index) =>
    hook(`h${index}`, name, arn, index + 1 < chosen.length ? `h${index + 1}` : 'q'),
  );
  const content = flow(...steps, setQueue('q', queues['aide'] ?? '', 't'), toQueue('t', 'x'), disconnect('x'));
  const entry = await centre.flow('accueil', content);
  centre.answerWith(entry);
  return { centre, queues };
}

const texts = (heard: readonly { readonly type: string }[]) =>
  heard.map((event) => ('text' in event ? event.text : event.type));

describe('whispers', () => {
  it('are heard by the agent, then by the customer, before they hear each other', async () => {
    const { centre } = await open(async (centre) => ({
      AgentWhisper: await centre.flow(
        'a',
        flow(say('s', 'Dossier $.Queue.Name pour $.Agent.FirstName.', 'e'), end),
        'AGENT_WHISPER',
      ),
      CustomerWhisper: await centre.flow('c', flow(say('s', 'Vous êtes en relation.', 'e'), end), 'CUSTOMER_WHISPER'),
    }));
    const lea = centre.agent('lea');
    lea.phone.setStatus('Available');
    lea.phone.on((event) => {
      if (event.type === 'offered') lea.phone.accept();
    });
    const { heard } = centre.call('a');
    await centre.play(30);
    expect(lea.seen.find((event) => event.type === 'whisper')).toMatchObject({ text: 'Dossier aide pour A.' });
    expect(texts(heard).slice(-2)).toEqual(['Vous êtes en relation.', 'connected']);
    const [whispered, connected] = [heard.at(-2)?.at ?? 0, heard.at(-1)?.at ?? 0];
    expect(connected - whispered).toBe(Math.round(('Vous êtes en relation.'.length / 14) * 1000) + 300);
  });

  it('end with the call when the customer hangs up during one: no conversation, the agent is free', async () => {
    const { centre } = await open();
    const lea = centre.agent('lea');
    lea.phone.setStatus('Available');
    const { call } = centre.call('a');
    lea.phone.on((event) => {
      if (event.type === 'offered') lea.phone.accept();
      if (event.type === 'whisper') call.hangUp();
    });
    await centre.play(120);
    expect(lea.seen.map(({ type }) => type)).toEqual(['status', 'offered', 'whisper', 'customer-left', 'idle']);
    expect(centre.records()).toMatchObject([{ Agent: null, DisconnectReason: 'CUSTOMER_DISCONNECT' }]);
  });
});

describe('when the agent hangs up first', () => {
  it('the customer goes on in the disconnect flow, as a contact of its own', async () => {
    const { centre } = await open(async (centre) => ({
      CustomerRemaining: await centre.flow('enquete', flow(say('s', 'Merci de votre appel.', 'x'), disconnect('x'))),
    }));
    const lea = centre.agent('lea');
    lea.phone.setStatus('Available');
    lea.phone.on((event) => {
      if (event.type === 'offered') lea.phone.accept();
      if (event.type === 'connected') centre.at(10, () => lea.phone.hangUp());
      if (event.type === 'after-call-work') lea.phone.completeAfterCallWork();
    });
    const { call, heard } = centre.call('a');
    await centre.play(200);
    expect(texts(heard).slice(-3)).toEqual(['connected', 'Merci de votre appel.', 'ended']);
    const methods = centre
      .records()
      .map((record) => [record['InitiationMethod'], record['DisconnectReason'], record['PreviousContactId']]);
    expect(methods.sort()).toEqual([
      ['DISCONNECT', 'CONTACT_FLOW_DISCONNECT', call.contactId],
      ['INBOUND', 'AGENT_DISCONNECT', null],
    ]);
  });
});

describe('a transfer to a quick connect', () => {
  it('runs its flow for the customer and reaches an agent of the other queue, in the same chain', async () => {
    const { centre, queues } = await open();
    const transfer = await centre.flow(
      'transfert',
      flow(say('s', 'Un instant.', 't'), toQueue('t', 'x'), disconnect('x')),
      'QUEUE_TRANSFER',
    );
    await centre.create('QuickConnect', 'Bourses', {
      Name: 'vers bourses',
      QuickConnectConfig: {
        QuickConnectType: 'QUEUE',
        QueueConfig: { ContactFlowArn: transfer, QueueArn: queues['bourses'] ?? '' },
      },
    });
    const [lea, max] = [centre.agent('lea'), centre.agent('max')];
    lea.phone.setStatus('Available');
    lea.phone.on((event) => {
      if (event.type === 'offered') lea.phone.accept();
      if (event.type === 'connected') centre.at(10, () => lea.phone.transfer('vers bourses'));
    });
    const { call, heard } = centre.call('a');
    await centre.play(20);
    max.phone.on((event) => {
      if (event.type === 'offered') max.phone.accept();
      if (event.type === 'connected') centre.at(20, () => max.phone.hangUp());
      if (event.type === 'after-call-work') max.phone.completeAfterCallWork();
    });
    max.phone.setStatus('Available');
    await centre.play(60);
    lea.phone.completeAfterCallWork();
    await centre.play(100);
    expect(texts(heard)).toContain('Un instant.');
    expect(
      centre.records().sort((a, b) => String(a['InitiationMethod']).localeCompare(String(b['InitiationMethod']))),
    ).toMatchObject([
      { InitiationMethod: 'INBOUND', Agent: { Username: 'lea' }, TransferCompletedTimestamp: expect.any(String) },
      {
        InitiationMethod: 'TRANSFER',
        Agent: { Username: 'max' },
        InitialContactId: call.contactId,
        Queue: { Name: 'bourses' },
      },
    ]);
  });
});

describe('StopContact', () => {
  it('takes a waiting callback out of its queue, or cuts the ringing of one an agent has taken', async () => {
    for (const taken of [false, true]) {
      const { centre } = await open(async (centre) => ({
        CustomerQueue: await centre.flow(
          'attente',
          flow(
            loopMessages('b', 'Musique.', '5', 'n'),
            callbackNumber('n', '$.CustomerEndpoint.Address', 'c'),
            createCallback('c', '3', '60', 'x'),
            disconnect('x'),
          ),
          'CUSTOMER_QUEUE',
        ),
      }));
      const { call } = centre.call('a', '+33612345678');
      const lea = centre.agent('lea');
      lea.phone.on((event) => {
        if (event.type === 'offered') lea.phone.accept();
        if (event.type === 'after-call-work') lea.phone.completeAfterCallWork();
      });
      await centre.play(20);
      const id = centre.part.connect.world.contacts.get(call.contactId)?.nextContactId ?? '';
      if (taken) {
        lea.phone.setStatus('Available');
        await centre.play(15);
        expect(lea.seen.at(-1)?.type).toBe('dialling');
      }
      const standIn = centre.cloud.registeredStandIns.get('connect');
      await standIn?.handle({
        service: 'connect',
        action: 'StopContact',
        input: { InstanceId: centre.part.connect.instance.id, ContactId: id },
        lane: 'test/connect.StopContact/1',
        principal: { type: 'administrator' },
      });
      lea.phone.setStatus('Available');
      await centre.play(600);
      expect(lea.seen.some((event) => event.type === 'connected')).toBe(false);
      expect(lea.phone).toMatchObject({ status: 'Available', contactState: undefined });
      expect(centre.records().filter((record) => record['InitiationMethod'] === 'CALLBACK')).toMatchObject([
        { ContactId: id, DisconnectReason: 'OTHER' },
      ]);
      await centre.part.stop?.();
    }
  });
});

const end = { Identifier: 'e', Type: 'EndFlowExecution', Parameters: {}, Transitions: {} };
