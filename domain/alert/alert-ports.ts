import type { AlertDates } from '../alert-date/alert-dates.ts';
import type { Content } from '../content/content.ts';
import type { Journal } from '../journal/journal.ts';
import type { MemberReads } from '../member/member-register.ts';
import type { AlertQueue, AlertRegister } from './alert-register.ts';

/** All that speaks of one structure, each made through its scope. */
export interface StructureAlerts {
  readonly programme: string;
  readonly structure: string;
  readonly structureName: string;
  readonly alerts: AlertRegister;
  readonly dates: AlertDates;
  readonly members: MemberReads;
}

/** What making and changing sendings takes. */
export interface AlertPorts extends StructureAlerts {
  readonly queue: AlertQueue;
  readonly content: Content;
  readonly journal: Pick<Journal, 'append'>;
  /** Hash of a text, the same everywhere. */
  readonly hashOf: (text: string) => string;
}

/** Who acts, and when. */
export interface Act {
  /** User name. */
  readonly by: string;
  /** As colleagues call them. */
  readonly author: string;
  readonly role: 'admin' | 'user';
  /** ISO instant. */
  readonly at: string;
}
