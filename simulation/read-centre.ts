import { createHash } from 'node:crypto';
import type { LocalCloud } from '../local/index.ts';
import { countJournal, type JournalCount } from './reconcile.ts';

type Item = Readonly<Record<string, unknown>>;

/** The only table whose physical name tells it apart; throws naming those there are. */
function tableNamed(cloud: LocalCloud, part: string): string {
  const names = physicalNames(cloud, 'AWS::DynamoDB::Table');
  const found = names.filter((name) => name.toLowerCase().includes(part.toLowerCase()));
  const [name] = found;
  if (name === undefined || found.length > 1)
    throw new Error(`${found.length} tables match "${part}" among ${names.join(', ')}`);
  return name;
}

function physicalNames(cloud: LocalCloud, type: string): string[] {
  return cloud.resources.filter((resource) => resource.type === type).map(({ ref }) => ref);
}

/** All raw journal items. */
export function wholeJournal(cloud: LocalCloud): Promise<Item[]> {
  return cloud.storage.readAll(tableNamed(cloud, 'journal'));
}

/** All raw items of the callback register, locks included. */
export function registerOf(cloud: LocalCloud): Promise<Item[]> {
  return cloud.storage.readAll(tableNamed(cloud, 'callbacks'));
}

/** Raw journal items of one local day. */
async function journalOf(cloud: LocalCloud, programme: string, day: string): Promise<Item[]> {
  const items = await wholeJournal(cloud);
  return items.filter((item) => String(item['day']).startsWith(`${programme}#${day}#`));
}

export async function journalCountOf(cloud: LocalCloud, programme: string, day: string): Promise<JournalCount> {
  return countJournal(await journalOf(cloud, programme, day));
}

export interface FiledReport {
  readonly bucket: string;
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** The last issue of a day's workbook; `state` narrows it to `provisoire` or `definitif`. */
export async function lastReport(
  cloud: LocalCloud,
  programme: string,
  day: string,
  state?: string,
): Promise<FiledReport | undefined> {
  for (const bucket of physicalNames(cloud, 'AWS::S3::Bucket')) {
    const keys = (await cloud.storage.listObjects(bucket, `${programme}/`))
      .map(({ key }) => key)
      .filter((key) => key.includes(`quotidien_${day}`) && (state === undefined || key.includes(state)))
      .sort();
    const key = keys.at(-1);
    const bytes = key === undefined ? undefined : await cloud.storage.getObject(bucket, key);
    if (key !== undefined && bytes !== undefined) return { bucket, key, bytes };
  }
  return undefined;
}

/** Fingerprint of the whole journal as it is stored: the same for the same seed, whatever the machine did. */
export async function journalHash(cloud: LocalCloud): Promise<{ readonly hash: string; readonly entries: number }> {
  const items = await wholeJournal(cloud);
  const lines = items.map(canonical).sort();
  return { hash: createHash('sha256').update(lines.join('\n')).digest('hex'), entries: items.length };
}

/** JSON with members in the order of their names. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
