import { typeset } from '../domain/report/french.ts';
import { html } from './html.ts';
import { page } from './layout.ts';

/** A page that says one thing and where to go next: errors, refusals. */
export function messagePage({
  title,
  text,
  link,
}: {
  readonly title: string;
  readonly text: string;
  readonly link: { readonly href: string; readonly label: string };
}): string {
  return page({
    title,
    content: html`<p role="alert">${typeset(text)}</p>
<p><a class="button" href="${link.href}">${typeset(link.label)}</a></p>`,
  });
}
