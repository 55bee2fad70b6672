import type { Scheme } from '../journal/entry.ts';
import { unqualifiedScheme } from '../journal/entry.ts';
import type { SchemeDefinition } from '../programme/programme.ts';

/** A row of every table: code and French label. */
export interface SchemeRow {
  readonly code: Scheme;
  readonly label: string;
}

/** Rows in the programme's order, `NON_QUALIFIE` always among them and last when it was missing (SAMPS-01). */
export function schemeRows(schemes: readonly SchemeDefinition[]): readonly SchemeRow[] {
  const rows = schemes.map(({ code, label }) => ({ code, label }));
  return rows.some(({ code }) => code === unqualifiedScheme)
    ? rows
    : [...rows, { code: unqualifiedScheme, label: 'Non qualifié' }];
}

/** Row that counts a scheme: its own, or the unqualified one when the programme does not know it, so that rows always add up to all. */
export function rowOf(rows: readonly SchemeRow[]): (scheme: Scheme) => Scheme {
  const codes = new Set(rows.map(({ code }) => code));
  return (scheme) => (codes.has(scheme) ? scheme : unqualifiedScheme);
}
