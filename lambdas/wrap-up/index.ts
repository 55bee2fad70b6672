import { contentHash } from '../../adapters/content-hash.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoQuestionnaires } from '../../adapters/dynamo-questionnaires.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import type { PassedQuestionnaires } from '../../domain/campaign/note-disposition.ts';
import { passedQuestionnaires } from '../../domain/campaign/passed-questionnaires.ts';
import type { Content } from '../../domain/content/content.ts';
import type { ContentVersions } from '../../domain/content/content-versions.ts';
import { contentCatalogue } from '../../domain/questionnaire/content-catalogue.ts';
import { campaignsIfDeployed } from '../middleware/campaign-ports.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { callbacksFromEnv, contactsOfInstance, contentFromEnv } from '../middleware/ports-from-env.ts';
import { recipientRegisterFromEnv } from '../middleware/recipient-register.ts';
import { searchingJournalFromEnv } from '../middleware/referral-ports.ts';
import { requireEnv } from '../middleware/require-env.ts';
import type { DispositionPorts } from './file-disposition.ts';
import { wrapUpHandler } from './handler.ts';

/** Absent where no programme has campaigns. */
function dispositionPorts(
  common: Pick<DispositionPorts, 'contacts' | 'journal'> & { content: Content & ContentVersions },
) {
  const campaigns = campaignsIfDeployed();
  return (
    campaigns && {
      ...common,
      campaigns,
      recipients: recipientRegisterFromEnv(),
      questionnaires: questionnairesIfDeployed(common.content),
    }
  );
}

/** Where campaigns follow a script, no kind of campaign names a questionnaire. */
function questionnairesIfDeployed(content: Content & ContentVersions): PassedQuestionnaires {
  const table = process.env[tables.questionnaires.env];
  return table === undefined
    ? { passed: async () => ({ complete: false, callback: false }) }
    : passedQuestionnaires({
        records: dynamoQuestionnaires(dynamoClient(), table),
        catalogue: contentCatalogue(content, content, contentHash),
      });
}

export const handler = wrapUpHandler(
  lazy(() => {
    const content = contentFromEnv();
    const contacts = contactsOfInstance(requireEnv(env.instanceArn));
    const journal = searchingJournalFromEnv();
    return {
      ports: { content, contacts, journal, register: callbacksFromEnv() },
      campaigns: dispositionPorts({ content, contacts, journal }),
      programmes: deployedProgrammes(),
      now,
    };
  }),
);
