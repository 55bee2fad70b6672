import { alertRoutes } from '../../contracts/alert-routes.ts';
import type { Member } from '../../domain/member/member.ts';
import { shortMoment, typeset } from '../../domain/report/french.ts';
import { html } from '../html.ts';
import { type DateFormView, dateForm } from './date-form.ts';
import { type AlertPage, type AlertVisitor, alertPage } from './frame.ts';
import { memberName } from './member-words.ts';

export interface DateView {
  readonly visitor: AlertVisitor;
  readonly notice?: string;
  readonly member: Member;
  readonly dateId: string;
  readonly form: DateFormView;
  /** What the next SMS will say, and when; absent when none will leave. */
  readonly next?: { readonly at: string; readonly text: string };
  readonly timeZone: string;
}

/** One administrative date: changed, or taken away (ALERTES-26). */
export function datePage({ visitor, notice, member, dateId, form, next, timeZone }: DateView): AlertPage {
  return alertPage({
    title: `Une date de ${memberName(member)}`,
    visitor,
    active: 'dates',
    ...(notice !== undefined && { notice }),
    body: html`<p><a href="${alertRoutes.memberDates.path}?adherent=${member.memberId}">Toutes ses dates</a></p>
${next === undefined ? html`<p class="warn">${typeset('Aucun rappel ne partira pour cette date : elle est trop proche, ou passée.')}</p>` : html`<h2>Prochain rappel</h2><p>${typeset(`Le ${shortMoment(timeZone, next.at)}, si l’accord tient toujours :`)}</p><p class="sms">${next.text}</p>`}
<h2>Changer</h2>
${dateForm(form)}
<form method="post" action="${alertRoutes.memberDates.path}/${dateId}/retirer"><p><button class="danger">Retirer cette date</button></p></form>`,
  });
}
