import { afterEach, describe, expect, it } from 'vitest';
import { closeCentre, customer, open } from './support/api-centre.ts';
import { disconnect, flow, setAgent, toQueue } from './support/flows.ts';

afterEach(closeCentre);

/** Two agents, and a flow that sends whom it answers to the one named by the attribute `agentId`. */
async function opened() {
  const { centre, dial } = await open({}, ['lea', 'max']);
  const flowArn = await centre.flow(
    'apercu',
    flow(setAgent('q', '$.Attributes.agentId', 't'), toQueue('t', 'x'), disconnect('x')),
  );
  const { users } = centre.part.connect.instance;
  const idOfLea = users.byName('lea')?.id ?? '';
  const call = (agentId: string) =>
    dial({ ContactFlowId: flowArn.slice(flowArn.lastIndexOf('/') + 1), Attributes: { agentId } });
  const offered: string[] = [];
  for (const name of ['lea', 'max']) {
    const { phone } = centre.agent(name);
    phone.setStatus('Available');
    phone.on((event) => {
      if (event.type === 'offered') {
        offered.push(name);
        phone.accept();
      }
      if (event.type === 'connected') centre.at(20, () => phone.hangUp());
      if (event.type === 'after-call-work') phone.completeAfterCallWork();
    });
  }
  return { centre, call, offered, idOfLea };
}

describe('an agent’s own queue', () => {
  it('rings that agent only, and has no name in records and events', async () => {
    const { centre, call, offered, idOfLea } = await opened();
    centre.part.connect.onRing(customer, () => ({ kind: 'answer', afterSeconds: 3 }));
    await centre.play(1);
    const { ContactId } = await call(idOfLea);
    await centre.play(200);
    expect(offered).toEqual(['lea']);
    expect(centre.records()).toMatchObject([
      {
        ContactId,
        Agent: { Username: 'lea' },
        Queue: { ARN: expect.stringMatching(/\/queue\/agent\/[^/]+$/), Name: null },
      },
    ]);
  });

  it('waits for them while they are away, whoever else is free', async () => {
    const { centre, call, offered, idOfLea } = await opened();
    centre.part.connect.onRing(customer, () => ({ kind: 'answer', afterSeconds: 3 }));
    const { phone } = centre.agent('lea');
    await centre.play(1);
    phone.setStatus('Offline');
    await call(idOfLea);
    await centre.play(30);
    expect(offered).toEqual([]);
    phone.setStatus('Available');
    await centre.play(200);
    expect(offered).toEqual(['lea']);
  });

  it('an agent who does not exist leaves the call to the queue it was dialled for', async () => {
    const { centre, call, offered } = await opened();
    centre.part.connect.onRing(customer, () => ({ kind: 'answer', afterSeconds: 3 }));
    await centre.play(1);
    await call('nobody');
    await centre.play(200);
    expect(offered).toHaveLength(1);
    expect(centre.records()).toMatchObject([{ Queue: { Name: 'aide' } }]);
  });
});
