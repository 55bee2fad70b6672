import { describe, expect, it } from 'vitest';
import type { UserPool } from '../../../local/http/pool-model.ts';
import { poolStandIn } from '../../../local/http/pool-stand-in.ts';
import type { JsonObject } from '../../../local/json.ts';

function opened(): { readonly pool: UserPool; readonly ask: (action: string, input: JsonObject) => unknown } {
  const pool: UserPool = { id: 'eu_1', groups: new Set(), clients: new Map(), users: [], disabled: new Set() };
  const standIn = poolStandIn(new Map([[pool.id, pool]]));
  const principal = { type: 'function', functionName: 'f' } as never;
  return {
    pool,
    ask: (action, input) =>
      standIn.handle({
        service: 'cognito-idp',
        action,
        input: { UserPoolId: pool.id, ...input },
        lane: 'l',
        principal,
      }),
  };
}
const person = (email: string, name = 'Awa Diallo') => ({
  UserAttributes: [
    { Name: 'email', Value: email },
    { Name: 'name', Value: name },
  ],
});

describe('users that an administrator makes in a local pool', () => {
  it('COMMON-20: may sign in until they are disabled, and again when they are enabled', () => {
    const { pool, ask } = opened();
    ask('AdminCreateUser', { Username: 'u1', ...person('awa@centre.fr') });
    expect(pool.users).toMatchObject([{ username: 'u1', givenName: 'Awa Diallo', email: 'awa@centre.fr', groups: [] }]);
    ask('AdminDisableUser', { Username: 'u1' });
    expect([...pool.disabled]).toEqual(['u1']);
    ask('AdminEnableUser', { Username: 'u1' });
    expect([...pool.disabled]).toEqual([]);
  });

  it.each([
    [
      'a user name that is taken',
      'AdminCreateUser',
      { Username: 'u1', ...person('x@centre.fr') },
      'UsernameExistsException',
    ],
    [
      'an address that is taken',
      'AdminCreateUser',
      { Username: 'u2', ...person('AWA@centre.fr') },
      'AliasExistsException',
    ],
    ['somebody unknown', 'AdminDisableUser', { Username: 'u9' }, 'UserNotFoundException'],
    ['no user name', 'AdminCreateUser', person('y@centre.fr'), 'InvalidParameterException'],
    ['a pool that is not', 'AdminEnableUser', { Username: 'u1', UserPoolId: 'eu_2' }, 'ResourceNotFoundException'],
  ])('refuses %s, as Cognito does', (_what, action, input, code) => {
    const { pool, ask } = opened();
    ask('AdminCreateUser', { Username: 'u1', ...person('awa@centre.fr') });
    expect(() => ask(action, input)).toThrow(expect.objectContaining({ code }));
    expect(pool.users).toHaveLength(1);
  });
});
