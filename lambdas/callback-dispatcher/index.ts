import { connectClient, diallingClient } from '../../adapters/connect-client.ts';
import { connectDialler } from '../../adapters/connect-dialler.ts';
import { connectMetrics } from '../../adapters/connect-metrics.ts';
import { dynamoAppointments } from '../../adapters/dynamo-appointments.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { emfMetrics } from '../../adapters/emf-metrics.ts';
import { knowledgeTableKeys } from '../../contracts/knowledge-tables.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import {
  callbacksFromEnv,
  contactsOfInstance,
  contentFromEnv,
  identitiesFromEnv,
  journalFromEnv,
  registryFromEnv,
} from '../middleware/ports-from-env.ts';
import { voiceReachFromEnv } from '../middleware/voice-reach.ts';
import { callbackDispatcherHandler } from './handler.ts';

export const handler = callbackDispatcherHandler(
  lazy(async () => {
    const registry = await registryFromEnv();
    const callbacks = callbacksFromEnv();
    return {
      ports: {
        register: callbacks,
        lock: callbacks,
        turn: callbacks,
        queues: connectMetrics(connectClient(), registry),
        dialler: connectDialler(diallingClient(), registry),
        contacts: contactsOfInstance(registry.instanceArn),
        people: identitiesFromEnv(),
        content: contentFromEnv(),
        journal: journalFromEnv(),
      },
      programmes: deployedProgrammes(),
      ...appointmentsIfDeployed(),
      voiceReach: voiceReachFromEnv(),
      count: emfMetrics,
      now,
    };
  }),
);

function appointmentsIfDeployed() {
  const table = process.env[knowledgeTableKeys.appointments.env];
  return table === undefined ? {} : { appointments: dynamoAppointments(dynamoClient(), table) };
}
