import type exceljs from 'exceljs';
import { reflex } from '../../programmes/reflex/programme.ts';
import { wholeJournal } from '../read-centre.ts';
import { openWorkbook } from '../read-workbook.ts';
import type { Comparison } from '../reconcile.ts';
import { type CycleFiles, lastCycleReport } from './cycle-files.ts';
import { brokenCyclePromises } from './cycle-invariants.ts';
import { type FiledCycle, filedCycle } from './cycle-journal.ts';
import { livedCycle } from './lived-cycle.ts';
import { namingOf } from './name-apart.ts';
import type { ReflexCycle } from './open-reflex.ts';

/** Three accounts of a cycle, and what was promised and not kept. */
export interface CycleAccount {
  readonly files?: CycleFiles;
  readonly filed: FiledCycle;
  readonly comparisons: readonly Comparison[];
  /** One sentence per broken promise; empty when all were kept. */
  readonly broken: readonly string[];
  /** Of the workbook. */
  readonly agentHours: number;
}

export async function accountOfCycle(cycle: ReflexCycle): Promise<CycleAccount> {
  const { world, cloud } = cycle;
  const policy = reflex.outbound?.campaignTypes[0]?.policy;
  if (policy === undefined) throw new Error('Programme reflex has no campaign type');
  const filed = filedCycle(await wholeJournal(cloud), world.crisis);
  const recipients = new Map(filed.attempts.map(({ contactId, recipientId }) => [contactId, recipientId]));
  const lived = livedCycle(world.diary, (contactId) => recipients.get(contactId), filed.callbacks, policy);
  const broken = brokenCyclePromises({
    diary: world.diary,
    filed,
    people: world.people,
    policy,
    timeZone: world.timeZone,
    whole: cycle.isWhole,
    ...(cycle.settledWithinMs === undefined ? {} : { settledWithinMs: cycle.settledWithinMs }),
  });
  const files = await lastCycleReport(cloud, world);
  if (files === undefined) return { filed, comparisons: [], broken, agentHours: 0 };
  const summary = summaryOf(await openWorkbook(files.workbook.bytes));
  const dials = filed.attempts.filter(({ n }) => n > 0);
  const contacts = (attempts: FiledCycle['attempts']) =>
    attempts.map(({ contactId, attemptId }) => contactId ?? attemptId);
  const inState = (state: string) => [...filed.people].flatMap(([id, one]) => (one.state === state ? id : []));
  const apart = namingOf(filed, world.diary);
  const compare = (figure: string, journal: readonly string[], of: readonly string[]): Comparison => ({
    figure,
    workbook: summary(figure),
    journal: journal.length,
    lived: of.length,
    apart: apart(journal, of),
  });
  const useful = inState('useful');
  const byPerson = Map.groupBy(filed.attempts, ({ recipientId }) => recipientId);
  const among = (holds: (attempts: FiledCycle['attempts']) => boolean) =>
    useful.filter((id) => holds(byPerson.get(id) ?? []));
  return {
    files,
    filed,
    broken,
    agentHours: summary('Heures de conseillers') * 24,
    comparisons: [
      compare('Tentatives', contacts(dials), lived.attempts),
      compare('Décrochées', contacts(dials.filter(({ answered }) => answered)), lived.answered),
      compare('Contacts utiles', useful, lived.useful),
      compare(
        'dont par un tiers',
        among((made) => made.some((one) => one.byThirdParty && !one.promised)),
        lived.byThirdParty,
      ),
      compare(
        'dont sur appel de la personne',
        among((made) => made.findLast(({ promised }) => !promised)?.n === 0),
        lived.byRingBack,
      ),
      compare('Rappels promis', [...filed.promises.keys()], lived.promised),
      compare(
        'Rappel fait : personne jointe',
        [...filed.promises].flatMap(([id, { state }]) => (state === 'kept' ? id : [])),
        lived.promisesKept,
      ),
      compare('Refus', inState('refused'), lived.refused),
      compare('Non joints', inState('unreachable'), lived.unreachable),
    ],
  };
}

const spreadsheetEpoch = Date.UTC(1899, 11, 30);

/** The value beside a label of sheet « Synthèse »; throws when there is no number. */
function summaryOf(workbook: exceljs.Workbook): (label: string) => number {
  const values = new Map<string, unknown>();
  workbook.getWorksheet('Synthèse')?.eachRow((row) => {
    values.set(row.getCell(1).text.replace(/[\u00a0\u202f\s]+/g, ' '), row.getCell(2).result ?? row.getCell(2).value);
  });
  return (label) => {
    const held = values.get(label);
    // A cell in hours is read as an instant of the epoch of spreadsheets.
    const value = held instanceof Date ? (held.getTime() - spreadsheetEpoch) / 86_400_000 : held;
    if (typeof value !== 'number')
      throw new Error(`Sheet « Synthèse » has no number beside « ${label} »: ${String(value)}`);
    return value;
  };
}
