import { randomUUID } from 'node:crypto';
import { contentHash } from '../../../adapters/content-hash.ts';
import { dynamoConsents } from '../../../adapters/dynamo-consents.ts';
import { dynamoJournal } from '../../../adapters/dynamo-journal.ts';
import { dynamoMembers } from '../../../adapters/dynamo-members.ts';
import { memberWorkbook } from '../../../adapters/workbook/member-workbook.ts';
import type { StructureScope } from '../../../domain/structure/structure-scope.ts';
import { memberGroupsHandler } from '../../../lambdas/member-groups/handler.ts';
import { membersHandler } from '../../../lambdas/members/handler.ts';
import type { MembersParts } from '../../../lambdas/members/members-parts.ts';
import { alertes } from '../../../programmes/alertes/programme.ts';
import type { EmbeddedTables } from '../calls/dynalite-tables.ts';
import { MemoryContent } from '../calls/memory-ports.ts';
import { memberSite } from './member-site.ts';

const { alerts, calendar } = alertes;
const content = new MemoryContent({ calendar, ...(alerts && { alerts }) });

/** The pages about members, over the embedded tables `members`, `messages` and `journal`. */
export function memberHandlers({ client }: EmbeddedTables, more: Partial<MembersParts> = {}) {
  process.env['PROGRAMMES'] = 'alertes';
  const members = (scope: StructureScope) => dynamoMembers(client, 'members', scope);
  const parts: MembersParts = {
    ...{ members, content, workbook: memberWorkbook, elsewhere: [] },
    consents: dynamoConsents(client, 'messages'),
    journal: dynamoJournal(client, 'journal'),
    ...{ timeZone: 'Europe/Paris', country: 'FR', staff: async () => new Map([['nadia', 'Nadia Benali']]) },
    now: () => new Date().toISOString(),
    ...{ operation: randomUUID, hash: contentHash },
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    ...more,
  };
  const pages = {
    members: membersHandler(() => Promise.resolve(parts)),
    'member-groups': memberGroupsHandler(() => Promise.resolve(parts)),
  };
  return { parts, members, pages, ask: memberSite(pages) };
}
