import { alertRoutes } from '../../contracts/alert-routes.ts';
import type { Alert } from '../../domain/alert/alert.ts';
import { countStates, type FollowedLine } from '../../domain/alert/follow-alert.ts';
import { leastReason, longestReason } from '../../domain/alert/mass-guard.ts';
import type { Member } from '../../domain/member/member.ts';
import { shortMoment, typeset } from '../../domain/report/french.ts';
import { html, type Markup } from '../html.ts';
import { alertStateText, countText, momentText, stateText } from './alert-words.ts';
import { type AlertPage, type AlertVisitor, alertPage } from './frame.ts';
import { memberName } from './member-words.ts';

export interface AlertFollowView {
  readonly visitor: AlertVisitor;
  readonly notice?: string;
  readonly problem?: string;
  readonly alert: Alert;
  readonly categoryLabel: string;
  /** Everybody it was for; empty before it leaves. */
  readonly lines: readonly FollowedLine[];
  /** Those shown on this page, and who they are now. */
  readonly shown: readonly FollowedLine[];
  readonly members: ReadonlyMap<string, Member>;
  readonly page: number;
  readonly pages: number;
  /** ISO instant. */
  readonly now: string;
  readonly timeZone: string;
}

/** One sending: what it says, when, to whom, and what became of each SMS (ALERTES-06, ALERTES-19). */
export function alertFollowPage(view: AlertFollowView): AlertPage {
  const { visitor, notice, problem, alert, lines } = view;
  const { text, tone } = alertStateText(alert.state, lines);
  return alertPage({
    title: alert.title,
    visitor,
    active: 'messages',
    ...(notice !== undefined && { notice }),
    body: html`${problem === undefined ? undefined : html`<p class="fault" role="alert">${typeset(problem)}</p>`}
<p><span class="${tone}">${text}</span></p>
${held(view)}
${facts(view)}
${steps(view)}
${lines.length === 0 ? undefined : followed(view)}`,
  });
}

function facts({ alert, categoryLabel, timeZone }: AlertFollowView): Markup {
  const { text, groups, sendAt, reason, reusedFrom, author, selection } = alert;
  const missing = selection?.missingGroups ?? [];
  return html`<dl><dt>Message</dt><dd class="sms">${text}</dd>
<dt>Catégorie</dt><dd>${categoryLabel}</dd>
<dt>Groupes</dt><dd>${groups.map(({ name }) => name).join(', ')}${missing.length === 0 ? undefined : html` <span class="wait">${typeset(`(supprimés avant le départ : ${missing.join(', ')})`)}</span>`}</dd>
<dt>Départ</dt><dd>${sendAt === undefined ? 'Pas encore programmé' : momentText(sendAt, timeZone)}</dd>
<dt>Par</dt><dd>${author}</dd>
${reason === undefined ? undefined : html`<dt>Motif</dt><dd>${reason.text}</dd>`}
${reusedFrom === undefined ? undefined : html`<dt>Repris de</dt><dd><a href="${alertRoutes.alerts.path}/${reusedFrom}">un message déjà écrit</a></dd>`}</dl>`;
}

function held({ alert, visitor }: AlertFollowView): Markup | undefined {
  if (alert.state !== 'held' || alert.held === undefined) {
    return undefined;
  }
  const why =
    alert.held.why === 'late'
      ? 'Son heure était passée depuis plus d’un jour et demi quand il a pu partir.'
      : `Au moment de partir, il aurait touché ${Math.round(alert.held.share * 100)} % des adhérents.`;
  const action = `${alertRoutes.alerts.path}/${alert.alertId}/laisser-partir`;
  return visitor.role === 'admin'
    ? html`<div class="warn"><p>${typeset(`Ce message est retenu. ${why} Pour le laisser partir, dites pourquoi.`)}</p><form method="post" action="${action}"><div class="field"><label for="motif">Motif</label><span class="hint" id="motif-aide">${typeset(`Au moins ${leastReason} caractères, gardés avec votre nom`)}</span><input id="motif" name="motif" maxlength="${longestReason}" required aria-describedby="motif-aide"></div><p><button>Laisser partir</button></p></form></div>`
    : html`<p class="warn">${typeset(`Ce message est retenu. ${why} Un administrateur de votre structure peut le laisser partir.`)}</p>`;
}

