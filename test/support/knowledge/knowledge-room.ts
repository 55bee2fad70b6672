import { contentHash } from '../../../adapters/content-hash.ts';
import { grids } from '../../../adapters/spreadsheet/read-grid.ts';
import { knowledgeRoutes } from '../../../contracts/knowledge-routes.ts';
import type { Content, ContentOf } from '../../../domain/content/content.ts';
import type { ContentVersion, ContentVersions } from '../../../domain/content/content-versions.ts';
import { seedContent } from '../../../domain/content/seed-content.ts';
import type { ContentKind } from '../../../domain/programme/programme.ts';
import { knowledgeHandler } from '../../../lambdas/knowledge/handler.ts';
import { knowledgeEditorHandler } from '../../../lambdas/knowledge-editor/handler.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { apiEvent, context } from '../../lambdas/report/api-event.ts';
import { MemoryJournal } from '../calls/memory-ports.ts';
import { memoryKnowledge } from './memory-knowledge.ts';

/** The desk and the pages of cards, over one memory, at a clock that the test moves. */
export async function knowledgeRoom() {
  const clock = { now: '2025-07-03T22:00:00.000Z' };
  const journal = new MemoryJournal();
  const base = memoryKnowledge();
  const content = memoryContent();
  await seedContent(samps, clock.now, { versions: content, hash: contentHash });
  const parts = async () => ({
    ...{ base, content, versions: content, journal, grids: grids(), programmes: { samps } },
    ...{ hash: contentHash, now: () => clock.now, random: () => 'abcd1234' },
  });
  const [desk, pages] = [knowledgeHandler(parts), knowledgeEditorHandler(parts)];

  async function asked(
    rawPath: string,
    {
      method = 'GET',
      groups,
      body,
      type,
      query,
    }: { method?: string; groups: string; body?: Buffer; type?: string; query?: Readonly<Record<string, string>> },
  ) {
    const route = Object.values(knowledgeRoutes).find(
      (one) => one.method === method && pathPattern(one.path).test(rawPath),
    );
    const names = [...(route?.path ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
    const values =
      pathPattern(route?.path ?? '')
        .exec(rawPath)
        ?.slice(1) ?? [];
    const pathParameters = Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
    const event = apiEvent(rawPath, { method, userName: 'camille', groups, pathParameters, ...(query && { query }) });
    const sent = {
      ...event,
      ...(body && { body: body.toString('base64'), isBase64Encoded: true, headers: { 'content-type': type ?? '' } }),
    };
    return await (route?.function === 'knowledge' ? desk : pages)(sent, context);
  }

  return {
    clock,
    journal,
    base,
    desk: async (
      path: string,
      options: { readonly post?: unknown; readonly query?: Readonly<Record<string, string>> } = {},
    ) => {
      const { post, query } = options;
      const { statusCode, body } = await asked(path, {
        groups: 'samps:agent',
        ...(query && { query }),
        ...(post !== undefined && {
          method: 'POST',
          body: Buffer.from(JSON.stringify(post)),
          type: 'application/json',
        }),
      });
      return { status: statusCode, answer: JSON.parse(String(body)) };
    },
    page: (path: string, groups = 'samps:client', query?: Readonly<Record<string, string>>) =>
      asked(path, { groups, ...(query && { query }) }),
    post: (path: string, fields: readonly (readonly [string, string])[]) =>
      asked(path, {
        ...{ method: 'POST', groups: 'samps:client', type: 'application/x-www-form-urlencoded' },
        body: Buffer.from(
          new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString(),
        ),
      }),
    async send(fileName: string, bytes: Uint8Array, kind = 'cards') {
      const form = new FormData();
      form.append('kind', kind);
      form.append('file', new File([Uint8Array.from(bytes)], fileName));
      const request = new Request('http://x', { method: 'POST', body: form });
      const body = Buffer.from(await request.arrayBuffer());
      return await asked('/fiches/samps/grilles', {
        method: 'POST',
        groups: 'samps:client',
        body,
        type: request.headers.get('content-type') ?? '',
      });
    },
  };
}

function pathPattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`);
}

function memoryContent(): Content & ContentVersions {
  const kept = new Map<string, ContentVersion[]>();
  return {
    versions: async (_, kind) => kept.get(kind) ?? [],
    async add(_, kind, version) {
      const all = [...(kept.get(kind) ?? []), version].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
      kept.set(kind, all);
      return true;
    },
    async inForce<K extends ContentKind>(_: string, kind: K, at: string) {
      const found = kept.get(kind)?.findLast(({ validFrom }) => validFrom <= at);
      if (found === undefined) {
        throw new Error(`No "${kind}" at ${at}`);
      }
      return found.value as ContentOf[K];
    },
  };
}
