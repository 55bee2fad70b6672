import type { DeskTextOutcome } from '../../contracts/desk-text.ts';
import type { DropReason, Message } from '../message/message.ts';
import { messageStateOf } from '../message/message-state.ts';

const reasons: Readonly<Record<DropReason, string>> = {
  stopped: 'la personne a arrêté les SMS de ce service',
  'no-consent': 'la personne n’a pas donné son accord',
  landline: 'ce numéro n’est pas un mobile',
  'no-number': 'aucun numéro n’est connu',
  'bad-number': 'ce numéro ne reçoit pas de SMS',
  'no-sender': 'aucun SMS ne part vers ce pays',
  expired: 'l’heure d’envoi est passée',
  withdrawn: 'l’envoi a été annulé',
  'unknown-person': 'la personne n’est plus connue',
};

/** What became of a text that an agent had sent, as they read it. Undefined = nothing was decided yet. */
export function stateOfDeskText(message: Message | undefined): DeskTextOutcome {
  const state = message === undefined ? 'planned' : messageStateOf(message);
  switch (state) {
    case 'planned':
      return { state, words: 'En attente d’envoi', final: false };
    case 'sending':
      return { state, words: 'Envoyé, pas encore reçu', final: false };
    case 'sent':
      return { state, words: 'Envoyé', final: false };
    case 'delivered':
      return { state, words: 'Reçu sur le téléphone', final: true };
    case 'failed':
      return { state, words: 'Non reçu : lisez le texte à la personne', final: true };
    case 'undetermined':
      return { state, words: 'Envoi incertain : demandez à la personne si elle l’a reçu', final: false };
    default:
      return { state, words: `Non envoyé : ${reasons[message?.dropped?.reason ?? 'withdrawn']}`, final: true };
  }
}
