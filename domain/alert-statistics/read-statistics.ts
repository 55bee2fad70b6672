import { addDays, localDay } from '../calendar/local-time.ts';
import type { Content } from '../content/content.ts';
import type { JournalEntry } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import type { MemberReads } from '../member/member-register.ts';
import { type AlertFigures, alertFigures } from './alert-figures.ts';
import { type MemberFigures, memberFigures } from './member-figures.ts';
import {
  type AlertStatistics,
  addCounts,
  commonTables,
  groupTable,
  type StatisticsTable,
} from './statistics-tables.ts';

/** One structure as statistics read it. */
export interface CountedStructure {
  readonly structure: string;
  readonly name: string;
  readonly members: Pick<MemberReads, 'all' | 'groups'>;
}

export interface StatisticsPorts {
  readonly journal: Pick<Journal, 'read'>;
  readonly content: Content;
}

export interface StatisticsOrder {
  readonly programme: string;
  /** YYYY-MM, both included. */
  readonly from: string;
  readonly to: string;
  /** ISO instant. */
  readonly at: string;
}

/** Days read at once. */
const lanes = 25;

/** What one structure sent, and who its members are, in counts (ALERTES-08). */
export async function structureStatistics(
  order: StatisticsOrder,
  own: CountedStructure,
  ports: StatisticsPorts,
): Promise<AlertStatistics> {
  const [{ figures, members }, { categories }, groups] = await Promise.all([
    countStructure(order, own, ports),
    ports.content.inForce(order.programme, 'alerts', order.at),
    own.members.groups(),
  ]);
  const [byMonth, ...others] = commonTables(figures, members, categories, order);
  return {
    ...{ title: own.name, from: order.from, to: order.to, members },
    ...{ total: figures.total, alerts: figures.alerts, reasoned: figures.reasoned },
    tables: [...(byMonth === undefined ? [] : [byMonth]), groupTable(figures, members, groups), ...others],
  };
}

/** Totals of every structure, for general administrators: one row each, and no group, whose names are the structures' own (ALERTES-12). */
export async function overallStatistics(
  order: StatisticsOrder,
  structures: readonly CountedStructure[],
  ports: StatisticsPorts,
): Promise<AlertStatistics> {
  const { categories } = await ports.content.inForce(order.programme, 'alerts', order.at);
  const counted: (Counted & { readonly name: string })[] = [];
  for (const own of structures) {
    counted.push({ name: own.name, ...(await countStructure(order, own, ports)) });
  }
  const figures = addFigures(counted.map((one) => one.figures));
  const members = addMembers(counted.map((one) => one.members));
  const byStructure: StatisticsTable = {
    name: 'Par structure',
    of: 'Structure',
    isPartition: true,
    rows: counted.map(({ name, figures: { total }, members: { members: count } }) => ({
      label: name,
      members: count,
      counts: total,
    })),
  };
  return {
    ...{ title: 'Toutes les structures', from: order.from, to: order.to, members },
    ...{ total: figures.total, alerts: figures.alerts, reasoned: figures.reasoned },
    tables: [byStructure, ...commonTables(figures, members, categories, order)],
  };
}

interface Counted {
  readonly figures: AlertFigures;
  readonly members: MemberFigures;
}

async function countStructure(
  { programme, from, to, at }: StatisticsOrder,
  { structure, members }: CountedStructure,
  { journal, content }: StatisticsPorts,
): Promise<Counted> {
  const { timeZone } = await content.inForce(programme, 'calendar', at);
  const today = localDay(timeZone, at);
  const days: string[] = [];
  for (let day = `${from}-01`; day.slice(0, 7) <= to && day <= today; day = addDays(day, 1)) {
    days.push(day);
  }
  const entries: JournalEntry[] = [];
  const lane = async (): Promise<void> => {
    for (let day = days.shift(); day !== undefined; day = days.shift()) {
      entries.push(...(await journal.read(`${programme}#${structure}`, day)));
    }
  };
  const [counts] = await Promise.all([memberFigures(members.all(), today), ...Array.from({ length: lanes }, lane)]);
  return { figures: alertFigures(entries, structure), members: counts };
}

function addFigures(all: readonly AlertFigures[]): AlertFigures {
  const merged = (of: (figures: AlertFigures) => AlertFigures['months']) => {
    const keys = [...new Set(all.flatMap((figures) => [...of(figures).keys()]))].sort();
    return new Map(keys.map((key) => [key, addCounts(all.flatMap((figures) => of(figures).get(key) ?? []))]));
  };
  return {
    total: addCounts(all.map(({ total }) => total)),
    months: merged(({ months }) => months),
    groups: new Map(),
    categories: merged(({ categories }) => categories),
    bands: merged(({ bands }) => bands),
    alerts: all.reduce((sum, { alerts }) => sum + alerts, 0),
    reasoned: all.reduce((sum, { reasoned }) => sum + reasoned, 0),
    groupNames: new Map(),
  };
}

function addMembers(all: readonly MemberFigures[]): MemberFigures {
  const sum = (of: (figures: MemberFigures) => number) => all.reduce((total, one) => total + of(one), 0);
  const bands = [...new Set(all.flatMap((one) => [...one.bands.keys()]))];
  return {
    members: sum(({ members }) => members),
    consents: {
      given: sum(({ consents }) => consents.given),
      withdrawn: sum(({ consents }) => consents.withdrawn),
      none: sum(({ consents }) => consents.none),
    },
    reachable: sum(({ reachable }) => reachable),
    landlines: sum(({ landlines }) => landlines),
    withoutNumber: sum(({ withoutNumber }) => withoutNumber),
    bands: new Map(bands.map((band) => [band, sum((one) => one.bands.get(band) ?? 0)])),
    groups: new Map(),
  };
}
