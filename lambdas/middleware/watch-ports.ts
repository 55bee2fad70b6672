import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoWatch } from '../../adapters/dynamo-watch.ts';
import { snsContactNoticesOf } from '../../adapters/sns-contact-notices.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { tellContacts } from '../../domain/contact/tell-contacts.ts';
import type { BoardPorts } from '../../domain/supervision/live-board.ts';
import type { ReadCampaigns } from '../../domain/supervision/push-campaigns.ts';
import type { LookPorts } from '../../domain/watch/look-at-programme.ts';
import { watchMail } from '../../domain/watch/watch-mail.ts';
import { livePushFromEnv } from './live-from-env.ts';
import { errorFields, log } from './log.ts';
import { journalFromEnv } from './ports-from-env.ts';
import { catalogueFromEnv } from './report-files.ts';
import { requireEnv } from './require-env.ts';

/** What rules are held against, and how what they find is kept and told. */
export function watchPortsFromEnv(board: BoardPorts, readCampaigns: ReadCampaigns): LookPorts {
  const register = dynamoWatch(dynamoClient(), requireEnv(tables.connections.env));
  const journal = journalFromEnv();
  const notices = snsContactNoticesOf(requireEnv(env.noticeTopic));
  const push = livePushFromEnv();
  const pageUrl = `${requireEnv(env.publicUrl)}/supervision#alertes`;
  return {
    ...board,
    readCampaigns,
    catalogue: catalogueFromEnv(),
    watch: ({ name, title }, timeZone) => ({
      ...{ register, journal },
      mail: async (notice) => {
        const { told: sides } = notice.episode;
        const mail = watchMail(notice, { title, timeZone, pageUrl });
        await tellContacts({ programme: name, ...mail, at: notice.at, sides }, { content: board.content, notices });
      },
      push: async (answer) =>
        await push({ programme: name, topic: 'alerts', at: answer.at, data: answer }, ['supervisor', 'client']),
      failed: ({ id }, error) => log('error', 'board-clock: an alert was not told', { id, ...errorFields(error) }),
    }),
  };
}
