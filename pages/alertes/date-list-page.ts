import { alertRoutes } from '../../contracts/alert-routes.ts';
import type { AdministrativeDate } from '../../domain/alert-date/administrative-date.ts';
import type { ComingDate } from '../../domain/alert-date/coming-dates.ts';
import type { Member } from '../../domain/member/member.ts';
import type { AdministrativeDateKind } from '../../domain/programme/alert-content.ts';
import { longDay, shortMoment, typeset } from '../../domain/report/french.ts';
import { html, type Markup } from '../html.ts';
import { hourText } from './alert-words.ts';
import { type DateFormView, dateForm } from './date-form.ts';
import { type AlertPage, type AlertVisitor, alertPage } from './frame.ts';
import { memberName } from './member-words.ts';

export interface DateListView {
  readonly visitor: AlertVisitor;
  readonly notice?: string;
  /** Whose dates are shown; absent = everybody's that come next. */
  readonly member?: Member;
  readonly coming: readonly ComingDate[];
  readonly members: ReadonlyMap<string, Member>;
  readonly kinds: readonly AdministrativeDateKind[];
  readonly timeZone: string;
  /** Of a member: what a new date is noted in. */
  readonly form?: DateFormView;
}

/** Administrative dates (ALERTES-26): of everybody, soonest first, or of one member, with what notes a new one. */
export function dateListPage(view: DateListView): AlertPage {
  const { visitor, notice, member, coming, form } = view;
  const title = member === undefined ? 'Dates et rappels' : `Dates de ${memberName(member)}`;
  return alertPage({
    title,
    visitor,
    active: 'dates',
    ...(notice !== undefined && { notice }),
    body: html`${member === undefined ? howTo() : html`<p><a href="${alertRoutes.members.path}/${member.memberId}">Revenir à la fiche</a></p>`}
${coming.length === 0 ? html`<p>${typeset('Aucune date à venir.')}</p>` : table(view)}
${form === undefined ? undefined : html`<h2>Noter une date</h2>${dateForm(form)}`}`,
  });
}

function howTo(): Markup {
  return html`<p>${typeset('Pour noter une date, ouvrez la fiche de la personne, puis « Dates et rappels » :')}</p><ul class="actions"><li><a class="button" href="${alertRoutes.members.path}">Chercher un adhérent</a></li></ul>
<p class="note">${typeset('Les rappels partent tout seuls, aux heures d’envoi, si l’accord tient toujours. Ils ne décident de rien : ils rappellent une démarche.')}</p>`;
}

function table({ coming, members, member, kinds, timeZone }: DateListView): Markup {
  const rows = coming.map(({ date, day, reminderAt }) => {
    const of = members.get(date.memberId);
    const who =
      of === undefined
        ? html`Fiche supprimée`
        : html`<a href="${alertRoutes.memberDates.path}?adherent=${of.memberId}">${memberName(of)}</a>`;
    const path = `${alertRoutes.memberDates.path}/${date.dateId}`;
    const said =
      day === undefined ? 'Passée' : `${longDay(day)}${date.time === undefined ? '' : ` à ${hourText(date.time)}`}`;
    const reminder = reminderAt === undefined ? 'aucun' : shortMoment(timeZone, reminderAt);
    return html`<tr>${member === undefined ? html`<th scope="row">${who}</th>` : undefined}<td data-label="Date">${said}</td><td data-label="Démarche"><a href="${path}">${kindLabel(kinds, date)}</a></td><td data-label="Revient">${recurrenceText(date.recurrence)}</td><td data-label="Prochain rappel">${reminder}</td></tr>
`;
  });
  return html`<table><caption class="heard">Dates à venir, la plus proche d’abord</caption><thead><tr>${member === undefined ? html`<th scope="col">Adhérent</th>` : undefined}<th scope="col">Date</th><th scope="col">Démarche</th><th scope="col">Revient</th><th scope="col">Prochain rappel</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function kindLabel(kinds: readonly AdministrativeDateKind[], { kind }: AdministrativeDate): string {
  return kinds.find(({ code }) => code === kind)?.label ?? kind;
}

const recurrences: Readonly<Record<AdministrativeDate['recurrence'], string>> = {
  none: 'Une seule fois',
  monthly: 'Tous les mois',
  quarterly: 'Tous les trois mois',
  yearly: 'Tous les ans',
};

function recurrenceText(recurrence: AdministrativeDate['recurrence']): string {
  return recurrences[recurrence];
}
