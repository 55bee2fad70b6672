import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, callApi } from '../../web/api/api-client.ts';
import { parseSession } from '../../web/api/read-session.ts';

const answering = (status: number, body: string) => {
  const fetched = vi.fn(async (_path: string, _init?: RequestInit) => new Response(body, { status }));
  vi.stubGlobal('fetch', fetched);
  return fetched;
};

describe('COMMON-22: the page speaks to the API', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('and hears what the centre says, in French', async () => {
    answering(403, JSON.stringify({ error: 'Votre compte ne permet pas cette action dans ce programme.' }));
    await expect(callApi('POST', '/api/samps/questions', { text: 'x' })).rejects.toEqual(
      new ApiError(403, 'Votre compte ne permet pas cette action dans ce programme.'),
    );
  });

  it.each([
    ['an answer of the gateway in English', 503, '{"message":"Service Unavailable"}'],
    ['an answer that is not JSON', 502, '<html>'],
  ])('COMMON-32: and is told in French of %s', async (_what, status, body) => {
    answering(status, body);
    await expect(callApi('GET', '/api/session')).rejects.toThrow(/^Le centre a répondu de façon inattendue/);
  });

  it('and knows that it knows nothing when there was no answer', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch');
    });
    await expect(callApi('GET', '/api/session')).rejects.toMatchObject({ status: 0, message: /rien n’est perdu/ });
  });

  it('COMMON-20: and leads to sign in, and back, whoever has no session any more', async () => {
    const assign = vi.fn();
    vi.stubGlobal('location', { assign, pathname: '/poste', search: '?appel=1' });
    answering(401, '{"message":"Unauthorized"}');
    await expect(callApi('GET', '/api/session')).rejects.toMatchObject({ status: 401 });
    expect(assign).toHaveBeenCalledWith('/connexion?retour=%2Fposte%3Fappel%3D1');
    assign.mockClear();
    answering(403, '{"message":"Forbidden"}');
    await expect(callApi('GET', '/api/session', undefined, { stay: true })).rejects.toMatchObject({
      status: 401,
      message: /^Votre session a pris fin/,
    });
    expect(assign).not.toHaveBeenCalled();
  });

  it('COMMON-18: reads roles it knows, and refuses an answer of another form', () => {
    const programme = { name: 'samps', title: 'SAMPS', timeZone: 'Pacific/Noumea', roles: ['agent', 'chief'] };
    const answer = {
      userName: 'a',
      displayName: 'A',
      signedInAt: '2025-07-04T00:00:00.000Z',
      administrator: false,
      programmes: [programme],
    };
    expect(parseSession(answer).programmes[0]?.roles).toEqual(['agent']);
    expect(() => parseSession({ ...answer, userName: 1 })).toThrow(TypeError);
  });
});
