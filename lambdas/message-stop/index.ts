import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoLinks } from '../../adapters/dynamo-links.ts';
import { keyOfToken } from '../../adapters/secret-link-tokens.ts';
import { tables } from '../../contracts/tables.ts';
import { stopMessages } from '../../domain/consent/note-consent.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { consentPortsFromEnv } from '../middleware/message-ports.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { messageStopHandler } from './handler.ts';

/** Version of the words of the page. */
const stopText = 'page-stop-rdv-1';

export const handler = messageStopHandler(
  lazy(() => {
    const programmes = deployedProgrammes();
    const consent = consentPortsFromEnv();
    return {
      tokens: { keyOf: keyOfToken },
      links: dynamoLinks(dynamoClient(), requireEnv(tables.links.env)),
      programmes,
      async stop({ programme, subject, at }) {
        const timeZone = programmes[programme]?.calendar.timeZone ?? 'UTC';
        await stopMessages(
          { programme, timeZone, holder: { subject }, at, channel: 'web', textVersion: stopText },
          consent,
        );
      },
      now,
    };
  }),
);
