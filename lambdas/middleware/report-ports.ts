import { createHash } from 'node:crypto';
import { snsContactNoticesOf } from '../../adapters/sns-contact-notices.ts';
import { exceljsWorkbooks } from '../../adapters/workbook/exceljs-workbooks.ts';
import { env } from '../../contracts/env.ts';
import { routes } from '../../contracts/routes.ts';
import { tellContacts } from '../../domain/contact/tell-contacts.ts';
import type { DailyPorts } from '../../domain/report/issue-daily.ts';
import type { CycleWorkbooks, DashboardWorkbooks, Workbooks } from '../../domain/report/workbooks.ts';
import { now } from './clock.ts';
import { contentFromEnv, journalFromEnv } from './ports-from-env.ts';
import { catalogueFromEnv, reportFilesFromEnv } from './report-files.ts';
import { requireEnv } from './require-env.ts';

/** What issuing a report needs, from the function's environment. */
export function issuingPortsFromEnv(): DailyPorts & {
  readonly workbooks: Workbooks & CycleWorkbooks & DashboardWorkbooks;
} {
  const content = contentFromEnv();
  const notices = snsContactNoticesOf(requireEnv(env.noticeTopic));
  return {
    journal: journalFromEnv(),
    content,
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    catalogue: catalogueFromEnv(),
    store: reportFilesFromEnv(),
    notices: {
      tell: async (programme, subject, text) =>
        await tellContacts({ programme, subject, text, at: now() }, { content, notices }),
    },
    reportsUrl: `${requireEnv(env.publicUrl)}${routes.reports.path}`,
    workbooks: exceljsWorkbooks(),
  };
}
