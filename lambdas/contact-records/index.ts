import { emfMetrics } from '../../adapters/emf-metrics.ts';
import { env } from '../../contracts/env.ts';
import { campaignsIfDeployed } from '../middleware/campaign-ports.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import {
  callbacksFromEnv,
  contactsOfInstance,
  contentFromEnv,
  peopleFromEnv,
  registryFromEnv,
} from '../middleware/ports-from-env.ts';
import { searchingJournalFromEnv } from '../middleware/referral-ports.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { contactRecordsHandler } from './handler.ts';

export const handler = contactRecordsHandler(
  lazy(async () => {
    const registry = await registryFromEnv();
    const callbacks = callbacksFromEnv();
    return {
      ports: {
        ...peopleFromEnv(),
        content: contentFromEnv(),
        journal: searchingJournalFromEnv(),
        register: callbacks,
        lock: callbacks,
        contacts: contactsOfInstance(registry.instanceArn),
      },
      campaigns: campaignsIfDeployed(),
      registry,
      programmes: deployedProgrammes(),
      instanceArn: requireEnv(env.instanceArn),
      count: emfMetrics,
    };
  }),
);
