import type { AlertFaults } from '../../domain/alert/alert-form.ts';
import { leastReason, longestReason } from '../../domain/alert/mass-guard.ts';
import { typeset } from '../../domain/report/french.ts';
import { html, type Markup } from '../html.ts';

/** The box of a reason, for an administrator of the structure (ALERTES-28). */
export function reasonField(reason: string | undefined, faults: AlertFaults): Markup {
  return html`<div class="field"><label for="motif">Motif</label><span class="hint" id="motif-aide">${typeset(`Une phrase d’au moins ${leastReason} caractères, gardée avec votre nom`)}</span>
<input id="motif" name="motif" maxlength="${longestReason}" value="${reason ?? ''}"${described('motif', faults.reason)}>${faultOf('motif', faults.reason)}</div>`;
}

/** Ties a field to its hint, and to what is wrong with it. */
export function described(name: string, faults: readonly string[] | undefined): Markup {
  return faults === undefined
    ? html` aria-describedby="${name}-aide"`
    : html` aria-describedby="${name}-aide ${name}-faute" aria-invalid="true"`;
}

export function faultOf(name: string, faults: readonly string[] | undefined): Markup | undefined {
  return faults === undefined ? undefined : html`<p class="fault" id="${name}-faute">${typeset(faults.join(' '))}</p>`;
}
