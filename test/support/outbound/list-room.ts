import { spreadsheets } from '../../../adapters/spreadsheet/read-spreadsheet.ts';
import { importErrors } from '../../../adapters/workbook/import-errors.ts';
import type { Mapping } from '../../../domain/import/field.ts';
import type { ImportFiles, ImportPreview } from '../../../domain/recipient/import-files.ts';
import type { ImportJob, ImportJobs } from '../../../domain/recipient/import-job.ts';
import type { RecipientField } from '../../../domain/recipient/recipient-fields.ts';
import { recipientImportHandler } from '../../../lambdas/recipient-import/handler.ts';
import { recipientListsHandler } from '../../../lambdas/recipient-lists/handler.ts';
import { reflex } from '../../../programmes/reflex/programme.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { apiEvent, context } from '../../lambdas/report/api-event.ts';
import { MemoryJournal } from '../calls/memory-ports.ts';
import { keyedHash, memoryRegister } from '../calls/memory-register.ts';

const { outbound: _, ...withoutRegister } = samps;
const programmes = {
  ville: { ...reflex, name: 'ville', title: 'Ville' },
  samps: withoutRegister,
};
export const boss = { userName: 'marie', groups: 'ville:supervisor' };
/** The pages of lists and what works behind them, in memory: what the function is told to start runs at `work`. `origin`: of pages and uploads. */
export function listRoom(origin = 'https://exemple.fr', uploads = 'https://s3.exemple/lists') {
  const { register, profiles, people, kept } = memoryRegister();
  const journal = new MemoryJournal();
  const jobsKept = new Map<string, ImportJob>();
  const mappings = new Map<string, Mapping<RecipientField>>();
  const jobs: ImportJobs = {
    find: async (_programme, importId) => jobsKept.get(importId),
    latest: async () => [...jobsKept.values()].reverse(),
    async save(_programme, job) {
      if ((jobsKept.get(job.importId)?.version ?? 0) !== job.version - 1) return false;
      jobsKept.set(job.importId, structuredClone(job));
      return true;
    },
    mapping: async (_programme, signature) => mappings.get(signature),
    async remember(_programme, signature, mapping) {
      mappings.set(signature, mapping);
    },
  };
  const sent = new Map<string, Uint8Array>();
  const previews = new Map<string, ImportPreview>();
  const errors = new Map<string, Uint8Array>();
  const files: ImportFiles = {
    uploadForm: async (programme, importId, returnTo) => ({
      action: uploads,
      fields: { key: `${programme}/${importId}/liste`, success_action_redirect: returnTo },
    }),
    arrived: async (_programme, importId) => sent.has(importId),
    list: async (_programme, importId) => sent.get(importId) ?? new Uint8Array(),
    async savePreview(_programme, importId, preview) {
      previews.set(importId, preview);
    },
    preview: async (_programme, importId) => previews.get(importId),
    async saveErrors(_programme, importId, workbook) {
      errors.set(importId, workbook);
    },
    errorsLink: async (_programme, importId, fileName) => `https://s3.exemple/${importId}?name=${fileName}`,
  };
  const orders: { readonly programme: string; readonly importId: string }[] = [];
  let clock = Date.parse('2026-06-20T08:00:00.000Z');
  const now = () => new Date(clock).toISOString();
  const pages = recipientListsHandler(async () => ({
    ...{ programmes, jobs, files, register, journal, now },
    hash: async () => keyedHash,
    async start(order) {
      orders.push(order);
    },
    publicUrl: origin,
    random: () => 'abcdefgh',
  }));
  const worker = recipientImportHandler(async () => ({
    programmes,
    ageFrom: async () => 65,
    ports: {
      jobs,
      files,
      register,
      profiles,
      people,
      spreadsheets: spreadsheets(),
      errorWorkbook: importErrors,
      hash: keyedHash,
      journal,
      now,
    },
  }));
  return {
    ...{ journal, register, profiles, kept, sent, errors, orders, jobsKept },
    pass: (ms: number) => {
      clock += ms;
    },
    open: (at: string, user: { userName?: string; groups?: string } = boss) =>
      pages(apiEvent(at, { ...user, pathParameters: parametersOf(at) }), context),
    post: (at: string, form: Record<string, string>, user = boss) =>
      pages(
        {
          ...apiEvent(at, { ...user, method: 'POST', pathParameters: parametersOf(at) }),
          body: new URLSearchParams(form).toString(),
        },
        context,
      ),
    async work() {
      for (const order of orders.splice(0)) await worker(order, context);
    },
    async lines() {
      const lines = [];
      for await (const line of register.inForce('ville', now())) lines.push(line);
      return lines;
    },
  };
}

function parametersOf(at: string): Record<string, string> {
  const [, , programme, kind, importId] = at.split('/');
  return { ...(programme && { programme }), ...(kind === 'imports' && importId && { importId }) };
}
