import { contentHash } from '../../adapters/content-hash.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoProfiles } from '../../adapters/dynamo-profiles.ts';
import { dynamoQuestionnaires } from '../../adapters/dynamo-questionnaires.ts';
import { emfMetrics } from '../../adapters/emf-metrics.ts';
import { kmsClient } from '../../adapters/kms-client.ts';
import { readTogether } from '../../adapters/read-together.ts';
import { textUuid } from '../../adapters/text-uuid.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { stopMessages } from '../../domain/consent/note-consent.ts';
import { changeFollowed } from '../../domain/follow-up/change-followed.ts';
import { contentCatalogue } from '../../domain/questionnaire/content-catalogue.ts';
import { createReferrals, referEmergency } from '../../domain/referral/create-referrals.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { factsFromEnv } from '../middleware/facts-from-env.ts';
import { followUpPortsFromEnv } from '../middleware/follow-up-ports.ts';
import { lazy } from '../middleware/lazy.ts';
import { linkPortsFromEnv } from '../middleware/link-ports.ts';
import { consentPortsFromEnv } from '../middleware/message-ports.ts';
import { contentFromEnv } from '../middleware/ports-from-env.ts';
import { referralPortsFromEnv, searchingJournalFromEnv } from '../middleware/referral-ports.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { surveyHandler } from './handler.ts';

/** Version of the words by which people stop messages here (lambdas/survey/survey-wishes.ts). */
const stopText = 'page-stop-1';

export const handler = surveyHandler(
  lazy(() => {
    const content = contentFromEnv();
    const referral = referralPortsFromEnv();
    const followUp = followUpPortsFromEnv();
    const consent = consentPortsFromEnv();
    const client = dynamoClient();
    // What was answered and who it is are asked for together: one request for both.
    const read = readTogether(client);
    const profiles = dynamoProfiles(client, requireEnv(tables.people.env), kmsClient(), requireEnv(env.identityKey));
    return {
      ports: {
        ...linkPortsFromEnv(),
        records: dynamoQuestionnaires(client, requireEnv(tables.questionnaires.env), read),
        catalogue: contentCatalogue(content, content, contentHash),
        ...factsFromEnv(read),
        content,
        journal: searchingJournalFromEnv(),
        refer: (order) => createReferrals(order, referral),
        referEmergency: (order) => referEmergency(order, referral),
        birthDateOf: async (programme, recipientId) =>
          (await profiles.reveal(programme, [recipientId])).get(recipientId)?.profile.birthDate,
        async tell({ programme, subject, occasion, type, at }) {
          const fact = { type: 'wanted', moment: occasion, reason: type, at } as const;
          await changeFollowed({ programme, recipientId: subject, at: now() }, [fact], followUp);
        },
        async stopMessages(programme, subject, at) {
          const { timeZone } = await content.inForce(programme, 'calendar', at);
          const order = {
            programme,
            timeZone,
            holder: { subject },
            at,
            channel: 'web',
            textVersion: stopText,
          } as const;
          await stopMessages(order, consent);
        },
      },
      programmes: deployedProgrammes(),
      now,
      idOf: textUuid,
      count: emfMetrics,
      secure: requireEnv(env.publicUrl).startsWith('https://'),
    };
  }),
);
