import { type ComponentType, lazy } from 'react';
import type { SessionProgramme } from '../../contracts/session.ts';

export interface SupervisionTabProps {
  readonly programme: SessionProgramme;
}

/** A page beside the day, for the programmes that have such content. */
export interface SupervisionTab {
  /** Also the `#…` of the page's address. */
  readonly id: string;
  /** French. */
  readonly label: string;
  readonly component: ComponentType<SupervisionTabProps>;
  /** @default everyone whom the page shows to */
  readonly isFor?: (programme: SessionProgramme) => boolean;
}

/** Tabs after « Journée », in this order. */
export const supervisionTabs: readonly SupervisionTab[] = [
  {
    id: 'campagnes',
    label: 'Campagnes',
    component: lazy(() => import('../campaigns/campaigns-panel.tsx')),
    isFor: ({ campaigns }) => campaigns === true,
  },
  { id: 'alertes', label: 'Alertes', component: lazy(() => import('../watch/alerts-panel.tsx')) },
  { id: 'effectifs', label: 'Effectifs', component: lazy(() => import('../staffing/staffing-panel.tsx')) },
  { id: 'questions', label: 'Questions', component: lazy(() => import('../questions/questions-panel.tsx')) },
  {
    id: 'questionnaires',
    label: 'Questionnaires',
    component: lazy(() => import('../questionnaires/questionnaires-panel.tsx')),
    isFor: ({ pages = [] }) => pages.some(({ path }) => path.startsWith('/questionnaires/')),
  },
  { id: 'reglages', label: 'Réglages', component: lazy(() => import('../settings/settings-panel.tsx')) },
  { id: 'documents', label: 'Documents', component: lazy(() => import('../documents/documents-panel.tsx')) },
];
