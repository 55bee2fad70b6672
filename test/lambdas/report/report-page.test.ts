import { describe, expect, test } from 'vitest';
import type { ReportIssue } from '../../../domain/report/report-catalogue.ts';
import { reportPageHandler } from '../../../lambdas/report-page/handler.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { apiEvent, context } from './api-event.ts';

const issue: ReportIssue = {
  programme: 'samps',
  kind: 'daily',
  period: '2025-07-04',
  number: 2,
  state: 'definitive',
  generatedAt: '2025-07-07T05:30:00.000Z',
  key: 'samps/quotidien/2025-07-04/SAMPS_quotidien_2025-07-04_002-definitif.xlsx',
  noticed: true,
  published: { bytes: 21_593, sourceHash: 'h', sourceEntries: 5 },
};
const { published: _none, ...unpublished } = { ...issue, number: 3 };
const asked: string[] = [];

const handler = reportPageHandler(async () => ({
  programmes: { samps, reflex: { ...samps, name: 'reflex', title: 'REFLEX' } },
  reports: {
    latest: async (programme, kind) => {
      asked.push(`${programme} ${kind}`);
      return programme === 'samps' && kind === 'daily' ? [issue] : [];
    },
    find: async (programme, kind, period, number) => {
      asked.push(`${programme} ${kind} ${period} ${number}`);
      return [issue, unpublished].find((known) => known.programme === programme && known.number === number);
    },
  },
  links: { link: async (key, fileName) => `https://s3.exemple/${key}?name=${fileName}&X-Amz-Expires=60` },
}));
const open = (path: string, options: Parameters<typeof apiEvent>[1] = {}) => handler(apiEvent(path, options), context);
const client = { userName: 'marie', groups: 'samps:client' };
const download = (issueName: string, options = {}) => {
  const [programme = 'samps', kind = 'quotidien', name = ''] = issueName.split(' ');
  return open(`/rapports/${programme}/${kind}/${name}`, {
    ...client,
    pathParameters: { programme, kind, issue: name },
    ...options,
  });
};

describe('COMMON-29: the report page', () => {
  test('lists the reports of the programmes one may see, and only asks for those', async () => {
    asked.length = 0;
    const answer = await open('/rapports', client);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('SAMPS – Province Sud');
    expect(answer.body).toContain('href="/rapports/samps/quotidien/2025-07-04_002"');
    expect(answer.body).not.toContain('REFLEX');
    expect(asked).toEqual(['samps daily', 'samps weekly', 'samps cycle']);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(answer.headers?.['content-security-policy']).toContain("default-src 'none'");
  });

  test('a click leads to a link signed for that file', async () => {
    const answer = await download('samps quotidien 2025-07-04_002');
    expect(answer.statusCode).toBe(302);
    expect(answer.headers?.['location']).toBe(
      `https://s3.exemple/${issue.key}?name=SAMPS_quotidien_2025-07-04_002-definitif.xlsx&X-Amz-Expires=60`,
    );
  });

  test.each(['samps:client', 'samps:supervisor', 'administrator'])('COMMON-18: %s may open it', async (groups) => {
    expect((await download('samps quotidien 2025-07-04_002', { groups })).statusCode).toBe(302);
  });

  test.each(['samps:agent', 'reflex:client', ''])('COMMON-18: "%s" may not, and learns nothing', async (groups) => {
    asked.length = 0;
    const answer = await download('samps quotidien 2025-07-04_002', { groups });
    expect(answer.statusCode).toBe(404);
    expect(asked).toEqual([]);
    expect(answer.body).toBe((await download('samps quotidien 2025-07-04_009')).body);
  });

  test.each([
    'inconnu quotidien 2025-07-04_002',
    'samps mensuel 2025-07-04_002',
    'samps quotidien 2025-07-04_009',
    'samps quotidien 2025-07-04_003',
    'samps quotidien ..%2F..%2Fsecret',
  ])('not found: %s', async (name) => {
    const answer = await download(name, { groups: 'administrator' });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('<html lang="fr">');
  });

  test('COMMON-20: without a session one is led to sign in, and back', async () => {
    const answer = await open('/rapports/samps/quotidien/2025-07-04_002');
    expect(answer.statusCode).toBe(302);
    expect(answer.headers?.['location']).toBe('/connexion?retour=%2Frapports%2Fsamps%2Fquotidien%2F2025-07-04_002');
  });

  test('the home page leads to the reports', async () => {
    expect((await open('/', client)).headers?.['location']).toBe('/rapports');
  });

  test('a fault of ours is a page without its detail', async () => {
    const broken = reportPageHandler(async () => {
      throw new Error('table secret-name is gone');
    });
    const answer = await broken(apiEvent('/rapports', client), context);
    expect(answer.statusCode).toBe(500);
    expect(answer.body).toContain('request-1');
    expect(answer.body).not.toContain('secret-name');
  });
});
