import type { Member } from '../member/member.ts';
import { fillTemplate } from '../message/fill-template.ts';
import type { MessageRules } from '../message/message-rules.ts';
import { type Segments, segmentsOf } from '../message/segments.ts';
import { respelt, type Spelling, spellings } from '../message/spelling.ts';
import { widestText } from '../message/widest-text.ts';
import type { SelectedLine, SkipReason } from './alert.ts';
import { alertTemplate, usualTemplate } from './alert-text.ts';
import { skippedOf } from './choose-recipients.ts';

/** What whoever writes sees before anything is sent (ALERTES-06, ALERTES-23, COMMON-33). */
export interface AlertPreview extends TextPreview {
  /** SMS to be sent: one a person and a number. */
  readonly recipients: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  /** Parts of all of them, exactly, and US dollars. */
  readonly parts: number;
  readonly dollars: number;
  readonly examples: readonly { readonly member: Member; readonly text: string; readonly parts: number }[];
}

export interface TextPreview {
  /** Of the longest text it can become, with names of the usual letters. */
  readonly longest: Segments;
  /** US dollars for one person, at the longest. */
  readonly dollarsEach: number;
  readonly suggestions: readonly Spelling[];
  readonly respelt?: string;
}

const mostExamples = 3;

/** What a text takes, whoever gets it. */
export function previewText(text: string, structureName: string, rules: MessageRules): TextPreview {
  const longest = segmentsOf(widestText(usualTemplate(text, structureName), rules.linkLength));
  const suggestions = spellings(text);
  return {
    longest,
    dollarsEach: dollars(longest.parts, rules),
    suggestions,
    ...(suggestions.length === 0 ? {} : { respelt: respelt(text) }),
  };
}

/** The same, and what each of those chosen would get: the first three by name are shown. */
export function previewAlert(
  {
    text,
    structureName,
    rules,
  }: { readonly text: string; readonly structureName: string; readonly rules: MessageRules },
  lines: readonly SelectedLine[],
  members: ReadonlyMap<string, Member>,
): AlertPreview {
  const template = alertTemplate('alerte', text, structureName);
  const link = 'x'.repeat(rules.linkLength);
  const written = lines.flatMap(({ memberId, skip, date }) => {
    const member = members.get(memberId);
    return skip !== undefined || member === undefined
      ? []
      : [{ member, text: fillTemplate(template, date === undefined ? {} : { date_rdv: date }, member, link) }];
  });
  const parts = written.reduce((sum, one) => sum + segmentsOf(one.text).parts, 0);
  const examples = written.toSorted((a, b) => (nameOf(a.member) < nameOf(b.member) ? -1 : 1)).slice(0, mostExamples);
  return {
    ...previewText(text, structureName, rules),
    recipients: written.length,
    skipped: skippedOf(lines),
    parts,
    dollars: dollars(parts, rules),
    examples: examples.map((one) => ({
      member: one.member,
      text: one.text.replace(link, '(lien personnel)'),
      parts: segmentsOf(one.text).parts,
    })),
  };
}

function dollars(parts: number, { prices }: MessageRules): number {
  return Math.round(parts * (prices['FR'] ?? 0) * 100_000) / 100_000;
}

function nameOf({ lastName, firstName, memberId }: Member): string {
  return `${lastName} ${firstName} ${memberId}`;
}
