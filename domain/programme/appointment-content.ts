import type { AppointmentRules } from '../appointment/appointment-rules.ts';
import type { CaseFile } from '../case/case-file.ts';

/** What a programme that gives appointments has beside. */
export interface AppointmentContent {
  readonly appointmentRules: AppointmentRules;
  /** Invented files, for a deployment that cannot ask the client's software. */
  readonly caseFiles: readonly CaseFile[];
}
