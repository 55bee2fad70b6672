import type { AlertState, SkipReason } from '../../domain/alert/alert.ts';
import type { FollowedLine, RecipientState } from '../../domain/alert/follow-alert.ts';
import { localIso } from '../../domain/calendar/local-time.ts';
import { longDay } from '../../domain/report/french.ts';

const skipped: Readonly<Record<Extract<RecipientState, { type: 'skipped' }>['reason'], string>> = {
  stopped: 'Désinscrit (STOP)',
  'no-consent': 'Sans accord',
  'no-number': 'Sans numéro',
  landline: 'SMS impossible (numéro fixe)',
  'no-sender': 'Numéro étranger',
  'same-number': 'Même numéro qu’une autre personne, qui reçoit le SMS',
  'no-date': 'Sans date à venir',
  withdrawn: 'Annulé avant le départ',
  expired: 'Trop tard pour partir',
  'bad-number': 'Numéro refusé auparavant',
  erased: 'Fiche supprimée',
};

const causes: Readonly<Record<string, string>> = {
  invalid: 'numéro invalide',
  unreachable: 'téléphone injoignable',
  carrier_unreachable: 'opérateur injoignable',
  ttl_expired: 'téléphone éteint trop longtemps',
  blocked: 'bloqué par l’opérateur',
  carrier_blocked: 'bloqué par l’opérateur',
  spam: 'pris pour un envoi indésirable',
  protect_blocked: 'numéro protégé',
  invalid_message: 'message refusé',
  unwritable: 'message impossible à écrire',
};

export function skipText(reason: Extract<RecipientState, { type: 'skipped' }>['reason'] | SkipReason): string {
  return skipped[reason];
}

export interface StateText {
  readonly text: string;
  /** Class of the style sheet. */
  readonly tone: 'good' | 'wait' | 'bad';
}

/** Where the message of one person is, in words (ALERTES-06). */
export function stateText(state: RecipientState): StateText {
  switch (state.type) {
    case 'planned':
      return { text: 'Prévu', tone: 'wait' };
    case 'sent':
      return { text: 'Envoyé', tone: 'wait' };
    case 'delivered':
      return { text: 'Reçu', tone: 'good' };
    case 'undetermined':
      return { text: 'Indéterminé', tone: 'wait' };
    case 'failed':
      return { text: `Échec : ${causes[state.cause] ?? 'refusé'}`, tone: 'bad' };
    default:
      return { text: skipText(state.reason), tone: state.reason === 'stopped' ? 'bad' : 'wait' };
  }
}

/** Where an alert is. `lines`: what became of its messages, once they are known. */
export function alertStateText(state: AlertState, lines?: readonly FollowedLine[]): StateText {
  switch (state) {
    case 'draft':
      return { text: 'Brouillon', tone: 'wait' };
    case 'scheduled':
      return { text: 'Programmé', tone: 'wait' };
    case 'held':
      return { text: 'Retenu', tone: 'bad' };
    case 'withdrawing':
    case 'cancelled':
      return { text: 'Annulé', tone: 'bad' };
    default: {
      const isOver = lines?.every(({ state: { type } }) => type !== 'planned') ?? true;
      return isOver ? { text: 'Envoyé', tone: 'good' } : { text: 'En cours d’envoi', tone: 'wait' };
    }
  }
}

/** « lundi 23 novembre 2026 à 10 h 05 », in the zone. */
export function momentText(at: string, timeZone: string): string {
  const local = localIso(timeZone, at);
  return `${longDay(local.slice(0, 10))} à ${hourText(local.slice(11, 16))}`;
}

/** « 9 h 05 ». */
export function hourText(time: string): string {
  const [hour = '', minute = ''] = time.split(':');
  return `${Number(hour)} h${minute === '00' ? '' : ` ${minute}`}`;
}

/** « 1,23 $ » : the provider's prices are in US dollars. */
export function dollarText(dollars: number): string {
  return `${dollars.toFixed(dollars < 1 ? 3 : 2).replace('.', ',')} $ US`;
}

export function countText(count: number, one: string, many: string): string {
  return `${new Intl.NumberFormat('fr-FR').format(count)} ${count < 2 ? one : many}`;
}
