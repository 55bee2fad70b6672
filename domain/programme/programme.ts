import type { TrainingCall } from '../../contracts/training.ts';
import type { WatchRule } from '../../contracts/watch.ts';
import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import type { CallingWindow } from '../calendar/calling-window.ts';
import type { AlertContent } from './alert-content.ts';
import type { AppointmentContent } from './appointment-content.ts';
import type { FollowUpContent } from './follow-up-content.ts';
import type { KnowledgeContent } from './knowledge-content.ts';
import type { MessageContent } from './message-content.ts';
import type { OutboundContent } from './outbound-content.ts';
import type { RetentionContent } from './retention-content.ts';
import type { SurveyContent } from './survey-content.ts';

/**
 * A programme is data over common engines (COMMON-01). These are seeds: a deploy adds a version of each content only when its
 * hash is new and never outranks a live edit; handlers read the version in force at the moment of the fact (design decision 15).
 */
export interface Programme extends Partial<CallContent> {
  /** Key of everything stored, and the name of its folder in `programmes/`. */
  readonly name: string;
  /** French name that people read, e.g. « SAMPS – Province Sud ». */
  readonly title: string;
  /** ISO country by which numbers typed without a country code are read, e.g. `NC`. */
  readonly defaultCountry: 'NC' | 'FR';
  readonly calendar: ProgrammeCalendar;
  /** Invented callers for agents who learn (SAMPS-45). Absent = there is no training. */
  readonly training?: readonly TrainingCall[];
  /** Holds health data: deployed alone, in a certified region of the European Economic Area (COMMON-49). Absent = no. */
  readonly hostsHealthData?: boolean;
  /** ISO countries from which its people may sign in, by the address they come from. Absent = from everywhere. */
  readonly signInCountries?: readonly string[];
  /** Campaigns, questionnaires and referrals; what serves them is deployed only where there is some. */
  readonly outbound?: OutboundContent;
  /** A protocol by which people are followed over some days; it needs `outbound`. */
  readonly followUp?: FollowUpContent;
  /** Text messages; what sends them is deployed only where there are some. */
  readonly messages?: MessageContent;
  /** Cards and places for agents; what serves them is deployed only where there are some. */
  readonly knowledge?: KnowledgeContent;
  /** Appointments on sites and by telephone; what serves them is deployed only where there are some. */
  readonly appointments?: AppointmentContent;
  /** Personal links by which questionnaires are answered alone; it needs `outbound`. What serves them is deployed only where there are some. */
  readonly survey?: SurveyContent;
  /** How long what is kept of people is kept; what takes it away is deployed only where there are such rules. */
  readonly retention?: RetentionContent;
  /** Structures that write to their members; it needs `messages`. What serves them is deployed only where there is some, in one programme at most. */
  readonly alerts?: AlertContent;
  /** What supervisors and named contacts are told of by themselves (COMMON-44); of a programme that people call. */
  readonly watchRules?: readonly WatchRule[];
}

/** What a programme that people call has beside: all of it, or none where nobody calls. */
export interface CallContent {
  readonly schemes: readonly SchemeDefinition[];
  readonly motives: readonly MotiveDefinition[];
  readonly callbackPolicy: CallbackPolicy;
  readonly texts: CallerTexts;
  /** Objective of the answer rate, 0..1 (SAMPS-05). */
  readonly answerRateObjective: number;
}

/** A programme that people call. */
export type CallProgramme = Programme & CallContent;

export function isCalled(programme: Programme): programme is CallProgramme {
  const { schemes, motives, callbackPolicy, texts, answerRateObjective } = programme;
  return [schemes, motives, callbackPolicy, texts, answerRateObjective].every((part) => part !== undefined);
}

/** Content kinds stored in the content table, each a part of the programme. */
export type ContentKind =
  | 'calendar'
  | 'schemes'
  | 'motives'
  | 'callbackPolicy'
  | 'texts'
  | 'objectives'
  | 'alerts'
  | 'contacts'
  | 'watchRules'
  | keyof OutboundContent
  | keyof FollowUpContent
  | keyof MessageContent
  | keyof Pick<AppointmentContent, 'appointmentRules'>
  | keyof Pick<KnowledgeContent, 'places'>
  | keyof SurveyContent
  | keyof RetentionContent;

export interface SchemeDefinition {
  /** e.g. `AIDE_MEDICALE`; the last one is always `NON_QUALIFIE`. */
  readonly code: string;
  /** French label, e.g. « Aide médicale ». */
  readonly label: string;
  /** Key in the menu. */
  readonly key: string;
  /** Connect queue name. */
  readonly queue: string;
}

/** Why people call (wrap-up); open list (SAMPS-19). */
export interface MotiveDefinition {
  readonly code: string;
  readonly label: string;
}

/** SAMPS-04, A-03. */
export interface CallbackPolicy {
  readonly maxAttempts: number;
  readonly minimumGapMinutes: number;
  /** The last attempt is before the end of the n-th open day after the source call's day (1 = next open day). */
  readonly deadlineOpenDays: number;
  readonly ringSeconds: number;
  /** Nobody is rung outside it, by the clock of the callee's country (COMMON-08). Absent = 08:00 to 20:00. */
  readonly callingWindow?: CallingWindow;
  /** Whoever rings again while a callback is owed to them passes before the others who wait (SAMPS-40). Absent = yes. */
  readonly owedFirst?: boolean;
}

/** What callers hear (SAMPS-43: one idea a sentence, at most 15 s a prompt). `{hours}`, `{opening}`, `{label}`, `{position}`, `{wait}` are filled by the domain. */
export interface CallerTexts {
  readonly welcome: string;
  readonly closedHours: string;
  readonly closedHoliday: string;
  readonly closedException: string;
  readonly beforePeriod: string;
  readonly afterPeriod: string;
  readonly webAddress: string;
  readonly callbackConfirmed: string;
  readonly callbackAlready: string;
  readonly callbackImpossible: string;
  readonly waitFirst: string;
  readonly waitUnknown: string;
  readonly waitPosition: string;
}
