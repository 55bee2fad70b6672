import { describe, expect, it } from 'vitest';
import type { LiveMessage } from '../../../contracts/live.ts';
import type { LiveConnection } from '../../../domain/live/live-connections.ts';
import { pushLive } from '../../../domain/live/push-live.ts';

const at = '2025-07-04T03:00:00.000Z';
const message: LiveMessage = { programme: 'samps', topic: 'questions', at };

function pages(...open: readonly (LiveConnection & { gone?: boolean })[]) {
  const left = new Set(open.map(({ connectionId }) => connectionId));
  const heard: string[] = [];
  return {
    left,
    heard,
    ports: {
      connections: {
        add: async () => {},
        remove: async (_programmes: readonly string[], id: string) => void left.delete(id),
        list: async () => open,
      },
      line: {
        send: async (id: string, text: string) => {
          const page = open.find(({ connectionId }) => connectionId === id);
          if (page?.gone !== true) heard.push(`${id} ${text}`);
          return page?.gone !== true;
        },
      },
    },
  };
}
const since = '2025-07-04T02:00:00.000Z';

describe('COMMON-44: what changes is pushed', () => {
  it('to the pages of who has one of the roles, and to nobody else', async () => {
    const { ports, heard } = pages(
      { connectionId: 'agent', roles: ['agent'], since },
      { connectionId: 'chief', roles: ['agent', 'supervisor'], since },
    );
    expect(await pushLive(message, ['supervisor', 'client'], ports)).toEqual({ reached: 1, gone: 0 });
    expect(heard).toEqual([`chief ${JSON.stringify(message)}`]);
    expect(await pushLive(message, undefined, ports)).toEqual({ reached: 2, gone: 0 });
  });

  it('and pages that are gone, or were open for longer than API Gateway lets them, are taken off', async () => {
    const { ports, heard, left } = pages(
      { connectionId: 'gone', roles: ['client'], since, gone: true },
      { connectionId: 'old', roles: ['client'], since: '2025-07-04T00:30:00.000Z' },
      { connectionId: 'there', roles: ['client'], since },
    );
    expect(await pushLive(message, undefined, ports)).toEqual({ reached: 1, gone: 2 });
    expect([...left]).toEqual(['there']);
    expect(heard).toHaveLength(1);
  });

  it('and what does not fit in a frame of API Gateway is refused before anybody is told', async () => {
    const { ports, heard } = pages({ connectionId: 'there', roles: ['client'], since });
    await expect(pushLive({ ...message, data: 'é'.repeat(17_000) }, undefined, ports)).rejects.toThrow(RangeError);
    expect(heard).toEqual([]);
  });
});