function steps({ alert, now, lines }: AlertFollowView): Markup {
  const { alertId, state, sendAt, selection } = alert;
  const path = `${alertRoutes.alerts.path}/${alertId}`;
  const reuse = html`<li><a class="button" href="${alertRoutes.alertForm.path}?reprendre=${alertId}">Réutiliser</a></li>`;
  const post = (action: string, label: string, kind: string) =>
    html`<li><form method="post" action="${path}/${action}"><button class="${kind}">${label}</button></form></li>`;
  const isRestorable = state === 'cancelled' && selection === undefined && sendAt !== undefined && sendAt > now;
  return html`<ul class="actions">${state === 'draft' ? html`<li><a class="button" href="${alertRoutes.alertForm.path}?brouillon=${alertId}">Continuer</a></li>` : reuse}
${state === 'scheduled' || state === 'held' ? html`<li><a class="button second" href="${alertRoutes.alertForm.path}?modifier=${alertId}">Modifier</a></li>` : undefined}
${state === 'draft' ? post('annuler', 'Supprimer le brouillon', 'danger') : undefined}
${state === 'scheduled' || state === 'held' ? post('annuler', 'Annuler l’envoi', 'danger') : undefined}
${state === 'sending' && lines.some((line) => line.state.type === 'planned') ? post('annuler', 'Annuler ce qui n’est pas parti', 'danger') : undefined}
${isRestorable ? post('retablir', 'Rétablir l’envoi', 'second') : undefined}</ul>`;
}

function followed(view: AlertFollowView): Markup {
  const { lines, shown, members, alert, page, pages, timeZone } = view;
  const counts = countStates(lines);
  const sent = ['sent', 'delivered', 'failed', 'undetermined'].reduce((sum, key) => sum + (counts.get(key) ?? 0), 0);
  const card = (figure: number, one: string, many = `${one}s`) =>
    html`<li><span class="figure">${figure}</span>${figure < 2 ? one : many}</li>`;
  const skipped = lines.filter(({ state }) => state.type === 'skipped').length;
  const rows = shown.map(({ line, state, sentAt }) => {
    const member = members.get(line.memberId);
    const { text, tone } = stateText(state);
    const name = member === undefined ? 'Fiche supprimée' : memberName(member);
    const place =
      member === undefined ? name : html`<a href="${alertRoutes.members.path}/${line.memberId}">${name}</a>`;
    return html`<tr><th scope="row">${place}</th><td data-label="État"><span class="${tone}">${typeset(text)}</span></td><td data-label="Parti le">${sentAt === undefined ? '–' : shortMoment(timeZone, sentAt)}</td></tr>
`;
  });
  const path = `${alertRoutes.alerts.path}/${alert.alertId}`;
  return html`<h2>Suivi</h2><ul class="cards">${card(sent, 'parti')}${card(counts.get('delivered') ?? 0, 'reçu')}${card(counts.get('failed') ?? 0, 'en échec', 'en échec')}${card(counts.get('planned') ?? 0, 'prévu')}${card(skipped, 'non envoyé')}</ul>
<table><caption class="heard">${countText(lines.length, 'personne', 'personnes')}</caption><thead><tr><th scope="col">Adhérent</th><th scope="col">État</th><th scope="col">Parti le</th></tr></thead><tbody>${rows}</tbody></table>
${pages < 2 ? undefined : html`<nav class="pages" aria-label="Pages">${page > 1 ? html`<a href="${path}?page=${page - 1}" rel="prev">← Page précédente</a>` : html`<span></span>`}<span>Page ${page} sur ${pages}</span>${page < pages ? html`<a href="${path}?page=${page + 1}" rel="next">Page suivante →</a>` : html`<span></span>`}</nav>`}`;
}
