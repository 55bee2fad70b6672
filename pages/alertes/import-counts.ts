import type { MemberImportCounts } from '../../domain/member-import/member-import.ts';
import { html, type Markup } from '../html.ts';

/** Figures of an import: what it would do, or `over`, what it did. */
export function importCounts(counts: MemberImportCounts | undefined, over: boolean): Markup | undefined {
  if (counts === undefined) {
    return undefined;
  }
  const lines: readonly (readonly [string, number])[] = [
    ['Lignes lues', counts.rows],
    [over ? 'Adhérents inscrits' : 'Adhérents à inscrire', counts.created],
    ['dont avec accord dans le fichier', counts.agreed],
    ['dont sans mobile : SMS impossible', counts.untextable],
    ['Déjà inscrits', counts.matched],
    ['dont fiche complétée', counts.completed],
    ['Lignes répétées, réunies', counts.repeated],
    ['Lignes refusées', counts.refused],
    ['Ressemblances à vérifier', counts.pairs],
    ['Valeurs en erreur', counts.faults],
  ];
  return html`<dl>${lines.map(
    ([label, value]) => html`<dt>${label}</dt><dd>${value.toLocaleString('fr-FR')}</dd>
`,
  )}</dl>`;
}
