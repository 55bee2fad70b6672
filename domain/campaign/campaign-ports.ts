import type { Content } from '../content/content.ts';
import type { Journal } from '../journal/journal.ts';
import type { Register } from '../recipient/register.ts';
import type { CampaignRegister } from './campaign-register.ts';

/** What keeps campaigns going. */
export interface CampaignPorts {
  readonly campaigns: CampaignRegister;
  readonly register: Register;
  /** Invented people, for exercises (REFLEX-11). */
  readonly drillRegister: Register;
  readonly content: Content;
  readonly journal: Pick<Journal, 'append'>;
}
