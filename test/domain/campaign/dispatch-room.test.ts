import { expect, it } from 'vitest';
import { roomFor } from '../../../domain/campaign/dispatch-room.ts';
import type { PresentAgent } from '../../../domain/presence/presence.ts';
import { heatWave } from '../../support/campaigns/heat-wave-campaign.ts';

const at = '2026-07-06T08:00:30.000Z';
const type = { ...heatWave, pacing: { ratio: 1, afterCallMedianSeconds: 45, waitingThreshold: 0 } };
const run = { programme: 'reflex', at, kind: 'wake', voiceReach: {}, concurrentCalls: 80 } as const;
const callbacks = { dueUntil: async () => [] };

function agent(name: string, state: string, since: string): PresentAgent {
  const status = { name: 'Available', type: 'ROUTABLE', since } as const;
  return { agent: name, status, contacts: [{ contactId: name, state, since }], routingProfile: 'p', eventAt: since };
}

async function room(
  flights: readonly string[],
  agents: readonly PresentAgent[],
  { free = 0, afterCall = 0 }: { readonly free?: number; readonly afterCall?: number },
) {
  const load = {
    agentsOnline: 5,
    agentsAvailable: free,
    agentsAfterCall: afterCall,
    agentsOnContact: 0,
    contactsWaiting: 0,
  };
  return roomFor([{ run, type }], { load, agents }, { flights, positions: {}, version: 1 }, { callbacks });
}

it('REFLEX-09: a dial rings until who answered it comes to an agent, and at most as long as a telephone rings', async () => {
  const dialled = '2026-07-06T08:00:10.000Z';
  expect(await room([dialled], [], { free: 1 })).toMatchObject({ dials: 0, freesIn: 10 });
  const talking = agent('a', 'CONNECTED', '2026-07-06T08:00:20.000Z');
  expect(await room([dialled], [talking], { free: 1 })).toMatchObject({ dials: 1, flights: [dialled], freesIn: 0 });
  const before = agent('b', 'CONNECTED', '2026-07-06T08:00:05.000Z');
  expect(await room([dialled], [before], { free: 1 })).toMatchObject({ dials: 0 });
  expect(await room(['2026-07-06T08:00:00.000Z'], [], { free: 1 })).toMatchObject({ dials: 1, flights: [] });
});

it('REFLEX-09: of agents past the median of after-call work one in two counts', async () => {
  const late = (name: string) => agent(name, 'ENDED', '2026-07-06T07:59:40.000Z');
  expect(await room([], [late('a')], { afterCall: 1 })).toMatchObject({ dials: 0, freesIn: 0 });
  expect(await room([], [late('a'), late('b')], { afterCall: 2 })).toMatchObject({ dials: 1 });
});
