import { createHash, createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CloudCore, startCloudCore } from '../../../local/cloud-core.ts';
import { friendly } from '../../../local/cloud-options.ts';
import type { CreateCloudPart } from '../../../local/cloud-part.ts';
import { createHttpPart, type HttpPart } from '../../../local/http/index.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../local/json.ts';
import { lambdaFunction, permission, role, stateFolder, writeAssembly } from '../resources/small-assembly.ts';

const code = {
  echo: `
    export async function handler(event) {
      const answer = event.queryStringParameters?.answer;
      if (answer === 'throw') throw new Error('broken');
      if (answer === 'plain') return { hello: 'monde' };
      if (answer === 'odd') return { statusCode: 'two hundred' };
      if (answer === 'bytes') return { statusCode: 200, headers: { 'Content-Type': 'image/png' }, body: 'iVBORw==', isBase64Encoded: true };
      return { statusCode: 201, headers: { 'X-One': 'é'.length }, cookies: ['a=1; HttpOnly', 'b=2'], body: JSON.stringify(event) };
    }`,
  guard: `
    let asked = 0;
    export async function handler(event) {
      asked += 1;
      const who = /who=([a-z]+)/.exec((event.cookies ?? []).join(';'))?.[1];
      if (who === 'crash') throw new Error('no keys');
      return { isAuthorized: who === 'lea', context: { userName: who ?? '', asked, type: event.type, source: event.identitySource } };
    }`,
};
const api = { Ref: 'Api' };
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const route = (RouteKey: string, AuthorizerId?: JsonObject): JsonObject => ({
  Type: 'AWS::ApiGatewayV2::Route',
  Properties: {
    ApiId: api,
    RouteKey,
    Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Echoing' }]] },
    ...(AuthorizerId === undefined ? {} : { AuthorizationType: 'CUSTOM', AuthorizerId }),
  },
});
const authorizer = (rest: JsonObject): JsonObject => ({
  Type: 'AWS::ApiGatewayV2::Authorizer',
  Properties: {
    ApiId: api,
    AuthorizerType: 'REQUEST',
    AuthorizerPayloadFormatVersion: '2.0',
    EnableSimpleResponses: true,
    AuthorizerUri: {
      'Fn::Join': [
        '',
        ['arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/', arnOf('Guard'), '/invocations'],
      ],
    },
    ...rest,
  },
});
const resources: JsonObject = {
  Role: role('lambda.amazonaws.com'),
  Echo: lambdaFunction('echo'),
  Guard: lambdaFunction('guard'),
  EchoPermission: permission('Echo', 'apigateway.amazonaws.com'),
  GuardPermission: permission('Guard', 'apigateway.amazonaws.com'),
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'web', ProtocolType: 'HTTP' } },
  Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: api, StageName: '$default', AutoDeploy: true } },
  Echoing: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: {
      ApiId: api,
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: arnOf('Echo'),
      PayloadFormatVersion: '2.0',
    },
  },
  Session: authorizer({ AuthorizerResultTtlInSeconds: 0, IdentitySource: [] }),
  Cached: authorizer({ AuthorizerResultTtlInSeconds: 60, IdentitySource: ['$request.header.Cookie'] }),
  One: route('GET /rapports/{programme}/{issue}'),
  Fixed: route('GET /rapports/{programme}/dernier'),
  Write: route('POST /rapports'),
  Guarded: route('GET /garde', { Ref: 'Session' }),
  GuardedCached: route('GET /cache', { Ref: 'Cached' }),
  Any: route('ANY /tout/{reste+}'),
  Pool: { Type: 'AWS::Cognito::UserPool', Properties: { MfaConfiguration: 'ON' } },
  Group: { Type: 'AWS::Cognito::UserPoolGroup', Properties: { UserPoolId: { Ref: 'Pool' }, GroupName: 'demo:client' } },
  Domain: { Type: 'AWS::Cognito::UserPoolDomain', Properties: { UserPoolId: { Ref: 'Pool' }, Domain: 'demo-1' } },
  Client: {
    Type: 'AWS::Cognito::UserPoolClient',
    Properties: {
      UserPoolId: { Ref: 'Pool' },
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email'],
      CallbackURLs: ['http://localhost/retour'],
      LogoutURLs: ['http://localhost/'],
      IdTokenValidity: 600,
      TokenValidityUnits: { IdToken: 'minutes' },
    },
  },
};
const outputs = {
  Url: { Value: { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] } },
  Issuer: { Value: { 'Fn::GetAtt': ['Pool', 'ProviderURL'] } },
  ClientId: { Value: { Ref: 'Client' } },
};
const user = {
  username: 'marie.kone',
  givenName: 'Marie',
  familyName: 'Koné',
  email: 'marie@example.nc',
  groups: ['demo:client'],
};
let cloud: CloudCore;
let http: HttpPart;
let issuer: string;
let clientId: string;

