import { contentHash } from '../../../adapters/content-hash.ts';
import { dynamoConsents } from '../../../adapters/dynamo-consents.ts';
import { dynamoJournal } from '../../../adapters/dynamo-journal.ts';
import { dynamoMemberImports } from '../../../adapters/dynamo-member-imports.ts';
import { dynamoMembers } from '../../../adapters/dynamo-members.ts';
import { spreadsheets } from '../../../adapters/spreadsheet/read-spreadsheet.ts';
import { memberImportWorkbook } from '../../../adapters/workbook/member-import-workbook.ts';
import type { MemberImportPorts } from '../../../domain/member-import/import-ports.ts';
import type { MemberImportFiles, MemberImportPreview } from '../../../domain/member-import/member-import.ts';
import type { StructureScope } from '../../../domain/structure/structure-scope.ts';
import { memberImportHandler } from '../../../lambdas/member-import/handler.ts';
import { memberImportJobHandler } from '../../../lambdas/member-import-job/handler.ts';
import { alertes } from '../../../programmes/alertes/programme.ts';
import { context } from '../../lambdas/report/api-event.ts';
import type { EmbeddedTables } from '../calls/dynalite-tables.ts';
import { memberHandlers } from './member-handlers.ts';
import { memberSite } from './member-site.ts';

/** The pages of imports and the job behind them, over embedded tables and files in memory: what is started runs at `work`. */
export function importRoom(
  tables: EmbeddedTables,
  { origin = 'http://centre.test', uploads = 'http://bucket.test' } = {},
  failing: (ports: MemberImportPorts) => MemberImportPorts = (ports) => ports,
) {
  const { client } = tables;
  const { parts } = memberHandlers(tables);
  const kept = new Map<string, Uint8Array>();
  const previews = new Map<string, MemberImportPreview>();
  const files: MemberImportFiles = {
    uploadForm: async (place, importId, returnTo) => ({
      action: uploads,
      fields: { key: `${place}/${importId}/liste`, success_action_redirect: returnTo },
    }),
    arrived: async (place, importId) => kept.has(`${place}/${importId}/liste`),
    list: async (place, importId) => kept.get(`${place}/${importId}/liste`) ?? new Uint8Array(),
    async savePreview(place, importId, preview) {
      previews.set(`${place}/${importId}`, structuredClone(preview));
    },
    preview: async (place, importId) => previews.get(`${place}/${importId}`),
    async saveErrors(place, importId, workbook) {
      kept.set(`${place}/${importId}/erreurs.xlsx`, workbook);
    },
    errorsLink: async (place, importId) => `${uploads}/${place}/${importId}/erreurs.xlsx`,
    async discard(place, importId) {
      previews.delete(`${place}/${importId}`);
      for (const file of ['liste', 'erreurs.xlsx']) kept.delete(`${place}/${importId}/${file}`);
    },
  };
  const members = (scope: StructureScope) => dynamoMembers(client, 'members', scope);
  const jobs = (scope: StructureScope) => dynamoMemberImports(client, 'members', scope);
  const { content, now, timeZone, staff } = parts;
  const orders: { readonly structure: string; readonly importId: string }[] = [];
  let made = 0;
  const pages = memberImportHandler(async () => ({
    ...{ jobs, members, files, content, timeZone, now, staff },
    async start(order) {
      orders.push(order);
    },
    publicUrl: origin,
    random: () => String(++made).padStart(8, '0'),
  }));
  const job = memberImportJobHandler(async () => ({
    ground: { programme: 'alertes', title: alertes.title, timeZone, country: 'FR', funding: 'FEDER' },
    ports: (scope) =>
      failing({
        ...{ jobs: jobs(scope), files, members: members(scope), now, hash: contentHash },
        consents: dynamoConsents(client, 'messages'),
        journal: dynamoJournal(client, 'journal'),
        ...{ spreadsheets: spreadsheets(), workbook: memberImportWorkbook },
      }),
  }));
  return {
    ...{ files, kept, members, jobs, pages },
    ask: memberSite({ 'member-import': pages }),
    /** Runs what was started, in order. */
    async work(): Promise<void> {
      for (let order = orders.shift(); order !== undefined; order = orders.shift()) await job(order, context);
    },
  };
}
