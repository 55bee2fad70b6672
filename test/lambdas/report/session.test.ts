import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { authorizerHandler } from '../../../lambdas/authorizer/handler.ts';
import { type Session, sessionReader } from '../../../lambdas/middleware/id-token.ts';
import { signInHandler } from '../../../lambdas/sign-in/handler.ts';
import { hostedSignIn } from '../../../lambdas/sign-in/identity-provider.ts';
import { ownPath } from '../../../lambdas/sign-in/sign-in-request.ts';
import { apiEvent, context } from './api-event.ts';

const issuer = 'https://cognito.exemple/pool';
const clientId = 'pages';
type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
let privateKey: Key;
let otherKey: Key;
let sessionOf: (token: string) => Promise<Session | undefined>;

beforeAll(async () => {
  const pair = await generateKeyPair('RS256');
  privateKey = pair.privateKey;
  otherKey = (await generateKeyPair('RS256')).privateKey;
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(pair.publicKey)), alg: 'RS256', kid: 'k' }] });
  sessionOf = sessionReader({ issuer, clientId, keys });
});

const claims = { 'cognito:username': 'marie', 'cognito:groups': ['samps:client'], token_use: 'id' };
const sign = (over: Record<string, unknown> = {}, key = privateKey, life = '10h') =>
  new SignJWT({ ...claims, ...over })
    .setProtectedHeader({ alg: 'RS256', kid: 'k' })
    .setIssuer(typeof over['iss'] === 'string' ? over['iss'] : issuer)
    .setAudience(typeof over['aud'] === 'string' ? over['aud'] : clientId)
    .setIssuedAt()
    .setExpirationTime(life)
    .sign(key);

function request(rawPath: string, cookies: readonly string[]): APIGatewayRequestAuthorizerEventV2 {
  const { requestContext, headers, routeKey } = apiEvent(rawPath, { cookies });
  return {
    version: '2.0',
    type: 'REQUEST',
    routeArn: 'arn:route',
    identitySource: [],
    routeKey,
    rawPath,
    rawQueryString: '',
    cookies: [...cookies],
    headers,
    requestContext,
  };
}
const authorize = async (path: string, cookies: readonly string[]) =>
  await authorizerHandler(async () => ({ sessionOf }))(request(path, cookies), context);

describe('COMMON-20: the authorizer', () => {
  test('reads who asks from the session cookie', async () => {
    const answer = await authorize('/api/samps/questions', ['autre=1', `permanence_session=${await sign()}`]);
    const signedInAt = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    const asked = { userName: 'marie', displayName: 'marie', groups: 'samps:client', signedInAt };
    expect(answer).toEqual({ isAuthorized: true, context: asked });
  });

  test.each([
    [{ given_name: 'Marie', family_name: 'Kaloï' }, 'Marie Kaloï'],
    [{ name: 'Marie K.', given_name: 'Marie' }, 'Marie K.'],
    [{ name: ' ', given_name: 'Marie', family_name: 7 }, 'Marie'],
    [{ given_name: '' }, 'marie'],
  ])('calls people as their token does: %j', async (names, displayName) => {
    expect((await sessionOf(await sign(names)))?.displayName).toBe(displayName);
  });

  test('without a session: refused under /api/, nobody on pages', async () => {
    expect(await authorize('/api/samps/questions', [])).toMatchObject({ isAuthorized: false });
    expect(await authorize('/rapports', [])).toEqual({
      isAuthorized: true,
      context: { userName: '', displayName: '', groups: '', signedInAt: '' },
    });
  });

  test.each([
    ['expired', () => sign({}, privateKey, '-1s')],
    ['of another issuer', () => sign({ iss: 'https://autre' })],
    ['for another client', () => sign({ aud: 'autre' })],
    ['an access token', () => sign({ token_use: 'access' })],
    ['signed by another key', () => sign({}, otherKey)],
    ['not signed', async () => `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(claims))}.`],
    ['not a token', async () => 'bonjour'],
  ])('a token %s is nobody', async (_name, token) => {
    expect(await authorize('/api/x', [`permanence_session=${await token()}`])).toMatchObject({ isAuthorized: false });
  });

  test('an issuer that cannot be reached is a failure, not a stranger', async () => {
    const unreachable = sessionReader({
      issuer,
      clientId,
      keys: async () => Promise.reject(new TypeError('fetch failed')),
    });
    await expect(unreachable(await sign())).rejects.toThrow('fetch failed');
  });
});

