import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoProfiles } from '../../adapters/dynamo-profiles.ts';
import { emfMetrics } from '../../adapters/emf-metrics.ts';
import { kmsClient } from '../../adapters/kms-client.ts';
import { secretPseudonym } from '../../adapters/secret-pseudonym.ts';
import { smsClient } from '../../adapters/sms-client.ts';
import { smsSender } from '../../adapters/sms-sender.ts';
import { sqsMessageWakes } from '../../adapters/sqs-message-wakes.ts';
import { env } from '../../contracts/env.ts';
import { linkPath } from '../../contracts/routes.ts';
import { tables } from '../../contracts/tables.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { followUpJournalFromEnv } from '../middleware/follow-up-ports.ts';
import { lazy } from '../middleware/lazy.ts';
import { linkTokensFromEnv } from '../middleware/link-ports.ts';
import { consentPortsFromEnv, messagePortsFromEnv } from '../middleware/message-ports.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { messageDispatcherHandler } from './handler.ts';
import { poolsFromEnv } from './pools.ts';

export const handler = messageDispatcherHandler(
  lazy(() => {
    const tokens = linkTokensFromEnv();
    const publicUrl = requireEnv(env.publicUrl);
    return {
      ports: {
        ...messagePortsFromEnv(),
        journal: followUpJournalFromEnv(),
        consents: consentPortsFromEnv().consents,
        profiles: dynamoProfiles(
          dynamoClient(),
          requireEnv(tables.people.env),
          kmsClient(),
          requireEnv(env.identityKey),
        ),
        numberKeyOf: secretPseudonym(requireEnv(env.pseudonymSecret)),
        sender: smsSender(smsClient(), {
          pools: poolsFromEnv(),
          configurationSet: requireEnv(env.configurationSet),
        }),
        linkOf: async (programme, subject, link) =>
          `${publicUrl}${linkPath(await tokens.tokenOf({ programme, subject, ...link }))}`,
      },
      wakes: sqsMessageWakes(requireEnv(env.wakeQueue)),
      programmes: deployedProgrammes(),
      perSecond: Number(requireEnv(env.messagesPerSecond)),
      count: emfMetrics,
      now,
    };
  }),
);
