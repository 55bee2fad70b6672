import type { AdministrativeDate } from '../../domain/alert-date/administrative-date.ts';
import type { DateFaults, TypedDate } from '../../domain/alert-date/date-form.ts';
import type { AdministrativeDateKind } from '../../domain/programme/alert-content.ts';
import { typeset } from '../../domain/report/french.ts';
import { html, type Markup } from '../html.ts';

export interface DateFormView {
  /** Path that it is sent to. */
  readonly action: string;
  readonly operation: string;
  readonly memberId: string;
  readonly version: number;
  readonly kinds: readonly AdministrativeDateKind[];
  readonly typed: TypedDate;
  readonly faults: DateFaults;
  readonly button: string;
}

const recurrences: readonly (readonly [AdministrativeDate['recurrence'] | '', string])[] = [
  ['', 'Comme d’habitude pour cette démarche'],
  ['none', 'Une seule fois'],
  ['monthly', 'Tous les mois'],
  ['quarterly', 'Tous les trois mois'],
  ['yearly', 'Tous les ans'],
];

/** The form of one administrative date (ALERTES-26, ALERTES-29). */
export function dateForm(view: DateFormView): Markup {
  const { action, operation, memberId, version, typed, kinds } = view;
  const kindOptions = kinds.map(
    ({ code, label }) =>
      html`<option value="${code}"${code === typed.kind ? html` selected` : undefined}>${label}</option>`,
  );
  const recurrenceOptions = recurrences.map(
    ([code, label]) =>
      html`<option value="${code}"${code === typed.recurrence ? html` selected` : undefined}>${label}</option>`,
  );
  return html`<form method="post" action="${action}"><input type="hidden" name="operation" value="${operation}"><input type="hidden" name="adherent" value="${memberId}"><input type="hidden" name="version" value="${version}">
<div class="fields"><div class="field"><label for="kind">Démarche</label><select id="kind" name="kind" required${fault(view, 'kind')}><option value="">Choisir…</option>${kindOptions}</select>${said(view, 'kind')}</div>
${text(view, 'day', 'Jour', 'jj/mm/aaaa. Pour une démarche qui revient, son prochain jour')}
${text(view, 'time', 'Heure', 'S’il y en a une, comme 9h30')}
<div class="field"><label for="recurrence">Revient</label><select id="recurrence" name="recurrence">${recurrenceOptions}</select></div>
${text(view, 'remindersBefore', 'Rappels, en jours avant', 'Comme 3, 1. Vide : comme d’habitude pour cette démarche')}
${text(view, 'referentName', 'Personne à appeler', 'Si vous voulez que le SMS la nomme')}
${text(view, 'referentPhone', 'Son téléphone', 'Comme 03 20 12 34 56')}</div>
<p><button>${view.button}</button></p></form>`;
}

function text(view: DateFormView, field: keyof TypedDate, label: string, hint: string): Markup {
  return html`<div class="field"><label for="${field}">${typeset(label)}</label><span class="hint" id="${field}-aide">${typeset(hint)}</span><input id="${field}" name="${field}" value="${view.typed[field]}" autocomplete="off"${fault(view, field)}>${said(view, field)}</div>`;
}

function fault({ faults }: DateFormView, field: keyof TypedDate): Markup | undefined {
  const hint = field === 'kind' ? '' : `${field}-aide`;
  return faults[field] === undefined
    ? hint === ''
      ? undefined
      : html` aria-describedby="${hint}"`
    : html` aria-invalid="true" aria-describedby="${`${hint} ${field}-faute`.trim()}"`;
}

function said({ faults }: DateFormView, field: keyof TypedDate): Markup | undefined {
  const problem = faults[field];
  return problem === undefined ? undefined : html`<p class="fault" id="${field}-faute">${typeset(problem)}</p>`;
}
