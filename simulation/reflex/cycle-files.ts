import type { LocalCloud } from '../../local/index.ts';
import type { FiledReport } from '../read-centre.ts';

/** The last report of a cycle, with what is filed beside a definitive one. */
export interface CycleFiles {
  readonly workbook: FiledReport;
  readonly proof?: string;
  readonly journal?: string;
}

/** Of the campaign of one crisis: exercises and other crises have reports of their own. */
export async function lastCycleReport(
  cloud: LocalCloud,
  { programme, crisis }: { readonly programme: string; readonly crisis: string },
): Promise<CycleFiles | undefined> {
  const buckets = cloud.resources.filter(({ type }) => type === 'AWS::S3::Bucket').map(({ ref }) => ref);
  for (const bucket of buckets) {
    const keys = (await cloud.storage.listObjects(bucket, `${programme}/cycle/${crisis}_`))
      .map(({ key }) => key)
      .sort();
    const key = keys.findLast((one) => one.endsWith('.xlsx'));
    const bytes = key === undefined ? undefined : await cloud.storage.getObject(bucket, key);
    if (key === undefined || bytes === undefined) continue;
    const beside = async (ending: string) => {
      const found = await cloud.storage.getObject(bucket, key.replace(/\.xlsx$/, ending));
      return found === undefined ? undefined : Buffer.from(found).toString('utf8');
    };
    const [proof, journal] = [await beside('_preuve.json'), await beside('_journal.ndjson')];
    return {
      workbook: { bucket, key, bytes },
      ...(proof === undefined ? {} : { proof }),
      ...(journal === undefined ? {} : { journal }),
    };
  }
  return undefined;
}
