import { describe, expect, it } from 'vitest';
import type { LiveConnection } from '../../../domain/live/live-connections.ts';
import { type LiveEvent, liveConnectHandler } from '../../../lambdas/live-connect/handler.ts';
import { programmes } from '../../../programmes/index.ts';
import { context } from '../report/api-event.ts';

const { samps } = programmes;

function room() {
  const open = new Map<string, readonly LiveConnection[]>();
  const woken: (readonly [string, object, number])[] = [];
  const handler = liveConnectHandler(async () => ({
    programmes: { ...(samps && { samps }) },
    publicUrl: 'https://site.exemple',
    chains: { begin: async () => {} },
    wakes: { wake: async (...wake) => void woken.push(wake) },
    sessionOf: async (token) =>
      token === 'good' || token === 'stranger'
        ? {
            userName: 'marie',
            displayName: 'Marie',
            groups: token === 'good' ? ['samps:client'] : ['elsewhere:client'],
            seconds: 3600,
            signedInAt: '2025-07-04T00:00:00.000Z',
          }
        : undefined,
    connections: {
      add: async (programme, connection) => void open.set(programme, [...(open.get(programme) ?? []), connection]),
      remove: async (names, id) => {
        for (const name of names)
          open.set(
            name,
            (open.get(name) ?? []).filter((one) => one.connectionId !== id),
          );
      },
      list: async (programme) => open.get(programme) ?? [],
    },
  }));
  return {
    open,
    woken,
    ask: (headers: Record<string, string>, eventType = 'CONNECT') => handler(event(headers, eventType), context),
  };
}

function event(headers: Record<string, string>, eventType: string): LiveEvent {
  const connectedAt = Date.parse('2025-07-04T01:00:00.000Z');
  const given: unknown = { headers, requestContext: { connectionId: 'c-1', eventType, connectedAt, requestId: 'r' } };
  return given as LiveEvent;
}

describe('COMMON-18: a live page', () => {
  const origin = 'https://site.exemple';

  it('listens to the programmes of its person, until it is closed', async () => {
    const { ask, open, woken } = room();
    expect(await ask({ Origin: origin, Cookie: 'autre=1; permanence_session=good' })).toEqual({ statusCode: 200 });
    expect(open.get('samps')).toEqual([{ connectionId: 'c-1', roles: ['client'], since: '2025-07-04T01:00:00.000Z' }]);
    // COMMON-44: whoever may watch the board begins its pushes.
    expect(woken).toEqual([['samps', { chain: 'c-1', step: 0 }, 10]]);
    await ask({}, 'DISCONNECT');
    expect(open.get('samps')).toEqual([]);
  });

  it.each([
    ['without a session', { origin }, 401],
    ['with a session that is over', { origin, cookie: 'permanence_session=old' }, 401],
    ['of another site', { origin: 'https://mechant.exemple', cookie: 'permanence_session=good' }, 403],
    ['of no site', { cookie: 'permanence_session=good' }, 403],
    ['of a person of another programme', { origin, cookie: 'permanence_session=stranger' }, 403],
  ])('COMMON-19: %s is refused, and nothing is written down', async (_who, headers, statusCode) => {
    const { ask, open } = room();
    expect(await ask(headers)).toEqual({ statusCode });
    expect(open.size).toBe(0);
  });
});
