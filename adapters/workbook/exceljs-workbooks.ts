import type { Workbook } from 'exceljs';
import type { IssueStamp } from '../../domain/report/report-issue.ts';
import type { CycleWorkbooks, DashboardWorkbooks, Workbooks } from '../../domain/report/workbooks.ts';
import { fillCycle } from './cycle-workbook.ts';
import { fillDaily } from './daily-workbook.ts';
import { fillDashboard } from './dashboard-workbook.ts';
import { fillPack } from './pack-workbook.ts';
import { stabiliseZip } from './stable-zip.ts';
import { fillWeekly } from './weekly-workbook.ts';

/** Workbooks written by exceljs, loaded on first use: 6 MB that only report functions pay for. */
export function exceljsWorkbooks(): Workbooks & CycleWorkbooks & DashboardWorkbooks {
  return {
    daily: (report, stamp) => write(stamp, (workbook) => fillDaily(workbook, report, stamp)),
    cycle: (report, stamp) => write(stamp, (workbook) => fillCycle(workbook, report, stamp)),
    dashboard: (report, stamp) => write(stamp, (workbook) => fillDashboard(workbook, report, stamp)),
    pack: (report, stamp) => write(stamp, (workbook) => fillPack(workbook, report, stamp)),
    weekly: (report, stamp) => write(stamp, (workbook) => fillWeekly(workbook, report, stamp)),
  };
}

async function write(stamp: IssueStamp, fillSheets: (workbook: Workbook) => void): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = 'Permanence';
  workbook.lastModifiedBy = 'Permanence';
  workbook.created = new Date(stamp.generatedAt);
  workbook.modified = new Date(stamp.generatedAt);
  // Results are written beside the formulas; recalculating on load makes Excel check them.
  workbook.calcProperties.fullCalcOnLoad = true;
  fillSheets(workbook);
  return stabiliseZip(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
