import { describe, expect, it } from 'vitest';
import type { CampaignBoard } from '../../../contracts/campaign-board.ts';
import type { LiveBoard } from '../../../contracts/live-board.ts';
import { outboundRoutes } from '../../../contracts/outbound-routes.ts';
import { routes } from '../../../contracts/routes.ts';
import type { CentreLoad } from '../../../domain/campaign/dispatch-run.ts';
import type { PresentAgent } from '../../../domain/presence/presence.ts';
import { daily } from '../../../domain/report/daily.ts';
import { noWatchState } from '../../../domain/watch/watch-state.ts';
import { liveBoardHandler } from '../../../lambdas/live-board/handler.ts';
import type { ApiEvent } from '../../../lambdas/middleware/http.ts';
import { programmes } from '../../../programmes/index.ts';
import { at, created, friday, inbound, reached, sha256, subject, talk } from '../../domain/report/journal-fixture.ts';
import { context } from '../../support/calls/events.ts';
import { MemoryContent, MemoryJournal, MemoryRegister } from '../../support/calls/memory-ports.ts';

const noon = at('12:00:00');
const load: CentreLoad = {
  agentsOnline: 7,
  agentsAvailable: 2,
  agentsAfterCall: 1,
  agentsOnContact: 4,
  contactsWaiting: 3,
};
const present: PresentAgent = {
  agent: 'malia.taofifenua',
  status: { name: 'Available', type: 'ROUTABLE', since: at('11:58:00') },
  contacts: [],
  routingProfile: 'samps',
  eventAt: at('11:58:00'),
};
const entries = [
  ...[1, 2, 3].map((n) => inbound(`a${n}`, talk())),
  inbound('b1'),
  created('cb1', 'b1'),
  reached('cb1'),
  inbound('b2'),
  created('cb2', 'b2'),
];

async function ask({
  groups = 'samps:supervisor',
  programme = 'samps',
  centre = load as CentreLoad | 'throttled',
  route = routes.liveBoard as { readonly method: string; readonly path: string },
  campaigns = undefined as CampaignBoard | undefined,
} = {}) {
  const journal = new MemoryJournal();
  await journal.append(entries);
  const handler = liveBoardHandler(async () => ({
    ports: {
      journal: { read: async (name, day) => await journal.read(name, day), questionsThrough: async () => [] },
      content: new MemoryContent(),
      sha256,
      presence: { read: async () => ({ agents: [present], version: 1 }) },
      callbacks: new MemoryRegister(),
      centre: { now: async () => centre },
    },
    readCampaigns: async () => campaigns,
    watched: { read: async () => noWatchState },
    programmes,
    now: () => noon,
  }));
  const event = {
    routeKey: `${route.method} ${route.path}`,
    pathParameters: { programme },
    requestContext: { http: { method: 'GET' }, authorizer: { lambda: { groups, userName: 'superviseur' } } },
  };
  const { statusCode, body } = await handler(event as unknown as ApiEvent, context);
  return { status: statusCode, body: body ?? '' };
}

const campaigns: CampaignBoard = {
  ...{ programme: 'samps', timeZone: 'Pacific/Noumea', at: noon, drillPeople: 60 },
  ...{ campaigns: [], kinds: [], cells: [] },
};
const boardOf = ({ body }: { readonly body: string }): LiveBoard => JSON.parse(body);

describe('COMMON-44: the wallboard', () => {
  it('counts what the report of the day would count now', async () => {
    const board = boardOf(await ask());
    const { total, halfHours } = daily(subject, friday, entries, noon, sha256);
    const { received, offered, answered, abandoned, reachedByCallback, callbacksOpen } = total;
    expect(board.total).toMatchObject({ received, offered, answered, abandoned, reachedByCallback, callbacksOpen });
    expect(board.total).toMatchObject({ offered: 5, answered: 3, reachedByCallback: 1 });
    expect(board.halfHours.map((one) => one.offered)).toEqual(halfHours.map((one) => one.offered));
    expect(board.schemes.map(({ offered: calls }) => calls).reduce((sum, calls) => sum + calls)).toBe(5);
    expect(board.rates).toMatchObject({ answer: 0.8, live: 0.6 });
    expect(board.forecast?.likely).toBeGreaterThan(0.8);
    expect(board.day).toBe(friday);
  });

  it('tells what is true only now apart, and goes without it while Connect cannot say', async () => {
    const now = { waiting: 3, agentsOnline: 7, agentsAvailable: 2, agentsOnContact: 4, agentsAfterCall: 1 };
    expect(boardOf(await ask()).now).toEqual(now);
    const without = boardOf(await ask({ centre: 'throttled' }));
    expect(without.now).toBeUndefined();
    expect(without.total.offered).toBe(5);
  });

  it('COMMON-18 SAMPS-40: the supervisor sees the agents one by one, the client the same figures without them, an agent nothing', async () => {
    expect(boardOf(await ask()).agents).toEqual([
      { agent: 'malia.taofifenua', status: 'Available', state: 'free', since: at('11:58:00') },
    ]);
    const client = await ask({ groups: 'samps:client' });
    expect(boardOf(client).total.offered).toBe(5);
    expect(client.body).not.toContain('malia');
    expect((await ask({ groups: 'samps:agent' })).status).toBe(403);
    expect((await ask({ groups: 'reflex:supervisor' })).status).toBe(403);
  });

  it('COMMON-18: campaigns are for the supervisor and the client, and not there where nobody is called', async () => {
    const route = outboundRoutes.campaignBoard;
    for (const groups of ['samps:supervisor', 'samps:client']) {
      expect(JSON.parse((await ask({ route, campaigns, groups })).body)).toEqual(campaigns);
    }
    expect((await ask({ route, campaigns, groups: 'samps:agent' })).status).toBe(403);
    expect((await ask({ route })).status).toBe(404);
  });
});
