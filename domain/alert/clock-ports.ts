import type { Content } from '../content/content.ts';
import type { Journal } from '../journal/journal.ts';
import type { Links, LinkTokens } from '../link/links.ts';
import type { MessageRegister } from '../message/message-register.ts';
import type { StructureAlerts } from './alert-ports.ts';
import type { AlertQueue } from './alert-register.ts';

/** What having messages leave takes: each structure's own stores are opened from what the queue names, one structure at a time. */
export interface AlertClockPorts {
  readonly queue: AlertQueue;
  readonly content: Content;
  readonly journal: Pick<Journal, 'append'>;
  readonly messages: MessageRegister;
  readonly links: { readonly tokens: LinkTokens; readonly links: Pick<Links, 'open' | 'find'> };
  /** Undefined when the structure is no more. */
  readonly structure: (structure: string) => Promise<StructureAlerts | undefined>;
}
