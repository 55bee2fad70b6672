import { contentHash } from '../../adapters/content-hash.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoProfiles } from '../../adapters/dynamo-profiles.ts';
import { dynamoQuestionnaires } from '../../adapters/dynamo-questionnaires.ts';
import { emfMetrics } from '../../adapters/emf-metrics.ts';
import { kmsClient } from '../../adapters/kms-client.ts';
import { textUuid } from '../../adapters/text-uuid.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { contentCatalogue } from '../../domain/questionnaire/content-catalogue.ts';
import { createReferrals, referEmergency } from '../../domain/referral/create-referrals.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { linkPortsFromEnv } from '../middleware/link-ports.ts';
import { log } from '../middleware/log.ts';
import { contentFromEnv } from '../middleware/ports-from-env.ts';
import { referralPortsFromEnv } from '../middleware/referral-ports.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { surveyHandler } from './handler.ts';

export const handler = surveyHandler(
  lazy(() => {
    const content = contentFromEnv();
    const referral = referralPortsFromEnv();
    const client = dynamoClient();
    const profiles = dynamoProfiles(client, requireEnv(tables.people.env), kmsClient(), requireEnv(env.identityKey));
    return {
      ports: {
        ...linkPortsFromEnv(),
        records: dynamoQuestionnaires(client, requireEnv(tables.questionnaires.env)),
        catalogue: contentCatalogue(content, content, contentHash),
        content,
        journal: referral.journal,
        refer: (order) => createReferrals(order, referral),
        referEmergency: (order) => referEmergency(order, referral),
        birthDateOf: async (programme, recipientId) =>
          (await profiles.reveal(programme, [recipientId])).get(recipientId)?.profile.birthDate,
        tell: async ({ programme, subject, occasion, type }) =>
          log('warn', 'news of a link', { programme, subject, occasion, type }),
        stopMessages: async (programme, subject) => log('warn', 'messages stopped', { programme, subject }),
      },
      programmes: deployedProgrammes(),
      now,
      idOf: textUuid,
      count: emfMetrics,
      secure: requireEnv(env.publicUrl).startsWith('https://'),
    };
  }),
);
