import { dynamoCampaigns } from '../../adapters/dynamo-campaigns.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoRecipients } from '../../adapters/dynamo-recipients.ts';
import type { ReadItem } from '../../adapters/read-item.ts';
import { tables } from '../../contracts/tables.ts';
import { drillPeople, drillRegister } from '../../domain/campaign/drill-register.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Register } from '../../domain/recipient/register.ts';
import { peopleFromEnv } from './ports-from-env.ts';
import { rememberedCampaigns } from './remembered-campaigns.ts';
import { requireEnv } from './require-env.ts';

export function campaignsFromEnv(read?: ReadItem) {
  return dynamoCampaigns(dynamoClient(), requireEnv(tables.campaigns.env), read);
}

/** Campaigns for who files what came of attempts, in a function that is also deployed where there are none. */
export function campaignsIfDeployed() {
  return process.env[tables.campaigns.env] === undefined ? undefined : rememberedCampaigns(campaignsFromEnv());
}

export function registersFromEnv(
  programmes: Readonly<Record<string, Programme>>,
  read?: ReadItem,
): {
  readonly register: Register;
  readonly drillRegister: Register;
} {
  const zoneOf = (programme: string) => programmes[programme]?.calendar.timeZone ?? 'UTC';
  return {
    register: dynamoRecipients(dynamoClient(), requireEnv(tables.recipients.env), zoneOf, read),
    // Invented people are for exercises of crises: a deployment without crises has no secret to hash their numbers with.
    drillRegister: drillRegister(drillPeople, {
      people: { add: async (...person) => await peopleFromEnv().people.add(...person) },
      numberKeyOf: async (e164) => await peopleFromEnv().numberKeyOf(e164),
    }),
  };
}
