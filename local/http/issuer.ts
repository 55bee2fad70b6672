import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CloudContext, LocalUser } from '../cloud.ts';
import { readBody } from '../storage/read-body.ts';
import { AuthorizationCodes } from './authorization-codes.ts';
import type { PoolClient, UserPool } from './pool-model.ts';
import { poolTokens } from './pool-tokens.ts';
import { errorPage, signInPage } from './sign-in-page.ts';
import type { SigningKey } from './signing-key.ts';

/** An OpenID Connect issuer with the endpoints and claims of one Cognito user pool, under one base URL. */
export class Issuer {
  readonly url: string;
  readonly #cloud: CloudContext;
  readonly #pool: UserPool;
  readonly #key: SigningKey;
  readonly #codes = new AuthorizationCodes();

  constructor(cloud: CloudContext, pool: UserPool, key: SigningKey, url: string) {
    this.#cloud = cloud;
    this.#pool = pool;
    this.#key = key;
    this.url = url;
  }

  /** Answers one request; `path` is the part after the base URL. */
  async answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const { status, headers, body } = await this.#answer(request, path);
    response.writeHead(status, headers).end(body);
  }

  async #answer(request: IncomingMessage, path: string): Promise<Answer> {
    const query = new URL(request.url ?? '/', this.url).searchParams;
    switch (`${request.method} ${path}`) {
      case 'GET /.well-known/openid-configuration':
        return json(200, this.#configuration());
      case 'GET /.well-known/jwks.json':
        return json(200, this.#key.keySet());
      case 'GET /oauth2/authorize':
      case 'GET /login':
        return this.#showSignIn(query);
      case 'POST /oauth2/authorize':
      case 'POST /login':
        return this.#signIn(new URLSearchParams((await readBody(request)).toString()));
      case 'POST /oauth2/token':
        return this.#redeem(request, new URLSearchParams((await readBody(request)).toString()));
      case 'GET /logout':
        return this.#signOut(query);
      default:
        return html(
          404,
          errorPage(
            `${request.method} ${path} n’existe pas.`,
            'GET /oauth2/authorize, POST /oauth2/token, GET /logout',
          ),
        );
    }
  }

  /** The ID token a user would get by signing in: for simulated people. Throws naming the users, or the clients. */
  idToken(username: string): string {
    const [client] = this.#pool.clients.values();
    if (client === undefined) throw new Error(`user pool ${this.#pool.id} has no client`);
    return this.#tokens(client, username, client.scopes.join(' ')).id_token;
  }

  #configuration(): object {
    return {
      issuer: this.url,
      authorization_endpoint: `${this.url}/oauth2/authorize`,
      token_endpoint: `${this.url}/oauth2/token`,
      end_session_endpoint: `${this.url}/logout`,
      jwks_uri: `${this.url}/.well-known/jwks.json`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
      scopes_supported: ['openid', 'email', 'profile'],
    };
  }

  #showSignIn(query: URLSearchParams): Answer {
    const refused = this.#refusal(query);
    if (refused !== undefined) return html(400, errorPage(refused.what, refused.accepted));
    return html(200, signInPage(this.#enabled(), query));
  }

  #signIn(form: URLSearchParams): Answer {
    const refused = this.#refusal(form);
    if (refused !== undefined) return html(400, errorPage(refused.what, refused.accepted));
    const username = form.get('username') ?? '';
    if (!this.#enabled().some((user) => user.username === username)) {
      const accepted = this.#enabled()
        .map((user) => user.username)
        .join(', ');
      return html(400, errorPage(`Utilisateur inconnu\u202f: «\u00a0${username}\u00a0».`, accepted));
    }
    const redirectUri = form.get('redirect_uri') ?? '';
    const nonce = form.get('nonce');
    const challenge = form.get('code_challenge');
    const code = this.#codes.issue({
      clientId: form.get('client_id') ?? '',
      redirectUri,
      username,
      scope: form.get('scope') ?? 'openid',
      ...(nonce === null ? {} : { nonce }),
      ...(challenge === null ? {} : { challenge }),
    });
    const target = new URL(redirectUri);
    target.searchParams.set('code', code);
    const state = form.get('state');
    if (state !== null) target.searchParams.set('state', state);
    return redirect(target.toString());
  }

  #enabled(): readonly LocalUser[] {
    return this.#pool.users.filter(({ username }) => !this.#pool.disabled.has(username));
  }

  #refusal(query: URLSearchParams): { readonly what: string; readonly accepted: string } | undefined {
    const client = this.#pool.clients.get(query.get('client_id') ?? '');
    const refused = (name: string, accepted: string) => ({
      what: `${name}\u202f: «\u00a0${query.get(name) ?? ''}\u00a0».`,
      accepted,
    });
    if (client === undefined) return refused('client_id', [...this.#pool.clients.keys()].join(', '));
    if (!client.callbackUrls.includes(query.get('redirect_uri') ?? '')) {
      return refused('redirect_uri', client.callbackUrls.join(', '));
    }
    if (query.get('response_type') !== 'code') return refused('response_type', 'code');
    const scopes = (query.get('scope') ?? 'openid').split(' ');
    if (scopes.some((scope) => !client.scopes.includes(scope))) return refused('scope', client.scopes.join(' '));
    const method = query.get('code_challenge_method');
    if (query.has('code_challenge') && method !== 'S256') return refused('code_challenge_method', 'S256');
    return undefined;
  }

  #redeem(request: IncomingMessage, form: URLSearchParams): Answer {
    const refuse = (error: string, why: string) => json(400, { error, error_description: why });
    if (form.get('grant_type') !== 'authorization_code') {
      return refuse('unsupported_grant_type', `grant_type ${form.get('grant_type')}: accepted is authorization_code`);
    }
    const [basicId, basicSecret] = Buffer.from(request.headers.authorization?.replace(/^Basic /, '') ?? '', 'base64')
      .toString()
      .split(':');
    const client = this.#pool.clients.get(form.get('client_id') ?? basicId ?? '');
    if (client === undefined)
      return refuse('invalid_client', `client_id: accepted are ${[...this.#pool.clients.keys()].join(', ')}`);
    if (client.secret !== undefined && client.secret !== (basicSecret || form.get('client_secret'))) {
      return refuse('invalid_client', 'the client secret is wrong');
    }
    const verifier = form.get('code_verifier') ?? undefined;
    const grant = this.#codes.redeem(form.get('code') ?? '', client.id, form.get('redirect_uri') ?? '', verifier);
    if (grant === undefined) {
      return refuse(
        'invalid_grant',
        'the code was used, is over five minutes old, or goes with another client_id, redirect_uri or code_verifier',
      );
    }
    return json(200, this.#tokens(client, grant.username, grant.scope, grant.nonce));
  }

  #signOut(query: URLSearchParams): Answer {
    const client = this.#pool.clients.get(query.get('client_id') ?? '');
    const target = query.get('logout_uri') ?? '';
    if (client === undefined || !client.logoutUrls.includes(target)) {
      const accepted = client === undefined ? [...this.#pool.clients.keys()] : client.logoutUrls;
      return html(400, errorPage(`client_id et logout_uri\u202f: «\u00a0${target}\u00a0».`, accepted.join(', ')));
    }
    return redirect(target);
  }

  #tokens(client: PoolClient, username: string, scope: string, nonce?: string) {
    const user = this.#pool.users.find((one) => one.username === username);
    if (user === undefined) {
      throw new Error(`no demo user ${username}; there are ${this.#pool.users.map((one) => one.username).join(', ')}`);
    }
    const now = this.#cloud.kernel.now();
    const request = { issuer: this.url, pool: this.#pool, client, user, now, scope };
    return poolTokens(this.#key, nonce === undefined ? request : { ...request, nonce });
  }
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function json(status: number, value: object): Answer {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  return { status, headers, body: JSON.stringify(value) };
}

function html(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }, body };
}

function redirect(location: string): Answer {
  return { status: 302, headers: { location, 'cache-control': 'no-store' }, body: '' };
}
