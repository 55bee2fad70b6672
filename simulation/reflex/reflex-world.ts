import type { CampaignForecast } from '../../domain/forecast/campaign-forecast.ts';
import type { Questionnaire } from '../../domain/questionnaire/questionnaire.ts';
import type { LocalCloud } from '../../local/index.ts';
import type { Browser } from './browser.ts';
import type { OnTheLine } from './conversation.ts';
import type { ReflexDiary } from './reflex-diary.ts';
import type { RegisteredPerson } from './registered-person.ts';

/** What everybody in a cycle of calls shares: the running centre, who is on which line, what was lived. */
export interface ReflexWorld {
  readonly cloud: LocalCloud;
  readonly seed: number;
  readonly programme: string;
  readonly crisis: string;
  /** Number of the campaign, E.164: the one shown to people, and the one they ring back. */
  readonly number: string;
  readonly timeZone: string;
  readonly dayParts: readonly { readonly code: string; readonly from: string; readonly to: string }[];
  readonly forecast: CampaignForecast;
  readonly questionnaire: Questionnaire;
  /** Cells of the City that take referrals in hand. */
  readonly cells: readonly string[];
  readonly browser: Browser;
  readonly onTheLine: OnTheLine;
  readonly diary: ReflexDiary;
  readonly people: readonly RegisteredPerson[];
}
