import type { AttemptPolicy } from '../attempt/attempt-policy.ts';
import type { CampaignForecast } from '../forecast/campaign-forecast.ts';
import type { OrderStaffing } from '../forecast/order-forecast.ts';

/** A kind of campaign, as data: another crisis is another one of these, without code or deployment (REFLEX-10). */
export interface CampaignType {
  /** Lowercase letters and digits: begins the ids of its campaigns. */
  readonly code: string;
  /** French, e.g. « Canicule ». */
  readonly label: string;
  /** Plan whose level arms it, and from which level. Absent where orders start it. */
  readonly crisis?: string;
  readonly triggerLevel?: number;
  /** Started by orders, each with its lists and its deadline (SAMPS-32): who works on them. Absent where a level arms it. */
  readonly ordered?: OrderStaffing;
  /** People are handed to it one by one as they are due, each with a time of their own: it has neither start nor end. Absent where a level or orders start it. */
  readonly fed?: true;
  /** Questionnaire passed, by id. Absent = what the agent says of the call tells all. */
  readonly questionnaire?: string;
  /** Script followed, by id, with the closed list of what comes of it. */
  readonly script?: string;
  readonly policy: AttemptPolicy;
  /** A cycle lasts this long, whatever its progress. Absent: there is one, which lasts until the deadline of its order. */
  readonly cycleHours?: number;
  /** First call at the latest this long after activation, or at the next opening (REFLEX-02, A-08). */
  readonly startWithinHours: number;
  /** Who was reached is not called again sooner, even in the next cycle. */
  readonly restartNoSoonerThanHours: number;
  /** Scheme of the programme whose queue takes the calls, where the person's file names none. */
  readonly scheme: string;
  /** `preview`: an agent asks for the next person, reads, then has them dialled. */
  readonly mode: 'progressive' | 'preview';
  readonly pacing: Pacing;
  /** What its cycles are forecast from (REFLEX-31, REFLEX-17). Absent = nobody can say before they are tried. */
  readonly forecast?: CampaignForecast;
  /** E.164 number shown to people: the same for the whole campaign (REFLEX-34). Absent = the queue's. */
  readonly callerIdNumber?: string;
  readonly texts: {
    /** Heard when the person answers, before an agent is on the line: who calls and why. */
    readonly announcement: string;
    /** Heard when they ring back. */
    readonly ringBack: string;
  };
}

/** How many are dialled at once (design decision 8). */
export interface Pacing {
  /** Dials in flight for each agent who is free or about to be. */
  readonly ratio: number;
  /** An agent longer than this in after-call work is about to be free. */
  readonly afterCallMedianSeconds: number;
  /** Nobody is dialled while more callers than this wait. */
  readonly waitingThreshold: number;
}
