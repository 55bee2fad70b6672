import { localDay } from '../calendar/local-time.ts';
import type { Content } from '../content/content.ts';
import type { Journal } from '../journal/journal.ts';
import type { MemberReads } from '../member/member-register.ts';
import type { AlertFigures } from './alert-figures.ts';
import type { FigureBook } from './figure-book.ts';
import { type MemberFigures, memberFigures } from './member-figures.ts';
import { addFigures } from './merge-figures.ts';
import { readFigures } from './read-figures.ts';
import { PeopleOfStructures } from './several-structures.ts';
import { type AlertStatistics, commonTables, groupTable, type StatisticsTable } from './statistics-tables.ts';

/** One structure as statistics read it. */
export interface CountedStructure {
  readonly structure: string;
  readonly name: string;
  /** ISO instant before which nothing is told of it. */
  readonly since: string;
  readonly book: FigureBook;
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
  const people = new PeopleOfStructures();
  for (const own of structures) {
    const members = { ...own.members, all: () => people.through(own.structure, own.members.all()) };
    counted.push({ name: own.name, ...(await countStructure(order, { ...own, members }, ports)) });
  }
  const several = people.counts();
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
    several: {
      people: several.people,
      rows: structures.map(({ structure, name }) => ({ label: name, members: several.members.get(structure) ?? 0 })),
    },
  };
}

interface Counted {
  readonly figures: AlertFigures;
  readonly members: MemberFigures;
}

async function countStructure(
  { programme, from, to, at }: StatisticsOrder,
  { structure, since, book, members }: CountedStructure,
  { journal, content }: StatisticsPorts,
): Promise<Counted> {
  const { timeZone } = await content.inForce(programme, 'calendar', at);
  const today = localDay(timeZone, at);
  const order = { programme, structure, from, to, today, since: localDay(timeZone, since) };
  const [counts, figures] = await Promise.all([
    memberFigures(members.all(), today),
    readFigures(order, { journal, book }),
  ]);
  return { figures, members: counts };
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
