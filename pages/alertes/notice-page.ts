import { alertRoutes } from '../../contracts/alert-routes.ts';
import type { Notice, NoticeSection } from '../../domain/programme/notice.ts';
import { typeset } from '../../domain/report/french.ts';
import { html, type Markup } from '../html.ts';
import { type AlertPage, type AlertVisitor, alertPage } from './frame.ts';

/** The notice, with pictures that are loaded as one comes to them (ALERTES-33). */
export function noticePage(visitor: AlertVisitor, { title, introduction, sections }: Notice): AlertPage {
  const contents = sections.map(
    (section, index) => html`<li><a href="#s${index + 1}">${typeset(section.title)}</a></li>`,
  );
  return alertPage({
    title,
    visitor,
    active: 'notice',
    body: html`${introduction.map((text) => html`<p>${typeset(text)}</p>`)}
<nav class="contents" aria-label="Sommaire"><ol>${contents}</ol></nav>
${sections.map(sectionOf)}`,
  });
}

function sectionOf({ title, steps, remarks = [], picture }: NoticeSection, index: number): Markup {
  const many = steps.length > 1;
  const shown =
    picture === undefined
      ? undefined
      : html`<figure><img src="${alertRoutes.alertNoticeImage.path.replace('{image}', `${picture.name}.webp`)}" alt="${picture.shows}" loading="lazy"></figure>`;
  return html`<section id="s${index + 1}"><h2>${index + 1}. ${typeset(title)}</h2>
${many ? html`<ol>${steps.map((step) => html`<li>${typeset(step)}</li>`)}</ol>` : steps.map((step) => html`<p>${typeset(step)}</p>`)}
${remarks.map((remark) => html`<p class="note">${typeset(remark)}</p>`)}${shown}</section>`;
}
