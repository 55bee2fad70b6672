import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoLinks } from '../../adapters/dynamo-links.ts';
import { emfMetrics } from '../../adapters/emf-metrics.ts';
import { keyOfToken } from '../../adapters/secret-link-tokens.ts';
import { tables } from '../../contracts/tables.ts';
import { stopByLink } from '../../domain/alert/stop-by-link.ts';
import { now } from '../middleware/clock.ts';
import { lazy } from '../middleware/lazy.ts';
import { membersFromEnv } from '../middleware/member-ports.ts';
import { consentPortsFromEnv } from '../middleware/message-ports.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { structurePortsFromEnv } from '../middleware/structure-ports.ts';
import { alertProgramme } from '../middleware/structure-visitor.ts';
import { alertStopHandler } from './handler.ts';

export const handler = alertStopHandler(
  lazy(() => {
    const { structures } = structurePortsFromEnv();
    const consent = consentPortsFromEnv();
    const { timeZone } = alertProgramme().calendar;
    return {
      links: { tokens: { keyOf: keyOfToken }, links: dynamoLinks(dynamoClient(), requireEnv(tables.links.env)) },
      structureName: async (structure: string) => (await structures.find(structure))?.name,
      stop: async (order: { programme: string; structure: string; memberId: string; at: string }) => {
        const { programme, structure } = order;
        const members = membersFromEnv({ programme, structure });
        await stopByLink({ ...order, timeZone }, { ...consent, members });
      },
      count: emfMetrics,
      now,
    };
  }),
);
