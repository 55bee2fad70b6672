import { describe, expect, it } from 'vitest';
import { Centre } from './support/centre.ts';

describe('an inbound call', () => {
  it('goes from the menu through the queue to an agent, and leaves one record', async () => {
    const centre = await Centre.open();
    const queues = await centre.staff(['aide', 'bourses'], ['lea']);
    await centre.menuInto(queues['aide'] ?? '', queues['bourses']);
    const { phone, seen } = centre.agent('lea');
    phone.setStatus('Available');
    const { call, heard } = centre.call('caller/1', '+33612345678');
    call.hear((event) => {
      if (event.type === 'prompt' && event.text.includes('Tapez')) centre.at(3, () => call.press('2'));
      if (event.type === 'connected') centre.at(60, () => call.hangUp());
    });
    phone.on((event) => {
      if (event.type === 'offered') centre.at(4, () => phone.accept());
      if (event.type === 'after-call-work') centre.at(30, () => phone.completeAfterCallWork());
    });
    await centre.play(600);
    expect(heard.map(({ type }) => type)).toEqual(['prompt', 'prompt', 'prompt', 'connected', 'ended']);
    expect(seen.map(({ type }) => type)).toEqual([
      'status',
      'offered',
      'whisper',
      'connected',
      'customer-left',
      'after-call-work',
      'idle',
    ]);
    const records = centre.records();
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      ContactId: call.contactId,
      InitiationMethod: 'INBOUND',
      DisconnectReason: 'CUSTOMER_DISCONNECT',
      CustomerEndpoint: { Address: '+33612345678', Type: 'TELEPHONE_NUMBER' },
      Queue: { Name: 'bourses' },
      Agent: { Username: 'lea', AgentInteractionDuration: 60, AfterContactWorkDuration: 30, NumberOfHolds: 0 },
    });
    expect(centre.events(call.contactId).sort()).toEqual(
      ['INITIATED', 'CONNECTED_TO_SYSTEM', 'QUEUED', 'CONNECTED_TO_AGENT', 'DISCONNECTED', 'COMPLETED'].sort(),
    );
    expect(call.ended).toBe(true);
    expect(centre.part.connect.flowErrors).toEqual([]);
  });
});
