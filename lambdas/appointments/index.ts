import { dynamoAppointments } from '../../adapters/dynamo-appointments.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoProfiles } from '../../adapters/dynamo-profiles.ts';
import { kmsClient } from '../../adapters/kms-client.ts';
import { env } from '../../contracts/env.ts';
import { knowledgeTableKeys } from '../../contracts/knowledge-tables.ts';
import { tables } from '../../contracts/tables.ts';
import { appointmentTextsFromEnv } from '../middleware/appointment-texts.ts';
import { alohaFromEnv } from '../middleware/client-software.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { deskTextsFromEnv } from '../middleware/desk-texts.ts';
import { lazy } from '../middleware/lazy.ts';
import { contentFromEnv, journalFromEnv, peopleFromEnv } from '../middleware/ports-from-env.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { appointmentsHandler } from './handler.ts';

export const handler = appointmentsHandler(
  lazy(() => {
    const content = contentFromEnv();
    return {
      ...peopleFromEnv(),
      alohaOf: (programme) => alohaFromEnv(programme, content),
      appointments: dynamoAppointments(dynamoClient(), requireEnv(knowledgeTableKeys.appointments.env)),
      profiles: dynamoProfiles(dynamoClient(), requireEnv(tables.people.env), kmsClient(), requireEnv(env.identityKey)),
      content,
      journal: journalFromEnv(),
      ...appointmentTextsFromEnv(),
      ...deskTextsFromEnv(),
      programmes: deployedProgrammes(),
      now,
    };
  }),
);
