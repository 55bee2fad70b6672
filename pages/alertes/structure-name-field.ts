import { typeset } from '../../domain/report/french.ts';
import { html, type Markup } from '../html.ts';

/** Name of a structure, as it is typed when it is created and when it is renamed. */
export function structureNameField(value: string, fault: string | undefined): Markup {
  return html`<div class="field"><label for="name">Nom de la structure</label><span class="hint" id="name-hint">${typeset('Tel que ses adhérents le connaissent : il est repris dans les SMS.')}</span>
<input id="name" name="name" required maxlength="80" autocomplete="organization" aria-describedby="name-hint${fault === undefined ? '' : ' name-fault'}" value="${value}"${fault === undefined ? undefined : html` aria-invalid="true"`}>${fault === undefined ? undefined : html`<p class="fault" id="name-fault" role="alert">${typeset(fault)}</p>`}</div>`;
}
