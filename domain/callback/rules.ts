import type { ProgrammeCalendar } from '../calendar/calendar.ts';
import type { CallbackPolicy } from '../programme/programme.ts';

/** What decides the next step beside the facts: content in force. */
export interface Rules {
  readonly calendar: ProgrammeCalendar;
  readonly callbackPolicy: CallbackPolicy;
}
