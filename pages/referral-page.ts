import type { RecipientProfile } from '../domain/recipient/profile.ts';
import type { ReferralView } from '../domain/referral/referral-view.ts';
import { shortDay, shortMoment, typeset } from '../domain/report/french.ts';
import { html, type Markup } from './html.ts';
import { page } from './layout.ts';

export interface ReferralPageOptions {
  /** French name of the cell. */
  readonly cell: string;
  readonly timeZone: string;
  readonly view: ReferralView;
  /** Absent when the person was erased since. */
  readonly profile: RecipientProfile | undefined;
  readonly outcomes: readonly { readonly code: string; readonly label: string }[];
  readonly listPath: string;
  /** Where the forms are sent. */
  readonly answerPath: string;
  readonly userName: string;
  readonly signOutPath: string;
}

/** One referral: the person, where they are and how to get in, why, and the two things to do about it (REFLEX-18). */
export function referralPage(options: ReferralPageOptions): string {
  const { cell, timeZone, view, profile, outcomes, listPath, answerPath, userName, signOutPath } = options;
  const content = html`<p><a class="back" href="${listPath}">Tous les signalements de la cellule</a></p>
${view.isExercise ? html`<p role="alert">${typeset('EXERCICE : cette personne n’existe pas, ne déclenchez rien.')}</p>` : undefined}
${facts('Pourquoi', [
  ['Niveau', view.levelLabel],
  ['Motifs', typeset(view.reasons.join(' ; '))],
  ['Score', view.score === undefined ? undefined : String(view.score)],
  ['Créé le', shortMoment(timeZone, view.createdAt)],
  ['Réponses données par', view.byThirdParty ? 'un proche ou un aidant' : undefined],
  ['Pris en charge', view.acknowledged && `${shortMoment(timeZone, view.acknowledged.at)} par ${view.acknowledged.by}`],
  [
    'Clos',
    view.closed &&
      `${shortMoment(timeZone, view.closed.at)} par ${view.closed.by} : ${outcomeOf(view.closed.outcome, outcomes)}`,
  ],
])}
${profile === undefined ? html`<h2>La personne</h2><p>Cette personne a été effacée du registre.</p>` : person(profile)}
${view.state === 'new' ? acknowledgeForm(answerPath) : undefined}
${view.state === 'closed' ? undefined : closeForm(answerPath, outcomes)}`;
  return page({ title: `Signalement : ${cell}`, content, userName, signOutPath });
}

function person(profile: RecipientProfile): Markup {
  const { helper, birthDate } = profile;
  const civility = profile.civility === undefined ? '' : profile.civility === 'M' ? 'M. ' : 'Mme ';
  const place = [profile.address, [profile.postcode, profile.city].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ');
  const helped = helper && [helper.name, helper.relation, helper.phone].filter(Boolean).join(', ');
  return facts('La personne', [
    ['Nom', `${civility}${profile.lastName.toLocaleUpperCase('fr')} ${profile.firstName}`],
    ['Né·e le', birthDate === undefined ? undefined : shortDay(birthDate)],
    ['Adresse', place],
    ['Code d’accès', profile.accessCode],
    ['Téléphones', profile.phones.length === 0 ? undefined : html`${profile.phones.map(phoneLink)}`],
    ['Vit seul·e', yesNo(profile.livesAlone)],
    ['Téléalarme', yesNo(profile.teleAlarm)],
    ['Aidant à prévenir', helped],
  ]);
}

/** What is not known is not shown. */
function facts(
  title: string,
  lines: readonly (readonly [label: string, value: string | Markup | undefined])[],
): Markup {
  const known = lines.flatMap(([label, value]) => (value ? [html`<dt>${label}</dt><dd>${value}</dd>\n`] : []));
  return html`<h2>${title}</h2>
<dl>${known}</dl>`;
}

function acknowledgeForm(path: string): Markup {
  return html`<form method="post" action="${path}"><input type="hidden" name="action" value="acknowledge"><p><button>Prendre en charge</button></p></form>`;
}

function closeForm(path: string, outcomes: ReferralPageOptions['outcomes']): Markup {
  return html`<h2>Clôturer</h2>
<form method="post" action="${path}"><input type="hidden" name="action" value="close">
<fieldset><legend>Qu’en est-il ?</legend>
${outcomes.map(({ code, label }) => html`<label class="choice"><input type="radio" name="outcome" value="${code}" required> ${label}</label>\n`)}
</fieldset>
<p><button>Clôturer le signalement</button></p></form>`;
}

function outcomeOf(code: string, outcomes: ReferralPageOptions['outcomes']): string {
  return outcomes.find((one) => one.code === code)?.label ?? code;
}

/** Rung at a touch from a telephone. */
function phoneLink({ e164 }: RecipientProfile['phones'][number]): Markup {
  return html`<a class="back" href="tel:${e164}">${e164}</a> `;
}

function yesNo(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? 'oui' : 'non';
}
