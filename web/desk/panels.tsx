import { type ComponentType, lazy } from 'react';

/** What a panel beside the call is told of it. */
export interface DeskPanelProps {
  readonly programme: string;
  readonly timeZone: string;
  /** Absent between calls. */
  readonly contactId?: string;
  readonly scheme?: string;
  readonly attemptId?: string;
  readonly personId?: string;
  /** Pseudonym of the number of the person on the line; absent when it is withheld. */
  readonly numberKey?: string;
}

/** A tab of the right column, for programmes that have such content. */
export interface DeskPanel {
  readonly id: string;
  /** French. */
  readonly title: string;
  readonly component: ComponentType<DeskPanelProps>;
  /** It only reads: also for those in training. @default false */
  readonly changesNothing?: true;
}

/** Tabs beside the call, in this order. */
export const deskPanels: readonly DeskPanel[] = [
  {
    id: 'fiches',
    title: 'Fiches',
    changesNothing: true,
    component: lazy(async () => ({ default: (await import('../knowledge/cards-panel.tsx')).CardsPanel })),
  },
  {
    id: 'lieux',
    title: 'Lieux',
    changesNothing: true,
    component: lazy(async () => ({ default: (await import('../knowledge/places-panel.tsx')).PlacesPanel })),
  },
  {
    id: 'rendez-vous',
    title: 'Rendez-vous',
    component: lazy(async () => ({
      default: (await import('../appointments/appointments-panel.tsx')).AppointmentsPanel,
    })),
  },
  {
    id: 'dossier',
    title: 'Dossier',
    component: lazy(async () => ({ default: (await import('../appointments/case-panel.tsx')).CasePanel })),
  },
];
