import { connectClient } from '../../adapters/connect-client.ts';
import { connectOrigins } from '../../adapters/connect-origins.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoDeskNotes } from '../../adapters/dynamo-desk-notes.ts';
import { dynamoProfiles } from '../../adapters/dynamo-profiles.ts';
import { dynamoQuestions } from '../../adapters/dynamo-questions.ts';
import { kmsClient } from '../../adapters/kms-client.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { campaignsIfDeployed } from '../middleware/campaign-ports.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { callbacksFromEnv, contentFromEnv } from '../middleware/ports-from-env.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { deskContextHandler } from './handler.ts';

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
