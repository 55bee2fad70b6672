import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoRecipients } from '../../adapters/dynamo-recipients.ts';
import { tables } from '../../contracts/tables.ts';
import { deployedProgrammes } from './deployed-programmes.ts';
import { requireEnv } from './require-env.ts';

/** The register of the deployment's programmes, absences read by their clocks. */
export function recipientRegisterFromEnv() {
  const programmes = deployedProgrammes();
  return dynamoRecipients(dynamoClient(), requireEnv(tables.recipients.env), (name) => {
    const programme = programmes[name];
    if (programme === undefined) {
      throw new Error(`There is no programme "${name}" here; accepted: ${Object.keys(programmes).join(', ')}`);
    }
    return programme.calendar.timeZone;
  });
}
