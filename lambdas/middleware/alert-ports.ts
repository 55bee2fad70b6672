import { contentHash } from '../../adapters/content-hash.ts';
import { dynamoAlertDates } from '../../adapters/dynamo-alert-dates.ts';
import { dynamoAlertQueue } from '../../adapters/dynamo-alert-queue.ts';
import { dynamoAlerts } from '../../adapters/dynamo-alerts.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { tables } from '../../contracts/tables.ts';
import type { AlertPorts, StructureAlerts } from '../../domain/alert/alert-ports.ts';
import type { StructureScope } from '../../domain/structure/structure-scope.ts';
import { membersFromEnv } from './member-ports.ts';
import { contentFromEnv, journalFromEnv } from './ports-from-env.ts';
import { requireEnv } from './require-env.ts';
import { structurePortsFromEnv } from './structure-ports.ts';

/** All that one structure's sendings and dates take, through its scope alone. */
export function structureAlertsFromEnv(scope: StructureScope, structureName: string): StructureAlerts {
  const client = dynamoClient();
  const table = requireEnv(tables.alerts.env);
  return {
    ...scope,
    structureName,
    alerts: dynamoAlerts(client, table, scope),
    dates: dynamoAlertDates(client, table, scope),
    members: membersFromEnv(scope),
  };
}

/** What making sendings and dates takes, for whoever is of this structure. */
export function alertPortsFromEnv(scope: StructureScope, structureName: string): AlertPorts {
  return {
    ...structureAlertsFromEnv(scope, structureName),
    queue: alertQueueFromEnv(scope.programme),
    content: contentFromEnv(),
    journal: journalFromEnv(),
    hashOf: contentHash,
  };
}

export function alertQueueFromEnv(programme: string) {
  return dynamoAlertQueue(dynamoClient(), requireEnv(tables.alerts.env), programme);
}

/** Opens the stores of a structure that the queue or a message names; undefined when it is no more. */
export function structureOfEnv(programme: string): (structure: string) => Promise<StructureAlerts | undefined> {
  return async (structure) => {
    const found = await structurePortsFromEnv().structures.find(structure);
    return found && structureAlertsFromEnv({ programme, structure }, found.name);
  };
}
