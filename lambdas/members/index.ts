import { randomUUID } from 'node:crypto';
import { contentHash } from '../../adapters/content-hash.ts';
import { memberWorkbook } from '../../adapters/workbook/member-workbook.ts';
import { now } from '../middleware/clock.ts';
import { lazy } from '../middleware/lazy.ts';
import { membersFromEnv } from '../middleware/member-ports.ts';
import { consentPortsFromEnv } from '../middleware/message-ports.ts';
import { contentFromEnv } from '../middleware/ports-from-env.ts';
import { alertProgramme } from '../middleware/structure-visitor.ts';
import { membersHandler } from './handler.ts';

export const handler = membersHandler(
  lazy(() => {
    const { calendar, defaultCountry } = alertProgramme();
    return {
      members: membersFromEnv,
      ...consentPortsFromEnv(),
      content: contentFromEnv(),
      timeZone: calendar.timeZone,
      country: defaultCountry,
      workbook: memberWorkbook,
      elsewhere: [],
      now,
      operation: randomUUID,
      hash: contentHash,
      wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
    };
  }),
);
