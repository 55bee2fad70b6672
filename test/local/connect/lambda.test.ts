import { describe, expect, it } from 'vitest';
import { Centre, functionArn } from './support/centre.ts';
import type { FakeFunction } from './support/fake-cloud.ts';
import { disconnect, flow, lambda, say } from './support/flows.ts';

async function withFunction(
  run: FakeFunction,
  arn = functionArn('contexte'),
  denied: readonly string[] = [],
): Promise<Centre> {
  const centre = await Centre.open({ functions: { contexte: run }, denied });
  await centre.staff(['aide'], []);
  const content = flow(
    lambda('fonction', arn, 'dit', 'erreur'),
    say('dit', 'Bonjour $.External.nom !', 'fin'),
    say('erreur', 'Service indisponible.', 'fin'),
    disconnect('fin'),
  );
  centre.answerWith(await centre.flow('accueil', content));
  return centre;
}

const texts = (heard: readonly { readonly type: string }[]) =>
  heard.flatMap((event) => ('text' in event ? [event.text] : []));

describe('a function invoked by a flow', () => {
  it('gets the event Connect sends, and its answer is heard 40 to 250 virtual ms later', async () => {
    let event: unknown;
    const centre = await withFunction((payload) => {
      event = payload;
      return { nom: 'Madame' };
    });
    const { call, heard } = centre.call('a', '+33612345678');
    await centre.play(20);
    expect(texts(heard)).toEqual(['Bonjour Madame !']);
    const latency = (heard[0]?.at ?? 0) - Date.parse('2025-07-03T20:30:00Z');
    expect(latency).toBeGreaterThanOrEqual(40);
    expect(latency).toBeLessThanOrEqual(250);
    expect(event).toMatchObject({
      Name: 'ContactFlowEvent',
      Details: {
        ContactData: {
          Channel: 'VOICE',
          ContactId: call.contactId,
          InitialContactId: call.contactId,
          CustomerEndpoint: { Address: '+33612345678', Type: 'TELEPHONE_NUMBER' },
          SystemEndpoint: { Address: centre.number, Type: 'TELEPHONE_NUMBER' },
          InitiationMethod: 'INBOUND',
          InstanceARN: centre.instanceArn,
          Queue: null,
        },
        Parameters: {},
      },
    });
  });

  it('is refused to an instance that may not call it: the flow goes on, and that is reported', async () => {
    const centre = await withFunction(() => ({ nom: 'Madame' }), functionArn('contexte'), ['lambda:InvokeFunction']);
    const { heard } = centre.call('a');
    await centre.play(20);
    expect(texts(heard)).toEqual(['Service indisponible.']);
    expect(centre.cloud.problems).toEqual([
      expect.stringContaining(
        `not authorized to perform: lambda:InvokeFunction on resource: ${functionArn('contexte')}`,
      ),
    ]);
  });

  it('sends the flow down its error branch when it throws', async () => {
    const centre = await withFunction(() => {
      throw new Error('boom');
    });
    const { heard } = centre.call('a');
    await centre.play(20);
    expect(texts(heard)).toEqual(['Service indisponible.']);
    expect(centre.part.connect.metricSum('ContactFlowErrors')).toBe(1);
  });

  it('is not invoked without an association: the flow takes its error branch and the operator is told', async () => {
    const centre = await withFunction(() => ({ nom: 'x' }));
    centre.part.connect.instance.functions.clear();
    const { heard } = centre.call('a');
    await centre.play(20);
    expect(texts(heard)).toEqual(['Service indisponible.']);
    expect(centre.cloud.invocations).toEqual([]);
    expect(centre.cloud.problems).toEqual([expect.stringContaining('is not associated with the instance')]);
  });

  it('is still invoked when the caller hangs up meanwhile, and its answer goes nowhere', async () => {
    const centre = await withFunction(() => ({ nom: 'x' }));
    const { call, heard } = centre.call('a');
    call.hangUp();
    await centre.play(100);
    expect(heard.map(({ type }) => type)).toEqual(['ended']);
    expect(centre.records()).toHaveLength(1);
  });
});
