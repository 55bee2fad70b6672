import type exceljs from 'exceljs';
import { reflex } from '../../programmes/reflex/programme.ts';
import { wholeJournal } from '../read-centre.ts';
import { openWorkbook } from '../read-workbook.ts';
import type { Comparison } from '../reconcile.ts';
import { type CycleFiles, lastCycleReport } from './cycle-files.ts';
import { brokenCyclePromises } from './cycle-invariants.ts';
import { type FiledCycle, filedCycle } from './cycle-journal.ts';
import { livedCycle } from './lived-cycle.ts';
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
  const states = [...filed.people.values()].map(({ state }) => state);
  const inState = (state: string) => states.filter((one) => one === state).length;
  const compare = (figure: string, journal: number, of: number): Comparison => ({
    figure,
    workbook: summary(figure),
    journal,
    lived: of,
  });
  const useful = [...filed.people].filter(([, { state }]) => state === 'useful').map(([id]) => id);
  const byPerson = Map.groupBy(filed.attempts, ({ recipientId }) => recipientId);
  const among = (holds: (attempts: FiledCycle['attempts']) => boolean) =>
    useful.filter((id) => holds(byPerson.get(id) ?? [])).length;
  return {
    files,
    filed,
    broken,
    agentHours: summary('Heures de conseillers') * 24,
    comparisons: [
      compare('Tentatives', dials.length, lived.attempts),
      compare('Décrochées', dials.filter(({ answered }) => answered).length, lived.answered),
      compare('Contacts utiles', inState('useful'), lived.useful),
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
      compare('Rappels promis', filed.promises.size, lived.promised),
      compare('Rappel fait : personne jointe', keptIn(filed), lived.promisesKept),
      compare('Refus', inState('refused'), lived.refused),
      compare('Non joints', inState('unreachable'), lived.unreachable),
    ],
  };
}

function keptIn({ promises }: FiledCycle): number {
  return [...promises.values()].filter(({ state }) => state === 'kept').length;
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
