import { clientHttp } from '../../adapters/client-http.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoSeats } from '../../adapters/dynamo-seats.ts';
import { httpAloha } from '../../adapters/http-aloha.ts';
import { httpCases } from '../../adapters/http-cases.ts';
import { s3ClientFiles } from '../../adapters/s3-client-files.ts';
import { secretText } from '../../adapters/secret-text.ts';
import type { ClientSoftware, SoftwareAccess } from '../../contracts/client-software.ts';
import { env } from '../../contracts/env.ts';
import { knowledgeTableKeys } from '../../contracts/knowledge-tables.ts';
import type { Aloha } from '../../domain/appointment/aloha.ts';
import { fileAloha } from '../../domain/appointment/file-aloha.ts';
import { seatedAloha } from '../../domain/appointment/seated-aloha.ts';
import { slotsOfDay } from '../../domain/appointment/slot.ts';
import type { CaseFiles } from '../../domain/case/case-file.ts';
import { embeddedCases } from '../../domain/case/embedded-cases.ts';
import { fileCases } from '../../domain/case/file-cases.ts';
import type { Content } from '../../domain/content/content.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { now } from './clock.ts';
import { requireEnv } from './require-env.ts';

/** ALOHA of a programme, as the deployment says that it is reached. */
export function alohaFromEnv(programme: Programme, content: Content): Aloha {
  const { timeZone } = programme.calendar;
  const access = softwareFromEnv().aloha;
  if (access?.type === 'http') {
    return httpAloha(httpOf(access));
  }
  const seats = dynamoSeats(dynamoClient(), requireEnv(knowledgeTableKeys.appointments.env), programme.name, now);
  if (access?.type === 'files') {
    return fileAloha({ files: s3ClientFiles(requireEnv(env.listBucket), programme.name), seats, timeZone });
  }
  return seatedAloha({
    seats,
    timeZone,
    async slots(siteId, day) {
      const at = now();
      const [{ sites }, calendar] = await Promise.all([
        content.inForce(programme.name, 'appointmentRules', at),
        content.inForce(programme.name, 'calendar', at),
      ]);
      const site = sites.find(({ id }) => id === siteId);
      return site === undefined ? [] : slotsOfDay(site, day, calendar);
    },
  });
}

/** PAM of a programme, as the deployment says that it is reached: to be read only. */
export function casesFromEnv({ name, appointments }: Programme): CaseFiles {
  const access = softwareFromEnv().pam;
  switch (access?.type) {
    case 'http':
      return httpCases(httpOf(access));
    case 'files':
      return fileCases(s3ClientFiles(requireEnv(env.listBucket), name));
    default:
      return embeddedCases(appointments?.caseFiles ?? []);
  }
}

function httpOf({ url, secretArn }: Extract<SoftwareAccess, { type: 'http' }>) {
  return clientHttp(url, secretText(secretArn));
}

/** Only the template writes it. */
function softwareFromEnv(): ClientSoftware {
  const text = process.env[env.clientSoftware];
  return text === undefined ? {} : (JSON.parse(text) as ClientSoftware);
}
