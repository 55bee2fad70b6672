import { emfMetrics } from '../../adapters/emf-metrics.ts';
import { stopByLink } from '../../domain/alert/stop-by-link.ts';
import { now } from '../middleware/clock.ts';
import { lazy } from '../middleware/lazy.ts';
import { linkPortsFromEnv } from '../middleware/link-ports.ts';
import { membersFromEnv } from '../middleware/member-ports.ts';
import { consentPortsFromEnv } from '../middleware/message-ports.ts';
import { structurePortsFromEnv } from '../middleware/structure-ports.ts';
import { alertProgramme } from '../middleware/structure-visitor.ts';
import { alertStopHandler } from './handler.ts';

export const handler = alertStopHandler(
  lazy(() => {
    const { structures } = structurePortsFromEnv();
    const consent = consentPortsFromEnv();
    const { timeZone } = alertProgramme().calendar;
    return {
      links: linkPortsFromEnv(),
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
