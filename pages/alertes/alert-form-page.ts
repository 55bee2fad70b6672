import { alertRoutes } from '../../contracts/alert-routes.ts';
import type { AlertFaults, TypedAlert } from '../../domain/alert/alert-form.ts';
import { alertPlaces, nameInTexts, stopEnding } from '../../domain/alert/alert-text.ts';
import type { MassJudgement } from '../../domain/alert/mass-guard.ts';
import type { AlertPreview, TextPreview } from '../../domain/alert/preview-alert.ts';
import type { MemberGroup } from '../../domain/member/member.ts';
import type { AlertContent } from '../../domain/programme/alert-content.ts';
import { typeset } from '../../domain/report/french.ts';
import { html, type Markup } from '../html.ts';
import { alertCounterScript } from './alert-counter-script.ts';
import { described, faultOf } from './alert-fields.ts';
import { alertPreviewSection } from './alert-preview-section.ts';
import { countText, dollarText } from './alert-words.ts';
import { type AlertPage, type AlertVisitor, alertPage } from './frame.ts';

export interface AlertFormView {
  readonly visitor: AlertVisitor;
  readonly content: Pick<AlertContent, 'categories' | 'templates' | 'massShare'>;
  readonly groups: readonly (MemberGroup & { readonly size?: number })[];
  readonly typed: TypedAlert;
  readonly faults: AlertFaults;
  /** Hidden: a double click is one sending. */
  readonly operation: string;
  readonly version: number;
  readonly reusedFrom?: string;
  /** It was scheduled already, and is changed before it leaves. */
  readonly edits: boolean;
  readonly structureName: string;
  readonly linkLength: number;
  readonly pricePerPart: number;
  /** What the text takes, as the server counts it; absent while there is none. */
  readonly text?: TextPreview;
  /** After « Voir l'aperçu ». */
  readonly preview?: PreviewView;
  /** Two instants that one hour of that night may be, ISO. */
  readonly twice?: readonly [string, string];
  readonly timeZone: string;
  readonly reason?: string;
}

export interface PreviewView {
  readonly counts: AlertPreview;
  readonly mass: MassJudgement;
  /** ISO instant at which it would leave: the first hour that is not quiet. */
  readonly leavesAt: string;
  readonly isMoved: boolean;
  /** The same text goes to the same groups that day: id of that alert. */
  readonly twin?: string;
}

/** Writing a message to groups: everything on one page, checked and counted before anything is sent (ALERTES-06, -07, -23, -28). */
export function alertFormPage(view: AlertFormView): AlertPage {
  const { visitor, preview, operation, version, reusedFrom, edits } = view;
  const count = Object.keys(view.faults).length;
  return alertPage({
    title: preview !== undefined ? 'Vérifier avant l’envoi' : edits ? 'Modifier le message' : 'Écrire un message',
    visitor,
    active: 'messages',
    script: alertCounterScript,
    body: html`${count === 0 ? undefined : html`<p class="fault" role="alert">${typeset(`Rien n’est programmé : ${countText(count, 'point est à corriger', 'points sont à corriger')} ci-dessous.`)}</p>`}
<form method="post" action="${alertRoutes.alertPreview.path}">
<button class="heard" tabindex="-1" aria-hidden="true">Voir l’aperçu</button>
<input type="hidden" name="operation" value="${operation}"><input type="hidden" name="version" value="${version}">${reusedFrom === undefined ? undefined : html`<input type="hidden" name="reprise" value="${reusedFrom}">`}${edits ? html`<input type="hidden" name="modifie" value="oui">` : undefined}
${preview === undefined ? undefined : alertPreviewSection(view, preview)}
${fields(view)}
<ul class="actions"><li><button${preview === undefined ? undefined : html` class="second"`}>Voir l’aperçu</button></li>${edits ? html`<li><a class="button second" href="${alertRoutes.alerts.path}/${operation.replaceAll('-', '')}">Ne rien changer</a></li>` : html`<li><button class="second" formaction="${alertRoutes.alertCreation.path}" name="action" value="brouillon">Enregistrer le brouillon</button></li>`}</ul>
</form>`,
  });
}

function fields(view: AlertFormView): Markup {
  const { typed, faults, content } = view;
  const options = content.categories.map(
    ({ code, label }) =>
      html`<option value="${code}"${code === typed.category ? html` selected` : undefined}>${label}</option>`,
  );
  return html`${view.preview === undefined ? undefined : html`<h2>Modifier</h2>`}
<div class="fields"><div class="field"><label for="titre">Titre</label><span class="hint" id="titre-aide">Pour vous y retrouver : il n’est pas envoyé</span>
<input id="titre" name="titre" maxlength="120" required value="${typed.title}"${described('titre', faults.title)}>${faultOf('titre', faults.title)}</div>
<div class="field"><label for="categorie">Catégorie</label><span class="hint" id="categorie-aide">Pour trier vos messages et vos statistiques</span>
<select id="categorie" name="categorie" required${described('categorie', faults.category)}><option value="">Choisir…</option>${options}</select>${faultOf('categorie', faults.category)}</div></div>
${textField(view)}
${groupsField(view)}
${whenField(view)}`;
}

