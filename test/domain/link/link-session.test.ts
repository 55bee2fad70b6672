import { describe, expect, it } from 'vitest';
import { isSession, newSession } from '../../../domain/link/link-session.ts';

const tokens = {
  sealOf: async (text: string) => Buffer.from(`sealed ${text}`).toString('base64url').slice(0, 60),
  isSealOf: async (text: string, seal: string) => seal === (await tokens.sealOf(text)),
};
const token = 'AAAAAAAAAAAAAAAAAAAAAA';
const at = '2020-10-25T00:50:00.000Z';
const is = async (value: string, later: string, of = token) => await isSession(value, { token: of, at: later }, tokens);

describe('COMMON-59: the session of a link', () => {
  it('holds for half an hour, the night of a clock change too, for one link', async () => {
    const value = await newSession(token, at, tokens);
    expect(await is(value, '2020-10-25T01:19:59.000Z')).toBe(true);
    expect(await is(value, '2020-10-25T01:20:01.000Z')).toBe(false);
    expect(await is(value, '2020-10-25T00:49:00.000Z')).toBe(false);
    expect(await is(value, at, 'BBBBBBBBBBBBBBBBBBBBBB')).toBe(false);
  });

  it.each(['', '.', 'abc', 'zzzzzzzzzz.x', `${'1'.repeat(200)}.x`, 'qh8k00.', '<script>'])(
    'is not "%s"',
    async (value) => {
      expect(await is(value, at)).toBe(false);
    },
  );

  it('cannot be made longer by its holder', async () => {
    const [, seal] = (await newSession(token, at, tokens)).split('.');
    const later = Math.floor(Date.parse('2020-10-26T00:00:00Z') / 1000).toString(36);
    expect(await is(`${later}.${seal}`, '2020-10-26T00:00:00.000Z')).toBe(false);
  });
});
