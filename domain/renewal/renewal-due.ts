import { addMonths } from './add-months.ts';
import type { RenewalRule } from './renewal-rules.ts';

/** A file as a list gives it. Days are local, `YYYY-MM-DD`. */
export interface AdmittedFile {
  readonly scheme: string;
  /** From when the rights in hand run. */
  readonly admittedOn: string;
  /** Codes of the rules' `situations`. */
  readonly situations: readonly string[];
}

/**
 * The day from which the rights of a file must have been renewed (SAMPS-33): after so many months, or, where rights are those of a year, the day on which
 * files for the next year open. Undefined when the scheme is not renewed.
 */
export function renewalDue(rules: readonly RenewalRule[], file: AdmittedFile): string | undefined {
  const rule = rules.find(({ scheme }) => scheme === file.scheme);
  if (rule === undefined) {
    return undefined;
  }
  if (rule.type === 'term') {
    const longer = rule.longer.filter(({ situations }) => situations.some((one) => file.situations.includes(one)));
    return addMonths(file.admittedOn, Math.max(rule.months, ...longer.map(({ months }) => months)));
  }
  const opening = `${file.admittedOn.slice(0, 4)}-${rule.opens}`;
  return opening > file.admittedOn ? opening : addMonths(opening, 12);
}

/** Share of the aid of a year that a file gets by the day it was filed (SAMPS-33); `too-early` before the files of that year open. */
export function aidShare(
  rules: readonly RenewalRule[],
  { scheme, filedOn, year }: { readonly scheme: string; readonly filedOn: string; readonly year: number },
): number | 'too-early' | undefined {
  const rule = rules.find((one) => one.scheme === scheme);
  if (rule === undefined || rule.type === 'term') {
    return undefined;
  }
  if (filedOn < `${year - 1}-${rule.opens}`) {
    return 'too-early';
  }
  const step = rule.steps.find(
    ({ until }) => until === undefined || filedOn <= `${year - 1 + until.year}-${until.day}`,
  );
  return step?.share ?? 0;
}
