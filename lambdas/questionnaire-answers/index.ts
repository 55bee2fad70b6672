import { contentHash } from '../../adapters/content-hash.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoComments } from '../../adapters/dynamo-comments.ts';
import { dynamoQuestionnaires } from '../../adapters/dynamo-questionnaires.ts';
import { kmsClient } from '../../adapters/kms-client.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { contentCatalogue } from '../../domain/questionnaire/content-catalogue.ts';
import { createReferrals, referEmergency } from '../../domain/referral/create-referrals.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { factsFromEnv } from '../middleware/facts-from-env.ts';
import { lazy } from '../middleware/lazy.ts';
import { contentFromEnv } from '../middleware/ports-from-env.ts';
import { referralPortsFromEnv, searchingJournalFromEnv } from '../middleware/referral-ports.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { questionnaireAnswersHandler } from './handler.ts';

export const handler = questionnaireAnswersHandler(
  lazy(() => {
    const content = contentFromEnv();
    const referral = referralPortsFromEnv();
    return {
      ports: {
        records: dynamoQuestionnaires(dynamoClient(), requireEnv(tables.questionnaires.env)),
        catalogue: contentCatalogue(content, content, contentHash),
        ...factsFromEnv(),
        comments: dynamoComments(
          dynamoClient(),
          requireEnv(tables.people.env),
          kmsClient(),
          requireEnv(env.identityKey),
        ),
        content,
        journal: searchingJournalFromEnv(),
        refer: (order) => createReferrals(order, referral),
        referEmergency: (order) => referEmergency(order, referral),
      },
      programmes: deployedProgrammes(),
      now,
    };
  }),
);