beforeAll(async () => {
  const assembly = writeAssembly({ web: { resources, outputs } }, code);
  const start = '2025-07-03T20:30:00.000Z';
  cloud = await startCloudCore(
    { assembly, state: stateFolder(), seed: 1, start, unfriendly: friendly, users: [user] },
    [
      async (context) => {
        http = await createHttpPart(context);
        return http;
      },
    ],
  );
  issuer = String(cloud.context.outputs.get('web.Issuer'));
  clientId = String(cloud.context.outputs.get('web.ClientId'));
});
afterAll(() => cloud.stop());

async function event(path: string, init: RequestInit = {}): Promise<JsonObject> {
  const value: Json = JSON.parse(await (await fetch(`${http.url}${path}`, init)).text());
  if (!isJsonObject(value)) throw new Error('no event');
  return value;
}

describe('HTTP API', () => {
  it('gives the function payload 2.0 and answers what it says, cookies apart', async () => {
    expect(cloud.context.outputs.get('web.Url')).toBe(http.url);
    const response = await fetch(`${http.url}/rapports/samps/2025-07-04%23001?a=1&a=2&b=`, {
      headers: { cookie: 'x=1; y=2', 'X-Custom': 'v' },
    });
    expect([response.status, response.headers.get('x-one'), response.headers.getSetCookie()]).toEqual([
      201,
      '1',
      ['a=1; HttpOnly', 'b=2'],
    ]);
    expect(await response.json()).toMatchObject({
      version: '2.0',
      routeKey: 'GET /rapports/{programme}/{issue}',
      rawPath: '/rapports/samps/2025-07-04%23001',
      rawQueryString: 'a=1&a=2&b=',
      cookies: ['x=1', 'y=2'],
      headers: { 'x-custom': 'v' },
      queryStringParameters: { a: '1,2', b: '' },
      pathParameters: { programme: 'samps', issue: '2025-07-04#001' },
      requestContext: {
        http: { method: 'GET', path: '/rapports/samps/2025-07-04%23001' },
        stage: '$default',
        timeEpoch: Date.UTC(2025, 6, 3, 20, 30),
        time: '03/Jul/2025:20:30:00 +0000',
      },
      isBase64Encoded: false,
    });
  });

  it('gives JSON as text, forms and bytes in base64', async () => {
    const post = (type: string, body: string) =>
      event('/rapports', { method: 'POST', body, headers: { 'content-type': type } });
    expect(await post('application/json', '{"é":1}')).toMatchObject({ body: '{"é":1}', isBase64Encoded: false });
    const form = await post('application/x-www-form-urlencoded', 'a=1');
    expect(form).toMatchObject({ body: Buffer.from('a=1').toString('base64'), isBase64Encoded: true });
  });

  it.each([
    ['/rapports/samps/dernier', 'GET /rapports/{programme}/dernier'],
    ['/rapports/samps/001/', 'GET /rapports/{programme}/{issue}'],
    ['/tout/a/b', 'ANY /tout/{reste+}'],
  ])('%s goes to %s', async (path, routeKey) => {
    expect(await event(path)).toMatchObject({ routeKey });
  });

  it.each([
    ['/nulle-part', 404, '{"message":"Not Found"}'],
    ['/rapports/a/b?answer=plain', 200, '{"hello":"monde"}'],
    ['/rapports/a/b?answer=throw', 500, '{"message":"Internal Server Error"}'],
    ['/rapports/a/b?answer=odd', 500, '{"message":"Internal Server Error"}'],
    ['/garde', 403, '{"message":"Forbidden"}'],
    ['/cache', 401, '{"message":"Unauthorized"}'],
  ])('%s answers %i in the words of API Gateway', async (path, status, body) => {
    const response = await fetch(`${http.url}${path}`);
    expect([response.status, await response.text()]).toEqual([status, body]);
  });

  it('answers bytes, and refuses more than 10 MB', async () => {
    const image = await fetch(`${http.url}/rapports/a/b?answer=bytes`);
    expect([image.headers.get('content-type'), Buffer.from(await image.arrayBuffer()).toString('hex')]).toEqual([
      'image/png',
      '89504e47',
    ]);
    const large = await fetch(`${http.url}/rapports`, { method: 'POST', body: Buffer.alloc(10.5 * 1024 * 1024) });
    expect(large.status).toBe(413);
  });

  it('COMMON-20: asks the authorizer, passes on its context, and fails closed', async () => {
    const as = (who: string) => ({ headers: { cookie: `who=${who}` } });
    const given = await event('/garde', as('lea'));
    expect(given['requestContext']).toMatchObject({
      authorizer: { lambda: { userName: 'lea', type: 'REQUEST', source: [] } },
    });
    expect((await fetch(`${http.url}/garde`, as('eve'))).status).toBe(403);
    expect((await fetch(`${http.url}/garde`, as('crash'))).status).toBe(500);
  });

  it('keeps a verdict as long as the template says, in virtual time', async () => {
    const asked = async () =>
      JSON.stringify((await event('/cache', { headers: { cookie: 'who=lea' } }))['requestContext']).match(
        /"asked":(\d+)/,
      )?.[1];
    const first = await asked();
    expect(await asked()).toBe(first);
    await cloud.context.kernel.runUntil(cloud.context.kernel.now() + 61_000);
    expect(await asked()).not.toBe(first);
  });

  it('serves simulated people without a socket', async () => {
    const path = '/rapports/samps/7';
    const answer = await http.request({ method: 'GET', path, headers: { cookie: 'a=b' } }, 'agent/1/wrap-up');
    expect(answer.status).toBe(201);
    expect(JSON.parse(answer.body.toString())).toMatchObject({ rawPath: path, cookies: ['a=b'] });
  });

  it('carries what is mounted, the longest path first', async () => {
    http.mount('/_local', (_request, response, path) => void response.end(`local${path}`));
    http.mount('/_local/phone', (_request, response) => void response.end('phone'));
    const text = async (path: string) => (await fetch(`${http.url}${path}`)).text();
    expect([await text('/_local/x'), await text('/_local/phone'), await text('/_local')]).toEqual([
      'local/x',
      'phone',
      'local',
    ]);
    expect(() => http.mount('/_local', () => undefined)).toThrow('mount path /_local is taken');
  });
});

