import type { LocalUser, StandIn, StandInCall } from '../cloud.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { ServiceError } from '../service-error.ts';
import type { UserPool } from './pool-model.ts';

/** What an administrator does with users of a pool: AdminCreateUser, AdminDisableUser, AdminEnableUser, by the refusals of the API reference. */
export function poolStandIn(pools: ReadonlyMap<string, UserPool>): StandIn {
  return {
    mutates: () => true,
    handle: (call) => {
      const pool = poolOf(call, pools);
      const username = text(call.input, 'Username');
      return call.action === 'AdminCreateUser' ? created(pool, username, call.input) : switched(pool, username, call);
    },
  };
}

function created(pool: UserPool, username: string, input: JsonObject): Json {
  const attributes = attributesOf(input);
  const email = attributes.get('email') ?? '';
  if (pool.users.some((user) => user.username === username)) {
    throw new ServiceError('UsernameExistsException', 'User account already exists');
  }
  if (email !== '' && pool.users.some((user) => user.email.toLowerCase() === email.toLowerCase())) {
    throw new ServiceError('AliasExistsException', 'An account with the given email already exists.');
  }
  const user: LocalUser = {
    username,
    givenName: attributes.get('name') ?? username,
    familyName: '',
    email,
    groups: [],
  };
  pool.users.push(user);
  return { User: { Username: username, Enabled: true, UserStatus: 'FORCE_CHANGE_PASSWORD' } };
}

function switched(pool: UserPool, username: string, { action }: StandInCall): Json {
  if (!pool.users.some((user) => user.username === username)) {
    throw new ServiceError('UserNotFoundException', 'User does not exist.');
  }
  if (action === 'AdminDisableUser') {
    pool.disabled.add(username);
  } else {
    pool.disabled.delete(username);
  }
  return {};
}

function poolOf({ input }: StandInCall, pools: ReadonlyMap<string, UserPool>): UserPool {
  const pool = pools.get(text(input, 'UserPoolId'));
  if (pool === undefined) {
    throw new ServiceError(
      'ResourceNotFoundException',
      `User pool ${text(input, 'UserPoolId')} does not exist; there are ${[...pools.keys()].join(', ')}`,
    );
  }
  return pool;
}

function text(input: JsonObject, name: string): string {
  const value = input[name];
  if (typeof value !== 'string' || value === '') {
    throw new ServiceError(
      'InvalidParameterException',
      `${name} is ${JSON.stringify(value ?? null)}: a text is required`,
    );
  }
  return value;
}

function attributesOf({ UserAttributes: list }: JsonObject): ReadonlyMap<string, string> {
  const attributes = Array.isArray(list) ? list.filter(isJsonObject) : [];
  return new Map(attributes.map(({ Name, Value }) => [String(Name), String(Value ?? '')]));
}
