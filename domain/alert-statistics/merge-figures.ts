import type { AlertFigures } from './alert-figures.ts';
import { addCounts } from './statistics-tables.ts';

/** Figures of several months, or of several structures, as those of all of them. */
export function addFigures(all: readonly AlertFigures[]): AlertFigures {
  const merged = (of: (figures: AlertFigures) => AlertFigures['months']) => {
    const keys = [...new Set(all.flatMap((figures) => [...of(figures).keys()]))].sort();
    return new Map(keys.map((key) => [key, addCounts(all.flatMap((figures) => of(figures).get(key) ?? []))]));
  };
  return {
    total: addCounts(all.map(({ total }) => total)),
    months: merged(({ months }) => months),
    groups: merged(({ groups }) => groups),
    categories: merged(({ categories }) => categories),
    bands: merged(({ bands }) => bands),
    alerts: all.reduce((sum, { alerts }) => sum + alerts, 0),
    reasoned: all.reduce((sum, { reasoned }) => sum + reasoned, 0),
    groupNames: new Map(all.flatMap(({ groupNames }) => [...groupNames])),
  };
}
