/** What EventBridge Scheduler gives to functions. Imports nothing. */
export interface ScheduledEvent {
  readonly schedule: ScheduleKind;
  readonly programme: string;
  /**
   * When the schedule was due, filled by Scheduler: ISO instant UTC with or without milliseconds (e.g. `2025-07-04T05:30:00Z`).
   * The only time a scheduled function may take decisions from (design decision 6): a late retry acts for the moment it was due.
   */
  readonly scheduledTime: string;
  /** Never given by Scheduler: a person who re-issues a report names its local day (`2025-07-04`) or ISO week (`2025-W27`). */
  readonly period?: string;
}

export type ScheduleKind =
  | 'callback-tick'
  | 'campaign-tick'
  | 'cycle-report'
  | 'daily-report'
  | 'weekly-report'
  | 'referral-tick'
  | 'follow-up-tick'
  | 'intake-tick'
  | 'dashboard-report'
  | 'pack-report'
  | 'message-tick'
  | 'retention-tick'
  | 'alert-tick'
  | 'watch-tick';

/** Scheduler replaces this with the due time when it invokes the target (a context attribute of EventBridge Scheduler). */
export const scheduledTimePlaceholder = '<aws.scheduler.scheduled-time>';
