import { alertRoutes } from '../../contracts/alert-routes.ts';
import type { SkipReason } from '../../domain/alert/alert.ts';
import { typeset } from '../../domain/report/french.ts';
import { html, type Markup } from '../html.ts';
import { reasonField } from './alert-fields.ts';
import type { AlertFormView, PreviewView } from './alert-form-page.ts';
import { countText, dollarText, momentText, skipText } from './alert-words.ts';
import { memberName } from './member-words.ts';

/** Everything about a sending before it is made: how many, at what price, when, what three of them will read, and who gets nothing and why. */
export function alertPreviewSection(view: AlertFormView, preview: PreviewView): Markup {
  const { counts, leavesAt, isMoved } = preview;
  const moved = isMoved
    ? html`<p class="warn">${typeset(`Les SMS ne partent qu’entre 8 h et 20 h, du lundi au samedi, hors jours fériés : celui-ci attendra le ${momentText(leavesAt, view.timeZone)}.`)}</p>`
    : undefined;
  return html`<section aria-label="Aperçu"><ul class="cards">
<li><span class="figure">${counts.recipients}</span>${countText(counts.recipients, 'personne recevra le SMS', 'personnes recevront le SMS').replace(/^\S+ /, '')}</li>
<li><span class="figure">${counts.parts}</span>${typeset(`SMS comptés en tout, environ ${dollarText(counts.dollars)}`)}</li>
<li><span class="figure">${Math.round(preview.mass.share * 100)} %</span>des adhérents de la structure</li></ul>
<p>${typeset(`Départ : ${momentText(leavesAt, view.timeZone)}. Les destinataires sont recomptés au moment du départ.`)}</p>${moved}
${left(counts.skipped)}
<h2>Ce que liront trois personnes</h2>
${counts.examples.length === 0 ? html`<p>Personne.</p>` : html`<ul class="cards">${counts.examples.map(({ member, text, parts }) => html`<li><h3>${memberName(member)}</h3><p class="sms">${text}</p><p class="note">${countText(parts, 'SMS', 'SMS')}</p></li>`)}</ul>`}
${guard(view, preview)}
${send(view, preview)}</section>`;
}

function left(skipped: Readonly<Partial<Record<SkipReason, number>>>): Markup {
  const reasons = Object.entries(skipped) as [SkipReason, number][];
  const total = reasons.reduce((sum, [, count]) => sum + count, 0);
  return total === 0
    ? html`<p>${typeset('Tous les membres des groupes choisis recevront le SMS.')}</p>`
    : html`<h2>${typeset(`${countText(total, 'personne ne le recevra', 'personnes ne le recevront')} pas`)}</h2>
<table><caption class="heard">Personnes des groupes qui ne recevront pas le SMS, par raison</caption><thead><tr><th scope="col">Raison</th><th scope="col" class="number">Personnes</th></tr></thead><tbody>${reasons.map(([reason, count]) => html`<tr><th scope="row">${skipText(reason)}</th><td class="number" data-label="Personnes">${count}</td></tr>`)}</tbody></table>`;
}

/** Not a mass mailer (ALERTES-28): said from half the limit on, blocked past it. */
function guard({ visitor, reason, faults, content }: AlertFormView, { mass }: PreviewView): Markup | undefined {
  const share = `${Math.round(mass.share * 100)} %`;
  const limit = `${Math.round(content.massShare * 100)} %`;
  if (mass.type === 'targeted') {
    return undefined;
  }
  if (mass.type === 'many') {
    return html`<p class="warn">${typeset(`Ce message touche ${share} des adhérents. L’outil sert à écrire aux personnes concernées : au-delà de ${limit}, un administrateur doit donner un motif.`)}</p>`;
  }
  const why =
    mass.why === 'all-groups'
      ? `Tous les groupes sont choisis (${share} des adhérents).`
      : `Ce message touche ${share} des adhérents, plus que la limite de ${limit}.`;
  return visitor.role === 'admin'
    ? html`<div class="warn"><p>${typeset(`${why} L’outil n’est pas fait pour écrire à tout le monde : dites pourquoi celui-ci doit partir.`)}</p>${reasonField(reason, faults)}</div>`
    : html`<p class="fault" role="alert">${typeset(`${why} L’outil n’est pas fait pour écrire à tout le monde : choisissez moins de groupes, ou demandez à un administrateur de votre structure, qui peut l’envoyer en donnant un motif.`)}</p>`;
}

function send({ visitor }: AlertFormView, { counts, mass, twin }: PreviewView): Markup | undefined {
  if (counts.recipients === 0 || (mass.type === 'mass' && visitor.role !== 'admin')) {
    return undefined;
  }
  const same =
    twin === undefined
      ? undefined
      : html`<div class="warn"><p>${typeset('Le même message part déjà ce jour-là aux mêmes groupes :')} <a href="${alertRoutes.alerts.path}/${twin}">le voir</a>.</p><label class="choice"><input type="checkbox" name="encore" value="oui">L’envoyer quand même une deuxième fois</label></div>`;
  return html`${same}<p><button formaction="${alertRoutes.alertCreation.path}" name="action" value="programmer">${typeset(`Programmer l’envoi à ${countText(counts.recipients, 'personne', 'personnes')}`)}</button></p>`;
}