describe('COMMON-20: signing in', () => {
  const exchanged: URLSearchParams[] = [];
  const handlerFor = (publicUrl: string, tokenAnswer: () => Promise<Response>) =>
    signInHandler(async () => ({
      provider: hostedSignIn({
        signInUrl: 'https://connexion.exemple',
        clientId,
        publicUrl,
        fetch: async (_url, init) => {
          exchanged.push(new URLSearchParams(String(init?.body)));
          return await tokenAnswer();
        },
      }),
      sessionOf,
      randomText: () => 'abcdefghijklmnopqrstuvwxyz_-0123',
      programmes: { suivi: { name: 'suivi', signInCountries: ['FR', 'BE'] }, samps: { name: 'samps' } },
      secure: publicUrl.startsWith('https://'),
    }));
  const handler = handlerFor('https://exemple.nc', async () => Response.json({ id_token: await sign() }));

  async function start(retour?: string) {
    const answer = await handler(apiEvent('/connexion', { query: retour === undefined ? {} : { retour } }), context);
    const cookie = answer.cookies?.[0] ?? '';
    const href = /href="(https:\/\/connexion[^"]+)"/.exec(answer.body ?? '')?.[1]?.replaceAll('&amp;', '&') ?? '';
    return { answer, cookie: cookie.split(';')[0] ?? '', attributes: cookie, url: new URL(href) };
  }

  test('the page leads to the provider with a state and a PKCE challenge', async () => {
    const { answer, attributes, url } = await start();
    expect(answer.statusCode).toBe(200);
    expect(url.origin + url.pathname).toBe('https://connexion.exemple/oauth2/authorize');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: 'https://exemple.nc/connexion/retour',
      code_challenge_method: 'S256',
    });
    expect(attributes).toMatch(/; Path=\/connexion; Max-Age=900; HttpOnly; SameSite=Lax; Secure$/);
  });

  test('back from the provider the token becomes the session cookie, and one is where one wanted to go', async () => {
    const { cookie, url } = await start('/rapports/samps/quotidien/2025-07-04_001');
    const state = url.searchParams.get('state') ?? '';
    const answer = await handler(
      apiEvent('/connexion/retour', { query: { code: 'c', state }, cookies: [cookie] }),
      context,
    );
    expect(answer.statusCode).toBe(302);
    expect(answer.headers?.['location']).toBe('/rapports/samps/quotidien/2025-07-04_001');
    expect(answer.cookies?.[0]).toMatch(
      /^permanence_session=ey[\w.-]+; Path=\/; Max-Age=36000; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(answer.cookies?.[1]).toMatch(/^permanence_connexion=; .*Max-Age=0/);
    const sent = exchanged.at(-1);
    expect(sent?.get('code_verifier')).toHaveLength(64);
    expect(sent?.get('redirect_uri')).toBe('https://exemple.nc/connexion/retour');
  });

  test('another state, no cookie, an error of the provider, a refused code: nobody is signed in', async () => {
    const { cookie, url } = await start();
    const state = url.searchParams.get('state') ?? '';
    const refused = handlerFor('https://exemple.nc', async () =>
      Response.json({ error: 'invalid_grant' }, { status: 400 }),
    );
    const answers = await Promise.all([
      handler(apiEvent('/connexion/retour', { query: { code: 'c', state: 'autre' }, cookies: [cookie] }), context),
      handler(apiEvent('/connexion/retour', { query: { code: 'c', state } }), context),
      handler(apiEvent('/connexion/retour', { query: { error: 'access_denied', state }, cookies: [cookie] }), context),
      refused(apiEvent('/connexion/retour', { query: { code: 'c', state }, cookies: [cookie] }), context),
    ]);
    for (const answer of answers) {
      expect(answer.statusCode).toBe(400);
      expect(answer.cookies).toBeUndefined();
    }
  });

  test('over http, as on one machine, cookies are not Secure', async () => {
    const local = handlerFor('http://localhost:8080', async () => Response.json({}));
    const answer = await local(apiEvent('/connexion'), context);
    expect(answer.cookies?.[0]).not.toContain('Secure');
  });

  test('signing out forgets the cookie and leaves the provider too', async () => {
    const answer = await handler(apiEvent('/deconnexion', { method: 'POST' }), context);
    expect(answer.statusCode).toBe(303);
    expect(answer.cookies?.[0]).toMatch(/^permanence_session=; Path=\/; Max-Age=0/);
    expect(answer.headers?.['location']).toBe(
      'https://connexion.exemple/logout?client_id=pages&logout_uri=https%3A%2F%2Fexemple.nc%2Fconnexion',
    );
  });

  test('who locked a page comes back to where it says once signed in again', async () => {
    const body = 'retour=%2Fsession';
    const left = await handler(apiEvent('/deconnexion', { method: 'POST', body }), context);
    const [, cookie = ''] = left.cookies ?? [];
    expect(cookie).toMatch(/^permanence_retour=[\w-]+; Path=\/connexion; Max-Age=900; HttpOnly; SameSite=Lax; Secure$/);
    const asked = await handler(apiEvent('/connexion', { cookies: [cookie.split(';')[0] ?? ''] }), context);
    const request = asked.cookies?.[0]?.split(';')[0] ?? '';
    const state = /state=([^&]+)/.exec(asked.body ?? '')?.[1] ?? '';
    const query = { code: 'c', state };
    const back = await handler(apiEvent('/connexion/retour', { query, cookies: [request] }), context);
    expect(back.headers?.['location']).toBe('/session');
    expect(back.cookies).toContainEqual(expect.stringMatching(/^permanence_retour=; .*Max-Age=0/));
  });

  test.each([
    ['FR', 'suivi:agent', 302],
    ['BE', 'suivi:supervisor', 302],
    ['NC', 'suivi:agent', 403],
    [undefined, 'suivi:client', 403],
    ['NC', 'samps:agent', 302],
    [undefined, 'samps:agent', 302],
  ])('ARS-43: from %s, with the role %s, signing in is answered %i', async (country, group, status) => {
    const told = handlerFor('https://exemple.nc', async () =>
      Response.json({ id_token: await sign({ 'cognito:groups': [group] }) }),
    );
    const { cookie, url } = await start();
    const query = { code: 'c', state: url.searchParams.get('state') ?? '' };
    const event = apiEvent('/connexion/retour', { query, cookies: [cookie] });
    if (country !== undefined) event.headers['cloudfront-viewer-country'] = country;
    const answer = await told(event, context);
    expect(answer.statusCode).toBe(status);
    if (status === 403) {
      expect(answer.cookies).toBeUndefined();
      expect(answer.body).toContain('depuis le pays où vous êtes');
    }
  });

  test.each(['https://mechant.exemple', '//mechant.exemple', '/\\mechant.exemple', 'rapports', '/a\r\nSet-Cookie: x'])(
    'no open redirect to %j',
    (path) => {
      expect(ownPath(path)).toBe('/rapports');
    },
  );
});
