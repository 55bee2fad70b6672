import { typeset } from '../domain/report/french.ts';
import { html } from './html.ts';
import { page } from './layout.ts';

/** The page of the link of a message, for somebody who cannot answer it: one button, nothing of who they are. `title` absent: the link opens nothing. */
export function messageStopPage({ title, isDone }: { readonly title?: string; readonly isDone: boolean }): string {
  if (title === undefined) {
    return page({
      title: 'Lien inconnu',
      content: html`<p role="alert">${typeset('Ce lien n’ouvre rien, ou il n’est plus valable. Pour ne plus recevoir de SMS, dites-le à un conseiller.')}</p>`,
    });
  }
  return isDone
    ? page({
        title: 'C’est noté',
        content: html`<p role="status">${typeset(`${title} ne vous enverra plus de SMS. Vos rendez-vous ne changent pas.`)}</p>`,
      })
    : page({
        title: 'Ne plus recevoir de SMS',
        content: html`<p>${typeset(`Vous recevez des SMS de ${title} au sujet de vos rendez-vous.`)}</p>
<form method="post"><p><button>Ne plus recevoir de SMS</button></p></form>`,
      });
}
