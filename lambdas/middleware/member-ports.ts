import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoMembers } from '../../adapters/dynamo-members.ts';
import { tables } from '../../contracts/tables.ts';
import type { MemberStore } from '../../domain/member/member-store.ts';
import type { StructureScope } from '../../domain/structure/structure-scope.ts';
import { requireEnv } from './require-env.ts';

/** Members of a structure, from the function's environment: through its scope, and no other way. */
export function membersFromEnv(scope: StructureScope): MemberStore {
  return dynamoMembers(dynamoClient(), requireEnv(tables.members.env), scope);
}
