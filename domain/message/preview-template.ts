import { fillTemplate } from './fill-template.ts';
import type { MessageRules } from './message-rules.ts';
import { type MessageField, type MessageTemplate, placesOf } from './message-template.ts';
import { type Segments, segmentsOf } from './segments.ts';
import { respelt, type Spelling, spellings } from './spelling.ts';
import { templateFaults } from './template-faults.ts';
import { widestText } from './widest-text.ts';

/** What the author of a template sees while they write (COMMON-33). */
export interface TemplatePreview {
  /** Why it cannot be sent, in French; empty = it can. */
  readonly faults: readonly string[];
  /** With example values; absent while places and fields do not meet. */
  readonly example?: string;
  /** Of the longest text that the template can become. */
  readonly longest: Segments;
  /** Each country's sender, and US dollars for the longest text. */
  readonly prices: readonly { readonly country: string; readonly sender: string; readonly dollars?: number }[];
  /** Replacements that would help, to be agreed to one by one. */
  readonly suggestions: readonly Spelling[];
  /** With all of them; absent when there are none. */
  readonly respelt?: { readonly text: string; readonly longest: Segments };
}

export function previewTemplate(template: MessageTemplate, rules: MessageRules): TemplatePreview {
  const longest = segmentsOf(widestText(template, rules.linkLength));
  const suggestions = spellings(template.text);
  const text = respelt(template.text);
  const example = exampleOf(template, rules);
  return {
    faults: templateFaults(template, rules),
    ...(example === undefined ? {} : { example }),
    longest,
    prices: rules.senders.map(({ country, id }) => {
      const price = rules.prices[country];
      return { country, sender: id, ...(price === undefined ? {} : { dollars: rounded(price * longest.parts) }) };
    }),
    suggestions,
    ...(suggestions.length === 0
      ? {}
      : { respelt: { text, longest: segmentsOf(widestText({ ...template, text }, rules.linkLength)) } }),
  };
}

function exampleOf(template: MessageTemplate, { linkLength }: MessageRules): string | undefined {
  const { text, fields } = template;
  const isWhole =
    placesOf(text).every((place) => place === 'link' || fields.some(({ name }) => name === place)) &&
    fields.every((field) => !('max' in field) || field.max >= 1);
  if (!isWhole) {
    return undefined;
  }
  const given = Object.fromEntries(
    fields.filter(({ type }) => type !== 'name').map((field) => [field.name, exampleValue(field)]),
  );
  const link = 'https://exemple.fr/s/'.padEnd(linkLength, 'x').slice(0, linkLength);
  return fillTemplate(template, given, { firstName: 'Camille', lastName: 'MARTIN' }, link);
}

function exampleValue(field: MessageField): string {
  switch (field.type) {
    case 'day':
      return '2026-03-04';
    case 'time':
      return '09:30';
    case 'digits':
      return '01 23 45 67 89'.slice(0, field.max);
    default:
      return 'exemple'.slice(0, 'max' in field ? field.max : undefined);
  }
}

function rounded(dollars: number): number {
  return Math.round(dollars * 100_000) / 100_000;
}
