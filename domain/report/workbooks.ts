import type { CycleReport } from '../cycle-report/cycle-report.ts';
import type { Dashboard } from '../dashboard/dashboard.ts';
import type { Pack } from '../dashboard/pack.ts';
import type { DailyReport } from './daily.ts';
import type { IssueStamp } from './report-issue.ts';
import type { WeeklyReport } from './weekly.ts';

/** Port: lays a report out as an .xlsx file. Same report and stamp: same bytes (COMMON-30). */
export interface Workbooks {
  daily(report: DailyReport, stamp: IssueStamp): Promise<Uint8Array>;
  weekly(report: WeeklyReport, stamp: IssueStamp): Promise<Uint8Array>;
}

/** Port: the same, for the report of a cycle of calls. */
export interface CycleWorkbooks {
  cycle(report: CycleReport, stamp: IssueStamp): Promise<Uint8Array>;
}

/** Port: the same, for the reports of a follow-up. */
export interface DashboardWorkbooks {
  dashboard(report: Dashboard, stamp: IssueStamp): Promise<Uint8Array>;
  pack(report: Pack, stamp: IssueStamp): Promise<Uint8Array>;
}
