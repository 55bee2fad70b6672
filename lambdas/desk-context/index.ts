import { connectClient } from '../../adapters/connect-client.ts';
import { connectOrigins } from '../../adapters/connect-origins.ts';
import { dynamoAppointments } from '../../adapters/dynamo-appointments.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoDeskNotes } from '../../adapters/dynamo-desk-notes.ts';
import { dynamoMessages } from '../../adapters/dynamo-messages.ts';
import { dynamoProfiles } from '../../adapters/dynamo-profiles.ts';
import { dynamoQuestions } from '../../adapters/dynamo-questions.ts';
import { kmsClient } from '../../adapters/kms-client.ts';
import { env } from '../../contracts/env.ts';
import { knowledgeTableKeys } from '../../contracts/knowledge-tables.ts';
import { tables } from '../../contracts/tables.ts';
import type { PersonPastPorts } from '../../domain/desk/person-past.ts';
import { campaignsIfDeployed } from '../middleware/campaign-ports.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { textLogFromEnv } from '../middleware/desk-texts.ts';
import { lazy } from '../middleware/lazy.ts';
import { callbacksFromEnv, contentFromEnv } from '../middleware/ports-from-env.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { deskContextHandler } from './handler.ts';

/** Appointments and SMS, where there are some. */
function pastIfDeployed(): PersonPastPorts {
  const appointments = process.env[knowledgeTableKeys.appointments.env];
  const messages = process.env[tables.messages.env];
  return {
    ...(appointments !== undefined && { appointments: dynamoAppointments(dynamoClient(), appointments) }),
    ...(messages !== undefined && {
      texts: { log: textLogFromEnv(), messages: dynamoMessages(dynamoClient(), messages) },
    }),
  };
}

export const handler = deskContextHandler(
  lazy(() => {
    const content = contentFromEnv();
    const people = requireEnv(tables.people.env);
    const identityKey = requireEnv(env.identityKey);
    const instance = requireEnv(env.instanceArn);
    const campaigns = campaignsIfDeployed();
    return {
      ports: {
        origins: connectOrigins(connectClient(), instance.slice(instance.lastIndexOf('/') + 1)),
        content,
        notes: dynamoDeskNotes(dynamoClient(), people, kmsClient(), identityKey),
        register: callbacksFromEnv(),
        past: pastIfDeployed(),
        questions: dynamoQuestions(dynamoClient(), requireEnv(tables.questions.env)),
        ...(campaigns && {
          attempts: {
            campaigns,
            content,
            profiles: dynamoProfiles(dynamoClient(), people, kmsClient(), identityKey),
          },
        }),
      },
      programmes: deployedProgrammes(),
      now,
    };
  }),
);
