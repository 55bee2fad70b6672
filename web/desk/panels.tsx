import type { ComponentType } from 'react';

/** What a panel beside the call is told of it. */
export interface DeskPanelProps {
  readonly programme: string;
  readonly timeZone: string;
  /** Absent between calls. */
  readonly contactId?: string;
  readonly scheme?: string;
  readonly attemptId?: string;
  readonly personId?: string;
}

/** A tab of the right column, for programmes that have such content. */
export interface DeskPanel {
  readonly id: string;
  /** French. */
  readonly title: string;
  readonly component: ComponentType<DeskPanelProps>;
}

/** Tabs beside the call, in this order. */
export const deskPanels: readonly DeskPanel[] = [];
