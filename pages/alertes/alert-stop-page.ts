import { typeset } from '../../domain/report/french.ts';
import { html } from '../html.ts';
import { type AlertPage, type AlertVisitor, alertPage } from './frame.ts';

export interface AlertStopView {
  readonly visitor: AlertVisitor;
  /** Of whoever wrote; absent when the link opens nothing. */
  readonly structureName?: string;
  readonly isDone: boolean;
}

/** Where the link of a message leads: one button, no account, nothing about whoever opens it (ALERTES-31, ALERTES-35). */
export function alertStopPage({ visitor, structureName, isDone }: AlertStopView): AlertPage {
  if (structureName === undefined) {
    return alertPage({
      title: 'Ce lien ne s’ouvre pas',
      visitor,
      body: html`<p>${typeset('Il est incomplet, ou trop ancien. Recopiez-le en entier depuis le SMS, ou dites à votre centre social que vous ne voulez plus de SMS.')}</p>`,
    });
  }
  return isDone
    ? alertPage({
        title: 'C’est noté',
        visitor,
        body: html`<p role="status">${typeset(`Vous ne recevrez plus de SMS de ${structureName}.`)}</p>
<p>${typeset('Un SMS parti il y a quelques instants peut encore arriver. Pour en recevoir de nouveau, dites-le à votre centre social.')}</p>`,
      })
    : alertPage({
        title: 'Ne plus recevoir de SMS',
        visitor,
        body: html`<p>${typeset(`Vous ne recevrez plus aucun SMS de ${structureName} sur ce téléphone, ni messages ni rappels.`)}</p>
<form method="post"><p><button>Ne plus recevoir de SMS</button></p></form>
<p class="note">${typeset('Vous restez inscrit au centre social, et vos autres démarches ne changent pas.')}</p>`,
      });
}
