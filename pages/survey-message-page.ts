import { typeset } from '../domain/report/french.ts';
import type { SurveyPages } from '../domain/survey/survey-pages.ts';
import { html } from './html.ts';
import { surveyFrame } from './survey-frame.ts';

export interface SurveyMessagePage {
  readonly pages: SurveyPages;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Path of the link, where there is one that opens something. */
  readonly path?: string;
  /** One thing to confirm: posted to `action`. */
  readonly confirm?: { readonly action: string; readonly label: string };
  /** Where else to go. */
  readonly link?: { readonly href: string; readonly label: string };
}

/** What became of a link or of a wish, and at most one thing to confirm. */
export function surveyMessagePage({ paragraphs, confirm, link, ...frame }: SurveyMessagePage): string {
  return surveyFrame({
    ...frame,
    content: html`${paragraphs.map((text) => html`<p>${typeset(text)}</p>`)}
${
  confirm === undefined
    ? undefined
    : html`<form method="post" action="${confirm.action}"><p><button>${typeset(confirm.label)}</button></p></form>`
}
${link === undefined ? undefined : html`<p><a class="back" href="${link.href}">${typeset(link.label)}</a></p>`}`,
  });
}
