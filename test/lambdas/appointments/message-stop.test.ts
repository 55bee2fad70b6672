import { expect, test } from 'vitest';
import { messageStopHandler } from '../../../lambdas/message-stop/handler.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { apiEvent, context } from '../report/api-event.ts';

test('SAMPS-27, COMMON-34: the link of a message stops the next ones, by a button and not by being opened', async () => {
  const stopped: unknown[] = [];
  const link = {
    programme: 'samps',
    purpose: 'stop',
    subject: 'person',
    occasion: 'rendez-vous',
    expiresAt: '2026-08-01T00:00:00.000Z',
    tries: 0,
  } as const;
  const handler = messageStopHandler(async () => ({
    tokens: { keyOf: (token) => `key-${token}` },
    links: { find: async (_, key) => (key === 'key-bon' ? link : undefined) },
    programmes: { samps },
    async stop(order) {
      stopped.push(order);
    },
    now: () => '2025-07-04T00:00:00.000Z',
  }));
  const ask = (token: string, method = 'GET') =>
    handler(apiEvent(`/m/${token}`, { method, pathParameters: { token } }), context);
  const opened = await ask('bon');
  expect([opened.statusCode, stopped]).toEqual([200, []]);
  expect(opened.body).toContain('Ne plus recevoir de SMS');
  expect(opened.body).not.toContain('person');
  expect((await ask('bon', 'POST')).body).toContain('ne vous enverra plus de SMS');
  expect(stopped).toEqual([{ programme: 'samps', subject: 'person', at: '2025-07-04T00:00:00.000Z' }]);
  expect((await ask('autre', 'POST')).statusCode).toBe(404);
  expect(stopped).toHaveLength(1);
});
