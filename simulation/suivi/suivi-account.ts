import type exceljs from 'exceljs';
import { wholeJournal } from '../read-centre.ts';
import { openWorkbook } from '../read-workbook.ts';
import type { Comparison } from '../reconcile.ts';
import type { SuiviDays } from './open-suivi.ts';
import { brokenSuiviPromises } from './suivi-invariants.ts';
import { type FiledFollowUp, filedFollowUp } from './suivi-journal.ts';

/** Three accounts of a follow-up, and what was promised and not kept. */
export interface SuiviAccount {
  readonly filed: FiledFollowUp;
  readonly comparisons: readonly Comparison[];
  readonly broken: readonly string[];
  /** Keys of the last dashboard of each day. */
  readonly dashboards: readonly string[];
}

/** The dashboards are asked for again, so that they tell what is known by now: late receipts, and answers of the last days. */
export async function accountOfSuivi(days: SuiviDays): Promise<SuiviAccount> {
  const { cloud, world } = days;
  const sheets: ((label: string) => number)[] = [];
  const dashboards: string[] = [];
  for (const day of days.days) {
    const key = await issueAgain(days, day);
    if (key === undefined) continue;
    dashboards.push(key);
    sheets.push(totalsOf(await openWorkbook(await fileOf(days, key))));
  }
  const filed = filedFollowUp(await wholeJournal(cloud));
  const workbook = (...labels: readonly string[]) =>
    sheets.reduce((sum, of) => sum + labels.reduce((lines, label) => lines + of(label), 0), 0);
  const compare = (figure: string, labels: readonly string[], journal: number, lived: number): Comparison => ({
    figure,
    workbook: workbook(...labels),
    journal,
    lived,
  });
  const { diary } = world;
  const left = filed.messages.filter(({ told }) =>
    ['sent', 'delivered', 'failed', 'undetermined'].some((one) => told.has(one)),
  );
  const talked = filed.calls.filter(({ hasAgent, disposition }) => hasAgent && disposition !== 'voicemail');
  return {
    filed,
    dashboards,
    broken: brokenSuiviPromises(days, filed),
    comparisons: [
      compare('SMS partis, ou peut-être', ['Envoyés', 'Peut-être envoyés'], left.length, cloud.sms.accepted().length),
      compare('Réponses par le web', ['Réponses par le web'], filed.completed.web.size, diary.answers.length),
      compare('Appels passés', ['Appels passés'], filed.calls.length, diary.rings.length),
      compare(
        'Conversations',
        ['Communications'],
        talked.length,
        diary.talks.filter(({ disposition }) => disposition !== 'voicemail').length,
      ),
      compare(
        'Appels interrompus',
        ['Appels interrompus'],
        filed.calls.filter(({ disposition }) => disposition === 'partial').length,
        diary.talks.filter(({ disposition }) => disposition === 'partial').length,
      ),
    ],
  };
}

async function issueAgain({ cloud, world: { programme } }: SuiviDays, day: string): Promise<string | undefined> {
  const name = cloud.resources
    .filter(({ type }) => type === 'AWS::Lambda::Function')
    .map(({ ref }) => ref)
    .find((ref) => ref.endsWith('dashboard-report'));
  if (name === undefined) throw new Error('The deployment has no function dashboard-report');
  const order = { schedule: 'dashboard-report', programme, scheduledTime: cloud.kernel.iso(), period: day };
  const outcome = await cloud.invoke(name, order, `account/${day}/${cloud.kernel.now()}`);
  if (!outcome.ok) throw new Error(`dashboard-report ${day}: ${outcome.errorMessage}`);
  const found = /"key":"([^"]+)"/.exec(JSON.stringify(outcome.payload));
  return found?.[1];
}

async function fileOf({ cloud }: SuiviDays, key: string): Promise<Uint8Array> {
  const buckets = cloud.resources.filter(({ type }) => type === 'AWS::S3::Bucket').map(({ ref }) => ref);
  for (const bucket of buckets) {
    const bytes = await cloud.storage.getObject(bucket, key);
    if (bytes !== undefined) return bytes;
  }
  throw new Error(`${key} is in no bucket`);
}

/** The total beside a label of sheet « Tableau de bord »; throws when there is no number. */
function totalsOf(workbook: exceljs.Workbook): (label: string) => number {
  const values = new Map<string, number>();
  workbook.getWorksheet('Tableau de bord')?.eachRow((row) => {
    const { value } = row.getCell(2);
    // exceljs reads no result of 0.
    const held = typeof value === 'object' && value !== null && 'formula' in value ? (value.result ?? 0) : value;
    if (typeof held === 'number') values.set(row.getCell(1).text.replace(/[\u00a0\u202f\s]+/g, ' '), held);
  });
  return (label) => {
    const value = values.get(label);
    if (value === undefined) throw new Error(`Sheet « Tableau de bord » has no number beside « ${label} »`);
    return value;
  };
}
