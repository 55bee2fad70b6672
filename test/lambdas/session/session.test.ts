import { describe, expect, it } from 'vitest';
import type { SessionProgramme } from '../../../contracts/session.ts';
import { sessionHandler } from '../../../lambdas/session/handler.ts';
import { programmes } from '../../../programmes/index.ts';
import { apiEvent, context } from '../report/api-event.ts';

const { samps, reflex } = programmes;
const handler = sessionHandler(async () => ({
  programmes: { ...(samps && { samps }), ...(reflex && { reflex }) },
  instanceAddress: async () => 'https://exemple.my.connect.aws',
}));
const ask = async (path: string, groups: string) => {
  const { statusCode, body } = await handler(apiEvent(path, { userName: 'marie', groups }), context);
  return { status: statusCode, body: JSON.parse(body ?? 'null') };
};

describe('COMMON-18: who is signed in', () => {
  it('is told the programmes in which they have a role, and no other', async () => {
    const { status, body } = await ask(
      '/api/session',
      'samps:agent samps:supervisor reflex-paris:agent elsewhere:client',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ userName: 'marie', administrator: false });
    const { title } = samps ?? {};
    const told = { name: 'samps', title, timeZone: 'Pacific/Noumea', roles: ['agent', 'supervisor'], campaigns: true };
    expect(body.programmes).toMatchObject([told]);
    const paths = body.programmes.flatMap(({ pages }: SessionProgramme) => pages?.map(({ path }) => path));
    expect(paths).toEqual(['/rapports', '/fiches/samps', '/listes/samps']);
    expect(body).not.toHaveProperty('accessUrl');
  });

  it('COMMON-22: is told where their softphone is when they take calls, and only then', async () => {
    expect((await ask('/api/poste', 'samps:agent')).body).toMatchObject({
      accessUrl: 'https://exemple.my.connect.aws',
    });
    expect(await ask('/api/poste', 'samps:client')).toMatchObject({ status: 403, body: { error: /ne.*prend pas/ } });
    expect((await ask('/api/poste', 'administrator')).status).toBe(403);
    expect((await ask('/api/session', 'administrator')).body).toMatchObject({ administrator: true, programmes: [] });
  });
});
