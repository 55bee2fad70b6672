import { typeset } from '../../domain/report/french.ts';
import type { Account } from '../../domain/structure/structure.ts';
import { html, type Markup } from '../html.ts';
import { type AlertPage, type AlertSection, type AlertVisitor, alertPage } from './frame.ts';
import { structureNameField } from './structure-name-field.ts';

/** What was typed in the form of an access, and what was wrong with it. */
export interface AccessTyped {
  readonly displayName: string;
  readonly email: string;
  readonly role: string;
  readonly fault: string;
}

/** What the structure is called, what was typed instead, and what was wrong with it. */
export interface StructureNaming {
  readonly path: string;
  readonly name: string;
  readonly typed?: string;
  readonly fault?: string;
}

export interface AccessesView {
  readonly title: string;
  readonly visitor: AlertVisitor;
  readonly active: AlertSection;
  readonly accounts: readonly Account[];
  /** Path of the form that gives an access; that of one is `<path>/<user name>`. */
  readonly path: string;
  readonly operation: string;
  /** Also administrators, as general ones may; those of a structure give access to users. */
  readonly anyRole: boolean;
  /** The form that renames the structure, for general administrators. */
  readonly naming?: StructureNaming;
  readonly typed?: AccessTyped;
  readonly notice?: string;
}

/** Who may act in one structure, and the form that invites one more (ALERTES-02, ALERTES-03). */
export function accessesPage(view: AccessesView): AlertPage {
  const { title, visitor, active, accounts, notice } = view;
  return alertPage({
    title,
    visitor,
    active,
    ...(notice === undefined ? {} : { notice }),
    body: html`${accounts.length === 0 ? html`<p>Aucun accès pour l’instant.</p>` : table(view)}
<h2>Créer un accès</h2>
${form(view)}
${view.naming === undefined ? undefined : namingForm(view.naming)}`,
  });
}

function table(view: AccessesView): Markup {
  const rows = view.accounts.map(
    (account) =>
      html`<tr><th scope="row">${account.displayName}</th><td data-label="Courriel">${account.email}</td><td data-label="Rôle">${roleName(account.role)}</td><td data-label="État">${state(account)}</td><td>${step(account, view)}</td></tr>`,
  );
  return html`<table><thead><tr><th scope="col">Personne</th><th scope="col">Courriel</th><th scope="col">Rôle</th><th scope="col">État</th><th scope="col"><span class="heard">Action</span></th></tr></thead><tbody>${rows}</tbody></table>`;
}

function roleName(role: Account['role']): string {
  return role === 'admin' ? 'Administrateur de la structure' : 'Utilisateur';
}

function state({ disabledAt }: Account): Markup {
  return disabledAt === undefined ? html`<span class="good">Actif</span>` : html`<span class="bad">Désactivé</span>`;
}

function step(
  { userName, displayName, disabledAt, role }: Account,
  { path, anyRole }: AccessesView,
): Markup | undefined {
  if (role === 'admin' && !anyRole) {
    return undefined;
  }
  const [action, label, look] =
    disabledAt === undefined ? ['desactiver', 'Désactiver', 'danger'] : ['reactiver', 'Réactiver', 'second'];
  return html`<form method="post" action="${path}/${userName}"><button class="${look}" name="action" value="${action}">${label}<span class="heard"> l’accès de ${displayName}</span></button></form>`;
}

function form({ path, operation, anyRole, typed }: AccessesView): Markup {
  const roles = anyRole
    ? html`<fieldset><legend>Rôle</legend>
<label class="choice"><input type="radio" name="role" value="user"${typed?.role === 'admin' ? undefined : html` checked`}>${typeset('Utilisateur : adhérents, groupes, messages et dates')}</label>
<label class="choice"><input type="radio" name="role" value="admin"${typed?.role === 'admin' ? html` checked` : undefined}>${typeset('Administrateur de la structure : crée aussi les accès')}</label></fieldset>`
    : html`<input type="hidden" name="role" value="user">`;
  return html`<form method="post" action="${path}">
<input type="hidden" name="operation" value="${operation}">
${typed === undefined ? undefined : html`<p class="fault" role="alert">${typeset(typed.fault)}</p>`}
<div class="fields">
<div class="field"><label for="displayName">Prénom et nom</label><input id="displayName" name="displayName" required maxlength="80" autocomplete="off" value="${typed?.displayName ?? ''}"></div>
<div class="field"><label for="email">Courriel professionnel</label><input id="email" name="email" type="email" required maxlength="120" autocomplete="off" value="${typed?.email ?? ''}"></div>
</div>
${roles}
<button>Créer l’accès et envoyer l’invitation</button>
</form>`;
}

function namingForm({ path, name, typed, fault }: StructureNaming): Markup {
  return html`<h2>Renommer la structure</h2>
<form method="post" action="${path}">
<input type="hidden" name="before" value="${name}">
${structureNameField(typed ?? name, fault)}
<button class="second">Renommer la structure</button>
</form>`;
}
