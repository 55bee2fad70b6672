import { alertsOfMember } from '../../domain/alert/alerts-of-member.ts';
import type { StructureScope } from '../../domain/structure/structure-scope.ts';
import { structureAlertsFromEnv } from './alert-ports.ts';
import { now } from './clock.ts';
import { linkPortsFromEnv } from './link-ports.ts';
import { contentFromEnv } from './ports-from-env.ts';

/** What sendings keep of a structure's members, from the function's environment. */
export function alertsOfMemberFromEnv(scope: StructureScope) {
  const { dates } = structureAlertsFromEnv(scope, '');
  return alertsOfMember(scope, { ...linkPortsFromEnv(), dates, content: contentFromEnv(), now });
}
