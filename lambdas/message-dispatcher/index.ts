import { emfMetrics } from '../../adapters/emf-metrics.ts';
import { secretPseudonym } from '../../adapters/secret-pseudonym.ts';
import { smsClient } from '../../adapters/sms-client.ts';
import { smsSender } from '../../adapters/sms-sender.ts';
import { sqsMessageWakes } from '../../adapters/sqs-message-wakes.ts';
import { env } from '../../contracts/env.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { followUpJournalFromEnv } from '../middleware/follow-up-ports.ts';
import { lazy } from '../middleware/lazy.ts';
import { messagePeopleFromEnv } from '../middleware/message-people.ts';
import { consentPortsFromEnv, messagePortsFromEnv } from '../middleware/message-ports.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { messageDispatcherHandler } from './handler.ts';
import { poolsFromEnv } from './pools.ts';

export const handler = messageDispatcherHandler(
  lazy(() => {
    return {
      ports: {
        ...messagePortsFromEnv(),
        journal: followUpJournalFromEnv(),
        consents: consentPortsFromEnv().consents,
        numberKeyOf: secretPseudonym(requireEnv(env.pseudonymSecret)),
        sender: smsSender(smsClient(), {
          pools: poolsFromEnv(),
          configurationSet: requireEnv(env.configurationSet),
        }),
        ...messagePeopleFromEnv(),
      },
      wakes: sqsMessageWakes(requireEnv(env.wakeQueue)),
      programmes: deployedProgrammes(),
      perSecond: Number(requireEnv(env.messagesPerSecond)),
      count: emfMetrics,
      now,
    };
  }),
);
