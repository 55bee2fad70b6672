import type { BoardCampaign, BoardCycle } from '../../contracts/campaign-board.ts';

/** « lundi 6 juillet à 09:00 », by the clock of the programme. */
export function moment(at: string, timeZone: string): string {
  const day = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', timeZone });
  const time = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone });
  return `${day.format(new Date(at))} à ${time.format(new Date(at))}`;
}

/** « 06/07 09:00 ». */
export function shortMoment(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('fr-FR', {
    ...{ day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit', timeZone },
  }).format(new Date(at));
}

/** « depuis 2 h 05 », since an instant. */
export function since(at: string, now: string): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(at)) / 60_000));
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes}\u202fmin` : `${hours}\u202fh\u00a0${String(minutes % 60).padStart(2, '0')}`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${new Intl.NumberFormat('fr-FR').format(count)}\u00a0${count < 2 ? one : many}`;
}

/** « Canicule, niveau 3 », « Renouvellements de juillet ». */
export function nameOf({ label, order, level, drill, state }: BoardCampaign): string {
  if (order !== undefined) return order.name;
  const named = state === 'over' ? label : `${label}, niveau ${level}`;
  return drill ? `${named} (exercice)` : named;
}

export interface Standing {
  readonly type: 'loading' | 'in-progress' | 'stopped' | 'success';
  readonly text: string;
}

/** What a campaign is doing, for whoever looks at it. */
export function standingOf({ state, stop, cycles, order }: BoardCampaign): Standing {
  const cycle = cycles.at(-1);
  if (state === 'over') return { type: 'stopped', text: stop?.choice === 'now' ? 'Arrêtée' : 'Terminée' };
  if (cycle?.state === 'loading') return { type: 'loading', text: 'Chargement des personnes' };
  if (state === 'stopping') {
    return stop?.choice === 'now'
      ? { type: 'loading', text: 'Arrêt en cours' }
      : { type: 'in-progress', text: 'Dernier cycle en cours' };
  }
  return {
    type: 'in-progress',
    text: cycle === undefined || order !== undefined ? 'En cours' : `Cycle ${cycle.n} en cours`,
  };
}

export const cycleStates: Readonly<Record<BoardCycle['state'], string>> = {
  loading: 'Chargement des personnes',
  ready: 'En cours',
  closing: 'Se ferme',
  ended: 'Terminé',
};
