import { describe, expect, it } from 'vitest';
import { matchesPattern } from '../../../local/cloudfront/distribution-model.ts';
import { EdgeFunction } from '../../../local/cloudfront/edge-function.ts';
import type { ApiRequest } from '../../../local/http/api-model.ts';

const request: ApiRequest = {
  ...{ method: 'GET', path: '/poste/a', query: 'x=1', sourceIp: '127.0.0.1' },
  ...{ headers: { cookie: 'a=1; b=x=y', accept: 'text/html' }, body: Buffer.alloc(0) },
};

describe('a distribution of the templates', () => {
  it.each([
    ['/poste', '/poste', true],
    ['/poste', '/poste/', false],
    ['/poste/*', '/poste/', true],
    ['/poste/*', '/postes', false],
    ['poste/*', '/poste/a/b', true],
    ['/connexion*', '/connexion/retour', true],
    ['/a?c.html', '/abc.html', true],
    ['/a.c', '/abc', false],
    ['*', '/anything', true],
  ])('COMMON-03: pattern %s and path %s', (pattern, path, matches) => {
    expect(matchesPattern(pattern, path)).toBe(matches);
  });

  it('runs its functions on what CloudFront gives them, and nothing else', () => {
    const seen = new EdgeFunction(
      'echo',
      `function handler(event) { return { statusCode: 200, body: JSON.stringify([event.request.cookies, event.request.headers, typeof process, typeof require]) }; }`,
    ).onViewerRequest(request);
    const body = 'response' in seen ? seen.response.body.toString() : '';
    expect(JSON.parse(body)).toEqual([
      { a: { value: '1' }, b: { value: 'x=y' } },
      { accept: { value: 'text/html' } },
      'undefined',
      'undefined',
    ]);
    const passed = new EdgeFunction('rewrite', 'function handler(e) { e.request.uri = "/p.html"; return e.request; }');
    expect(passed.onViewerRequest(request)).toMatchObject({ request: { path: '/p.html', query: 'x=1' } });
    expect(() => new EdgeFunction('none', 'var a = 1;')).toThrow(
      'CloudFront function none has no function handler(event)',
    );
  });
});
