import { describe, expect, it } from 'vitest';
import type { PresentAgent } from '../../../domain/presence/presence.ts';
import { boardAgents } from '../../../domain/supervision/board-agents.ts';

const at = '2025-07-03T22:00:00.000Z';
const since = '2025-07-03T21:58:00.000Z';

function agent(name: string, parts: Partial<PresentAgent> = {}): PresentAgent {
  const status = { name: 'Disponible', type: 'ROUTABLE', since } as const;
  return { agent: name, status, contacts: [], routingProfile: 'samps', eventAt: since, ...parts };
}

const contact = (state: string) => ({ contactId: 'c', state, since: '2025-07-03T21:59:00.000Z' });

describe('COMMON-44: agents of the wallboard', () => {
  it.each([
    ['INCOMING', 'ringing'],
    ['CONNECTED', 'talking'],
    ['CONNECTED_ONHOLD', 'holding'],
    ['ENDED', 'after-call'],
  ])('a contact that is %s: %s, since then', (state, shown) => {
    expect(boardAgents([agent('a', { contacts: [contact(state)] })], at)).toEqual([
      { agent: 'a', status: 'Disponible', state: shown, since: '2025-07-03T21:59:00.000Z' },
    ]);
  });

  it('who consults a colleague with a call on hold is talking', () => {
    const two = [contact('CONNECTED_ONHOLD'), contact('CONNECTED')];
    expect(boardAgents([agent('a', { contacts: two })], at)[0]?.state).toBe('talking');
  });

  it('free, away, offline, or silent for five minutes: those who are there come first', () => {
    const away = { name: 'Pause', type: 'CUSTOM', since } as const;
    const gone = { name: 'Hors ligne', type: 'OFFLINE', since } as const;
    const board = boardAgents(
      [
        agent('a', { status: gone }),
        agent('b', { eventAt: '2025-07-03T21:50:00.000Z' }),
        agent('c', { status: away }),
        agent('d'),
      ],
      at,
    );
    expect(board.map(({ agent: name, state }) => [name, state])).toEqual([
      ['c', 'away'],
      ['d', 'free'],
      ['a', 'offline'],
      ['b', 'offline'],
    ]);
    expect(board[3]?.since).toBe('2025-07-03T21:50:00.000Z');
  });
});
