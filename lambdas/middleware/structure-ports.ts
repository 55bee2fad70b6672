import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoAccounts, dynamoStructures } from '../../adapters/dynamo-structures.ts';
import { tables } from '../../contracts/tables.ts';
import { requireEnv } from './require-env.ts';
import { alertProgramme } from './structure-visitor.ts';

/** Structures and accounts of the one programme with alerts. */
export function structurePortsFromEnv() {
  const table = requireEnv(tables.structures.env);
  const { name } = alertProgramme();
  return {
    structures: dynamoStructures(dynamoClient(), table, name),
    accounts: dynamoAccounts(dynamoClient(), table, name),
  };
}
