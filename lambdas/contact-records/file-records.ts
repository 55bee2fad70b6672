import { metrics } from '../../contracts/metrics.ts';
import type { FileContactRecordPorts, RecordToFile } from '../../domain/call/file-contact-record.ts';
import { fileContactRecords } from '../../domain/call/file-contact-records.ts';
import type { CampaignRegister } from '../../domain/campaign/campaign-register.ts';
import { attemptOfRecord, fileAttemptRecords } from '../../domain/campaign/file-attempt-records.ts';

interface FilingParts {
  readonly ports: FileContactRecordPorts;
  readonly campaigns: CampaignRegister | undefined;
  readonly count: (metric: string, value: number, programme: string) => void;
}

/**
 * Files records where they belong: those of campaign attempts end them, all others are calls and callbacks. Somebody of a campaign who rings back is both.
 * Answers what went wrong by the index of the record.
 */
export async function fileRecords(
  records: readonly RecordToFile[],
  { ports, campaigns, count }: FilingParts,
): Promise<ReadonlyMap<number, unknown>> {
  if (campaigns === undefined) {
    return await fileContactRecords(records, ports);
  }
  const placed = records.map((order, index) => ({ order, index, attempt: attemptOfRecord(order.record) }));
  const calls = placed.filter(({ attempt }) => attempt === undefined || attempt.n === 0);
  const attempts = placed.flatMap(({ order: { record, programme }, index, attempt }) =>
    attempt === undefined ? [] : [{ record, programme, index, attempt }],
  );
  const ofCalls =
    calls.length === 0
      ? new Map()
      : await fileContactRecords(
          calls.map(({ order }) => order),
          ports,
        );
  const filed = await fileAttemptRecords(attempts, { ...ports, campaigns });
  if (filed.answered > 0) {
    const programme = attempts[0]?.programme ?? 'all';
    count(metrics.campaignAnswers, filed.answered, programme);
    count(metrics.complianceAbandons, filed.abandoned, programme);
  }
  return new Map([
    ...[...ofCalls].map(([at, fault]): [number, unknown] => [calls[at]?.index ?? at, fault]),
    ...[...filed.faults].map(([at, fault]): [number, unknown] => [attempts[at]?.index ?? at, fault]),
  ]);
}