describe('local issuer', () => {
  const verifier = 'v'.repeat(43);
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const request = () => ({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: 'http://localhost/retour',
    scope: 'openid email',
    state: 's1',
    nonce: 'n1',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  const post = (path: string, form: Record<string, string>) =>
    fetch(`${issuer}${path}`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
  const codeOf = async () => {
    const chosen = await post('/oauth2/authorize', { ...request(), username: user.username });
    return new URL(chosen.headers.get('location') ?? '').searchParams;
  };
  const redeem = (form: Record<string, string>) =>
    post('/oauth2/token', {
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: 'http://localhost/retour',
      ...form,
    });

  it('COMMON-20: signs in by code and PKCE, with the claims of the pool', async () => {
    const page = await (await fetch(`${issuer}/oauth2/authorize?${new URLSearchParams(request())}`)).text();
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('Marie Koné');
    const answer = await codeOf();
    expect(answer.get('state')).toBe('s1');
    const response = await redeem({ code: answer.get('code') ?? '', code_verifier: verifier });
    const tokens: Json = JSON.parse(await response.text());
    const [header = '', payload = '', signature = ''] = String(isJsonObject(tokens) ? tokens['id_token'] : '').split(
      '.',
    );
    const claims: Json = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const now = Date.UTC(2025, 6, 3, 20, 31, 1) / 1000;
    expect(claims).toMatchObject({
      iss: issuer,
      aud: clientId,
      token_use: 'id',
      nonce: 'n1',
      'cognito:username': user.username,
      'cognito:groups': ['demo:client'],
      email: user.email,
      iat: now,
      exp: now + 36_000,
    });
    const configuration: Json = JSON.parse(await (await fetch(`${issuer}/.well-known/openid-configuration`)).text());
    const jwks: Json = JSON.parse(
      await (await fetch(String(isJsonObject(configuration) ? configuration['jwks_uri'] : ''))).text(),
    );
    const keys = isJsonObject(jwks) && Array.isArray(jwks['keys']) ? jwks['keys'].filter(isJsonObject) : [];
    const key = createPublicKey({ key: { ...keys[0] }, format: 'jwk' });
    expect(verify('sha256', Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(http.idToken(user.username).split('.')).toHaveLength(3);
  });

  it('a code serves once, for its verifier only', async () => {
    const code = (await codeOf()).get('code') ?? '';
    expect(await (await redeem({ code, code_verifier: 'wrong' })).json()).toMatchObject({ error: 'invalid_grant' });
    expect((await redeem({ code, code_verifier: verifier })).status).toBe(400);
  });

  it.each([
    ['client_id', 'other'],
    ['redirect_uri', 'http://evil.example/'],
    ['response_type', 'token'],
    ['scope', 'openid admin'],
  ])('refuses a request whose %s is %s, and says what is accepted', async (name, value) => {
    const response = await fetch(`${issuer}/oauth2/authorize?${new URLSearchParams({ ...request(), [name]: value })}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/<html lang="fr">.*Accepté/s);
  });

  it('signs out to the declared page only', async () => {
    const out = (uri: string) =>
      fetch(`${issuer}/logout?${new URLSearchParams({ client_id: clientId, logout_uri: uri })}`, {
        redirect: 'manual',
      });
    expect((await out('http://localhost/')).headers.get('location')).toBe('http://localhost/');
    expect((await out('http://evil.example/')).status).toBe(400);
  });

  it('knows the addresses that templates spell out for AWS', () => {
    expect(http.addresses.localize('https://demo-1.auth.eu-central-1.amazoncognito.com/login')).toBe(`${issuer}/login`);
  });

  it('asks whoever comes before the stacks are up to wait', async () => {
    let asked: { status: number; refresh: string | null } | undefined;
    const early: CreateCloudPart = async (cloud) => {
      const part = await createHttpPart(cloud);
      const response = await fetch(part.url);
      asked = { status: response.status, refresh: response.headers.get('refresh') };
      return part;
    };
    const cloud = await startCloudCore(
      {
        assembly: writeAssembly({ empty: { resources: {} } }, {}),
        state: stateFolder(),
        seed: 1,
        start: '2025-07-03T20:30:00Z',
      },
      [early],
    );
    await cloud.stop();
    expect(asked).toEqual({ status: 503, refresh: '2' });
  });
});
