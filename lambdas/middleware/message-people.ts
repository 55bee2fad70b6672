import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoProfiles } from '../../adapters/dynamo-profiles.ts';
import { kmsClient } from '../../adapters/kms-client.ts';
import { stopPath } from '../../contracts/alert-routes.ts';
import { env } from '../../contracts/env.ts';
import { messageStopPath } from '../../contracts/knowledge-routes.ts';
import { linkPath } from '../../contracts/routes.ts';
import { tables } from '../../contracts/tables.ts';
import { alertTexts } from '../../domain/alert/alert-texts.ts';
import { memberProfiles } from '../../domain/alert/member-profiles.ts';
import type { SendPorts } from '../../domain/message/message-ports.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { structureOfEnv } from './alert-ports.ts';
import { now } from './clock.ts';
import { deployedProgrammes } from './deployed-programmes.ts';
import { publishedTextsFromEnv } from './desk-texts.ts';
import { linkTokensFromEnv } from './link-ports.ts';
import { membersFromEnv } from './member-ports.ts';
import { contentFromEnv } from './ports-from-env.ts';
import { requireEnv } from './require-env.ts';

/** Who messages are for, what structures wrote themselves, and where links lead: members where the programme has alerts, people of lists elsewhere. */
export function messagePeopleFromEnv(): Pick<SendPorts, 'profiles' | 'ownTexts' | 'linkOf'> {
  const programmes = deployedProgrammes();
  const hasAlerts = (programme: string) => programmes[programme]?.alerts !== undefined;
  const tokens = linkTokensFromEnv();
  const publicUrl = requireEnv(env.publicUrl);
  const people = dynamoProfiles(
    dynamoClient(),
    requireEnv(tables.people.env),
    kmsClient(),
    requireEnv(env.identityKey),
  );
  const published = publishedTextsFromEnv();
  const members = memberProfiles((programme, structure) => membersFromEnv({ programme, structure }));
  return {
    profiles: {
      reveal: async (programme, subjects) =>
        await (hasAlerts(programme) ? members : people).reveal(programme, subjects),
    },
    ownTexts: async (programme, codes) =>
      hasAlerts(programme)
        ? await alertTexts(contentFromEnv(), structureOfEnv(programme), now)(programme, codes)
        : ((await published?.(programme, codes)) ?? []),
    linkOf: async (programme, subject, link) => {
      const token = await tokens.tokenOf({ programme, subject, ...link });
      return `${publicUrl}${pathOf(programmes[programme])(token)}`;
    },
  };
}

/** Where links of a programme lead: the page of its members, of its survey, or the one that only stops messages. */
function pathOf(programme: Programme | undefined): (token: string) => string {
  if (programme?.alerts !== undefined) {
    return stopPath;
  }
  return programme?.survey === undefined ? messageStopPath : linkPath;
}