function textField({ typed, faults, structureName, linkLength, pricePerPart, text }: AlertFormView): Markup {
  const places = alertPlaces.map(
    (place) => html`<li><button type="button" class="second" hidden data-champ="{${place}}">{${place}}</button></li>`,
  );
  const counted =
    text === undefined
      ? ''
      : `${text.longest.parts} SMS par personne (${dollarText(text.dollarsEach)}), reste ${text.longest.left} caractères.`;
  return html`<div class="field"><label for="texte">Message</label><span class="hint" id="texte-aide">${typeset('Champs possibles : {prenom}, {nom}, {structure}, {date_rdv}. Le lien pour dire STOP est ajouté à la fin.')}</span>
<textarea id="texte" name="texte" rows="5" maxlength="1000" required data-structure="${nameInTexts(structureName)}" data-ending="${stopEnding}" data-link="${linkLength}" data-price="${pricePerPart}"${described('texte', faults.text)}>${typed.text}</textarea>
<ul class="actions places" aria-label="Ajouter un champ">${places}</ul>
<p class="note"><output id="compte" for="texte">${typeset(counted)}</output></p>${faultOf('texte', faults.text)}${respelling(text)}</div>`;
}

/** Offered, never made silently (COMMON-33). */
function respelling(text: TextPreview | undefined): Markup | undefined {
  if (text?.respelt === undefined) {
    return undefined;
  }
  const signs = text.suggestions.map(({ character, replacement }) => `« ${character} » par « ${replacement} »`);
  return html`<p class="note">${typeset(`Pour tenir en moins de SMS, vous pouvez remplacer ${signs.join(', ')} :`)} <q>${text.respelt}</q></p>`;
}

function groupsField({ groups, typed, faults }: AlertFormView): Markup {
  const boxes = groups.map(
    ({ groupId, name }) =>
      html`<label class="choice"><input type="checkbox" name="groupes" value="${groupId}"${typed.groups.includes(groupId) ? html` checked` : undefined}>${name}</label>`,
  );
  const none = html`<p>${typeset('Aucun groupe :')} <a href="${alertRoutes.memberGroups.path}">créez-en un</a>.</p>`;
  return html`<fieldset class="field"${described('groupes', faults.groups)}><legend>Groupes</legend><span class="hint" id="groupes-aide">Une personne dans plusieurs groupes reçoit un seul SMS</span>
${groups.length === 0 ? none : html`<div class="fields">${boxes}</div>`}${faultOf('groupes', faults.groups)}</fieldset>`;
}

function whenField({ typed, faults, twice }: AlertFormView): Markup {
  const checked = (when: TypedAlert['when']) => (typed.when === when ? html` checked` : undefined);
  return html`<fieldset class="field"><legend>Quand ?</legend>
<div class="fields"><label class="choice"><input type="radio" name="quand" value="maintenant"${checked('now')}>Dans la minute</label><label class="choice"><input type="radio" id="plus-tard" name="quand" value="plus-tard"${checked('later')}>À une date choisie</label></div>
<div class="fields" id="moment"><div class="field"><label for="jour">Jour</label><span class="hint" id="jour-aide">jj/mm/aaaa</span><input id="jour" name="jour" value="${typed.day}" inputmode="numeric" autocomplete="off" placeholder="24/12/2026"${described('jour', faults.day)}>${faultOf('jour', faults.day)}</div>
<div class="field"><label for="heure">Heure</label><span class="hint" id="heure-aide">${typeset('Heure de Paris, entre 8 h et 20 h du lundi au samedi')}</span><input id="heure" name="heure" value="${typed.time}" autocomplete="off" placeholder="09:30"${described('heure', faults.time)}>${faultOf('heure', faults.time)}</div></div>
${twice === undefined ? undefined : twoHours(faults)}</fieldset>`;
}

function twoHours(faults: AlertFaults): Markup {
  return html`<fieldset${described('laquelle', faults.fold)}><legend>Laquelle ?</legend><span class="hint" id="laquelle-aide">Cette nuit-là, les horloges reculent d’une heure</span>${faultOf('laquelle', faults.fold)}
<label class="choice"><input type="radio" name="laquelle" value="first">La première (heure d’été)</label><label class="choice"><input type="radio" name="laquelle" value="second">La seconde (heure d’hiver)</label></fieldset>`;
}
