/** Markup that is safe to send: made by `html` only, so that every value in it was escaped once. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a template: text and numbers are escaped, markup is kept, a list is joined, nothing is nothing. */
export type Fill = string | number | Markup | readonly Markup[] | undefined;

/** Escapes by default: html`<p>${text}</p>`. */
export function html(strings: TemplateStringsArray, ...fills: readonly Fill[]): Markup {
  const parts = strings.map((string, index) => (index === 0 ? string : render(fills[index - 1]) + string));
  return { markup: parts.join('') };
}

function render(fill: Fill): string {
  if (fill === undefined) {
    return '';
  }
  if (typeof fill === 'string' || typeof fill === 'number') {
    return escapeText(String(fill));
  }
  return 'markup' in fill ? fill.markup : fill.map(({ markup }) => markup).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
