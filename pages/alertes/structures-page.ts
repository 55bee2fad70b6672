import { alertRoutes } from '../../contracts/alert-routes.ts';
import type { Structure } from '../../domain/structure/structure.ts';
import { html } from '../html.ts';
import { type AlertPage, type AlertVisitor, alertPage } from './frame.ts';
import { structureNameField } from './structure-name-field.ts';

export interface StructuresView {
  readonly visitor: AlertVisitor;
  readonly structures: readonly { readonly structure: Structure; readonly accesses: number }[];
  /** Of the form: the same twice is one structure. */
  readonly operation: string;
  /** What was wrong with the name typed. */
  readonly fault?: string;
  readonly typed?: string;
  readonly notice?: string;
}

/** Every structure, for general administrators (ALERTES-02, ALERTES-37). */
export function structuresPage({ visitor, structures, operation, fault, typed, notice }: StructuresView): AlertPage {
  const rows = structures.map(
    ({ structure, accesses }) =>
      html`<tr><th scope="row"><a href="${alertRoutes.structure.path.replace('{structure}', structure.id)}">${structure.name}</a></th><td data-label="Accès actifs" class="number">${accesses}</td></tr>`,
  );
  const list =
    rows.length === 0
      ? html`<p>Aucune structure pour l’instant.</p>`
      : html`<table><thead><tr><th scope="col">Structure</th><th scope="col" class="number">Accès actifs</th></tr></thead><tbody>${rows}</tbody></table>`;
  return alertPage({
    title: 'Structures et utilisateurs',
    visitor,
    active: 'structures',
    ...(notice === undefined ? {} : { notice }),
    body: html`${list}
<h2>Créer une structure</h2>
<form method="post" action="${alertRoutes.structureCreation.path}">
<input type="hidden" name="operation" value="${operation}">
${structureNameField(typed ?? '', fault)}
<button>Créer la structure</button>
</form>`,
  });
}
