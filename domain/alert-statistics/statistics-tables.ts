import type { AlertContent } from '../programme/alert-content.ts';
import { ageBands } from './age-bands.ts';
import type { AlertFigures, SendCounts } from './alert-figures.ts';
import type { MemberFigures } from './member-figures.ts';
import { countNames, reminderCategory } from './send-facts.ts';

/** One line of a table: members where it speaks of some, and what was sent to them. */
export interface StatisticsRow {
  readonly label: string;
  readonly members?: number;
  readonly counts: SendCounts;
}

export interface StatisticsTable {
  /** Also the name of its sheet, e.g. « Par mois ». */
  readonly name: string;
  /** What a row is, e.g. « Mois ». */
  readonly of: string;
  readonly rows: readonly StatisticsRow[];
  /** Rows add up to the total: false where one message counts in several. */
  readonly isPartition: boolean;
}

/** What is shown and exported of one structure, or of all (ALERTES-08, ALERTES-41): counts alone, nobody in them. */
export interface AlertStatistics {
  /** Name of the structure, or « Toutes les structures ». */
  readonly title: string;
  /** YYYY-MM, both included. */
  readonly from: string;
  readonly to: string;
  readonly members: MemberFigures;
  readonly total: SendCounts;
  readonly alerts: number;
  readonly reasoned: number;
  readonly tables: readonly StatisticsTable[];
  /** Who is a member of several structures, for general administrators alone. */
  readonly several?: {
    readonly people: number;
    readonly rows: readonly { readonly label: string; readonly members: number }[];
  };
}

export const noCounts: SendCounts = {
  ...{ sent: 0, delivered: 0, failed: 0, undetermined: 0, skipped: 0, stops: 0, parts: 0 },
};

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

export function monthsFrom(from: string, to: string): readonly string[] {
  const all: string[] = [];
  for (let month = from; month <= to && all.length < 120; month = nextMonth(month)) {
    all.push(month);
  }
  return all;
}

/** « novembre 2026 ». */
export function monthText(month: string): string {
  return `${months[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}

/** Every month, band and category, empty ones too, so that two structures have the same rows. */
export function commonTables(
  figures: AlertFigures,
  members: MemberFigures,
  categories: AlertContent['categories'],
  period: Pick<AlertStatistics, 'from' | 'to'>,
): readonly StatisticsTable[] {
  const known = [...categories, { code: reminderCategory, label: 'Rappels de dates' }];
  const others = [...figures.categories.keys()].filter((code) => !known.some((one) => one.code === code));
  return [
    {
      name: 'Par mois',
      of: 'Mois',
      isPartition: true,
      rows: monthsFrom(period.from, period.to).map((month) => ({
        label: monthText(month),
        counts: figures.months.get(month) ?? noCounts,
      })),
    },
    {
      name: 'Par catégorie',
      of: 'Catégorie',
      isPartition: true,
      rows: [
        ...known.map(({ code, label }) => ({ label, counts: figures.categories.get(code) ?? noCounts })),
        ...others.map((code) => ({
          label: code === 'inconnu' ? 'STOP sans message' : code,
          counts: figures.categories.get(code) ?? noCounts,
        })),
      ],
    },
    {
      name: 'Par âge',
      of: 'Âge',
      isPartition: true,
      rows: ageBands.map(({ code, label }) => ({
        label,
        members: members.bands.get(code) ?? 0,
        counts: figures.bands.get(code) ?? noCounts,
      })),
    },
  ];
}

/** Groups of a structure, those that were written to and are no more included. */
export function groupTable(
  figures: AlertFigures,
  members: MemberFigures,
  groups: readonly { readonly groupId: string; readonly name: string }[],
): StatisticsTable {
  const gone = [...figures.groups.keys()].filter((id) => !groups.some(({ groupId }) => groupId === id));
  return {
    name: 'Par groupe',
    of: 'Groupe',
    isPartition: false,
    rows: [
      ...groups.map(({ groupId, name }) => ({
        label: name,
        members: members.groups.get(groupId) ?? 0,
        counts: figures.groups.get(groupId) ?? noCounts,
      })),
      ...gone.map((id) => ({
        label: `${figures.groupNames.get(id) ?? 'Groupe'} (supprimé)`,
        members: 0,
        counts: figures.groups.get(id) ?? noCounts,
      })),
    ],
  };
}

export function addCounts(all: readonly SendCounts[]): SendCounts {
  const sums = countNames.map((name) => [name, all.reduce((sum, counts) => sum + counts[name], 0)]);
  return { ...noCounts, ...Object.fromEntries(sums) };
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
