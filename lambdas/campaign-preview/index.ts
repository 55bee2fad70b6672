import { diallingClient } from '../../adapters/connect-client.ts';
import { connectDialler } from '../../adapters/connect-dialler.ts';
import { contentHash } from '../../adapters/content-hash.ts';
import { dynamoAgentIds } from '../../adapters/dynamo-agent-ids.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoPresence } from '../../adapters/dynamo-presence.ts';
import { dynamoProfiles } from '../../adapters/dynamo-profiles.ts';
import { dynamoQuestionnaires } from '../../adapters/dynamo-questionnaires.ts';
import { kmsClient } from '../../adapters/kms-client.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { contentCatalogue } from '../../domain/questionnaire/content-catalogue.ts';
import type { Register } from '../../domain/recipient/register.ts';
import { campaignsFromEnv } from '../middleware/campaign-ports.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import {
  callbacksFromEnv,
  contentFromEnv,
  identitiesFromEnv,
  journalFromEnv,
  registryFromEnv,
} from '../middleware/ports-from-env.ts';
import { recipientRegisterFromEnv } from '../middleware/recipient-register.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { voiceReachFromEnv } from '../middleware/voice-reach.ts';
import { campaignPreviewHandler } from './handler.ts';

/** Nobody loads them here, and they never leave. */
const inventedPeople: Register = { async *inForce() {}, removed: async () => false };

export const handler = campaignPreviewHandler(
  lazy(async () => {
    const programmes = deployedProgrammes();
    const content = contentFromEnv();
    const presence = requireEnv(tables.presence.env);
    const people = requireEnv(tables.people.env);
    return {
      ports: {
        campaigns: campaignsFromEnv(),
        register: recipientRegisterFromEnv(),
        drillRegister: inventedPeople,
        content,
        journal: journalFromEnv(),
        lock: callbacksFromEnv(),
        presence: dynamoPresence(dynamoClient(), presence),
        dialler: connectDialler(diallingClient(), await registryFromEnv()),
        people: identitiesFromEnv(),
      },
      view: {
        profiles: dynamoProfiles(dynamoClient(), people, kmsClient(), requireEnv(env.identityKey)),
        questionnaires: {
          records: dynamoQuestionnaires(dynamoClient(), requireEnv(tables.questionnaires.env)),
          catalogue: contentCatalogue(content, content, contentHash),
        },
      },
      agentIds: dynamoAgentIds(dynamoClient(), presence),
      programmes,
      voiceReach: voiceReachFromEnv(),
      concurrentCalls: Number(requireEnv(env.concurrentCalls)),
      now,
    };
  }),
);
