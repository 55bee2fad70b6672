import { describe, expect, it } from 'vitest';
import type { CampaignBoard } from '../../../contracts/campaign-board.ts';
import type { LiveBoard } from '../../../contracts/live-board.ts';
import type { LiveConnection } from '../../../domain/live/live-connections.ts';
import { type PushBoardPorts, pushBoard } from '../../../domain/supervision/push-board.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { MemoryContent, MemoryJournal, MemoryRegister } from '../../support/calls/memory-ports.ts';
import { at, inbound, sha256, talk } from '../report/journal-fixture.ts';

const noon = at('12:00:00');
const since = at('11:59:00');
const nothing = { heard: [], woken: [], removed: [], read: 0, campaignsHeard: [] };
const page = (connectionId: string, ...roles: string[]): LiveConnection => ({ connectionId, roles, since });

async function run(
  open: readonly LiveConnection[],
  {
    step = { chain: 'c-1', step: 7 },
    gone = [] as readonly string[],
    times = 1,
    campaigns = undefined as CampaignBoard | undefined,
    at: here = 7,
  } = {},
) {
  const journal = new MemoryJournal();
  await journal.append([inbound('a', talk()), inbound('b')]);
  const heard: { readonly page: string; readonly board: LiveBoard }[] = [];
  const campaignsHeard: { readonly page: string; readonly data?: CampaignBoard }[] = [];
  const woken: (readonly [string, object, number])[] = [];
  let current = { chain: 'c-1', step: here };
  const removed: string[] = [];
  let read = 0;
  const ports: PushBoardPorts = {
    journal: {
      async read(programme, day) {
        read += 1;
        return await journal.read(programme, day);
      },
      questionsThrough: async () => [],
    },
    content: new MemoryContent(),
    sha256,
    presence: { read: async () => ({ agents: [], version: 1 }) },
    callbacks: new MemoryRegister(),
    centre: { now: async () => 'throttled' },
    live: {
      connections: {
        add: async () => {},
        remove: async (_programmes, connectionId) => void removed.push(connectionId),
        list: async () => open,
      },
      line: {
        async send(connectionId, text) {
          if (gone.includes(connectionId)) return false;
          const { topic, data } = JSON.parse(text);
          if (topic === 'campaigns') campaignsHeard.push({ page: connectionId, ...(data && { data }) });
          else heard.push({ page: connectionId, board: data });
          return true;
        },
      },
    },
    chains: {
      current: async () => current,
      async advance(_programme, from) {
        const isHere = from.chain === current.chain && from.step === current.step;
        if (isHere) current = { ...from, step: from.step + 1 };
        return isHere;
      },
    },
    wakes: { wake: async (...wake) => void woken.push(wake) },
    readCampaigns: async () => campaigns,
  };
  const pushes = Array.from({ length: times }, () => pushBoard({ programme: samps, step, at: noon }, ports));
  await Promise.all(pushes);
  return { heard, woken, removed, read, campaignsHeard };
}

describe('COMMON-44: the board is pushed to those who watch', () => {
  it('made once, with the agents for supervisors and without them for the client, and again in ten seconds', async () => {
    const { heard, woken, read } = await run([page('s', 'supervisor'), page('k', 'client'), page('a', 'agent')]);
    expect(heard.map((one) => [one.page, one.board.total.offered, 'agents' in one.board])).toEqual([
      ['k', 2, false],
      ['s', 2, true],
    ]);
    expect(woken).toEqual([['samps', { chain: 'c-1', step: 8 }, 10]]);
    const alone = await run([page('s', 'supervisor')]);
    expect(alone.read).toBe(read);
  });

  it('whoever is supervisor and client ends with the agents', async () => {
    const { heard } = await run([page('both', 'client', 'supervisor')]);
    expect(heard.at(-1)?.board.agents).toEqual([]);
  });

  it('while nobody watches nothing is made, and the chain ends', async () => {
    expect(await run([page('a', 'agent')])).toEqual(nothing);
    const left = await run([page('s', 'supervisor')], { gone: ['s'] });
    expect(left.removed).toEqual(['s']);
    expect(left.woken).toEqual([]);
  });

  it('COMMON-37: a wake that comes twice, at once or later, goes on once', async () => {
    expect((await run([page('s', 'supervisor')], { times: 2 })).woken).toHaveLength(1);
    expect((await run([page('s', 'supervisor')], { step: { chain: 'c-1', step: 6 } })).heard).toEqual([]);
  });

  it('a chain that another page has taken over goes no further', async () => {
    expect(await run([page('s', 'supervisor')], { step: { chain: 'c-0', step: 7 } })).toEqual(nothing);
  });

  it('campaigns with it once a minute, to whoever watches; where there are too many for a push, that they changed', async () => {
    const campaigns = {
      programme: 'samps',
      timeZone: 'Pacific/Noumea',
      at: noon,
      campaigns: [],
      kinds: [],
      cells: [],
      drillPeople: 60,
    };
    const pages = [page('s', 'supervisor'), page('k', 'client'), page('a', 'agent')];
    const { campaignsHeard, woken } = await run(pages, { campaigns });
    expect(campaignsHeard).toEqual(['s', 'k'].map((one) => ({ page: one, data: campaigns })));
    expect(woken).toHaveLength(1);
    const cells = Array.from({ length: 600 }, (_, n) => ({
      code: `c${n}`,
      label: 'Cellule sociale',
      open: 1,
      waiting: 0,
    }));
    expect((await run(pages, { campaigns: { ...campaigns, cells } })).campaignsHeard).toEqual([
      { page: 's' },
      { page: 'k' },
    ]);
    const other = await run(pages, { campaigns, step: { chain: 'c-1', step: 8 }, at: 8 });
    expect(other.heard).toHaveLength(2);
    expect(other.campaignsHeard).toEqual([]);
  });
});
