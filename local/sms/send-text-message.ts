import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { StandInCall } from '../cloud.ts';
import { canonicalJson, type JsonObject } from '../json.ts';
import { deriveUuid } from '../kernel/random.ts';
import { nameOf } from './arns.ts';
import { messageParts } from './message-parts.ts';
import type { ConfigurationSet } from './model.ts';
import { chooseOrigin, namedOrigin } from './origin.ts';
import { partPrice } from './prices.ts';
import { invalid, notFound, SmsError } from './sms-error.ts';
import { SmsInput } from './sms-input.ts';
import { type AcceptedMessage, monthOf, now, type SmsWorld } from './world.ts';

const members = [
  'DestinationPhoneNumber',
  'OriginationIdentity',
  'MessageBody',
  'MessageType',
  'MaxPrice',
  'TimeToLive',
  'Context',
  'DryRun',
  'ConfigurationSetName',
  'ProtectConfigurationId',
];
const mobileTypes: readonly (string | undefined)[] = ['MOBILE', 'FIXED_LINE_OR_MOBILE'];
const identityPattern = /^[\w:/+-]{1,256}$/;
const longestLifeSeconds = 259_200;

/** A destination as the numbering plan knows it. Throws for what is no number at all. */
export function destinationOf(input: JsonObject): {
  readonly to: string;
  readonly country: string;
  readonly mobile: boolean;
} {
  const given = input['DestinationPhoneNumber'] ?? null;
  const accepted = 'an E.164 number of an existing country, e.g. +33612345678';
  if (typeof given !== 'string' || !/^\+?[1-9][0-9]{1,18}$/.test(given))
    throw invalid('DestinationPhoneNumber', given, accepted);
  const number = parsePhoneNumberFromString(given.startsWith('+') ? given : `+${given}`);
  if (number?.country === undefined || !number.isPossible()) throw invalid('DestinationPhoneNumber', given, accepted);
  return { to: number.number, country: number.country, mobile: mobileTypes.includes(number.getType()) };
}

/**
 * What tells a message from any other, beside its rank among equals: who asks, to whom, in which context. Not its words: they may hold addresses of this very
 * run, and what becomes of a message is the seed's.
 */
export function identityOf({ lane, input }: Pick<StandInCall, 'input' | 'lane'>): string {
  const asked = lane.replace(/(\/sms-voice\.SendTextMessage\/)[0-9a-f]{16}/, '$1');
  return canonicalJson([asked, input['DestinationPhoneNumber'] ?? null, input['Context'] ?? null]);
}

/** Judges a request as SendTextMessage does; the message it would send, under an id that derives from `identity`. Changes nothing. */
export function judgeText(
  world: SmsWorld,
  call: Pick<StandInCall, 'input' | 'lane'> & { readonly identity: string },
): AcceptedMessage {
  const input = new SmsInput(call.input, members);
  const { to, country, mobile } = destinationOf(call.input);
  const body = input.text('MessageBody', /^(?!\s*$)[\s\S]{1,1600}$/, '1 to 1600 characters, not all of them blank');
  const messageType = input.optionalText('MessageType', /^(TRANSACTIONAL|PROMOTIONAL)$/, 'TRANSACTIONAL, PROMOTIONAL');
  const timeToLiveSeconds = input.integer('TimeToLive', 5, longestLifeSeconds, longestLifeSeconds);
  const set = configurationSet(world, input.optionalText('ConfigurationSetName', identityPattern, 'a name or an ARN'));
  const named = input.optionalText('OriginationIdentity', identityPattern, 'a pool, number or sender, by id or ARN');
  const origin = chooseOrigin(world, namedOrigin(world, named, country), set, country);
  requireProtection(world, input, set, country);
  requireNotOptedOut(world, origin.optOutList, to);
  const maxPrice = input.optionalText('MaxPrice', /^[0-9]{0,2}\.[0-9]{1,5}$/, 'USD a part, e.g. 0.10');
  const price = partPrice(country);
  if (maxPrice !== undefined && price > Number(maxPrice))
    throw invalid('MaxPrice', maxPrice, `at least ${price} for ${country}`, 'PRICE_OVER_THRESHOLD');
  const { encoding, parts } = messageParts(body);
  requireMoney(world, parts * price);
  return {
    messageId: deriveUuid(world.cloud.seed, 'sms', call.identity),
    at: now(world),
    lane: call.lane,
    to,
    country,
    mobile,
    from: origin.from,
    body,
    messageType: messageType ?? 'TRANSACTIONAL',
    timeToLiveSeconds,
    context: input.textMap('Context', 5),
    configurationSet: set?.name,
    parts,
    encoding,
    price: parts * price,
  };
}

function configurationSet(world: SmsWorld, nameOrArn: string | undefined): ConfigurationSet | undefined {
  if (nameOrArn === undefined) return undefined;
  const set = world.configurationSets.get(nameOf(nameOrArn));
  if (set === undefined) throw notFound('configuration-set', nameOrArn, [...world.configurationSets.keys()]);
  return set;
}

function requireProtection(world: SmsWorld, input: SmsInput, set: ConfigurationSet | undefined, country: string): void {
  const asked = input.optionalText('ProtectConfigurationId', identityPattern, 'an id or an ARN');
  const id = asked === undefined ? set?.protectConfigurationId : nameOf(asked);
  if (id === undefined) return;
  const configuration = world.protectConfigurations.get(id);
  if (configuration === undefined) throw notFound('protect-configuration', id, [...world.protectConfigurations.keys()]);
  if (configuration.countries.get(country) !== 'BLOCK') return;
  throw new SmsError('ConflictException', `protect configuration ${id} blocks ${country}`, {
    Reason: 'DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION',
    ResourceType: 'protect-configuration',
    ResourceId: id,
  });
}

function requireNotOptedOut(world: SmsWorld, listName: string, to: string): void {
  // An opt-out of this very instant may come before or after: it holds from the next.
  const optedOut = world.optOutLists.get(listName)?.numbers.get(to);
  if (optedOut === undefined || optedOut.at >= now(world)) return;
  throw new SmsError('ConflictException', `the destination is on opt-out list ${listName}`, {
    Reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT',
    ResourceType: 'opt-out-list',
    ResourceId: listName,
  });
}

function requireMoney(world: SmsWorld, price: number): void {
  const limit = world.cloud.settings.quotas['messageSpendUsd'] ?? 1;
  const spent = world.spent.get(monthOf(now(world))) ?? 0;
  if (spent + price <= limit) return;
  throw new SmsError(
    'ServiceQuotaExceededException',
    `the account has spent ${spent.toFixed(2)} of ${limit} USD this month`,
    { Reason: 'MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT' },
  );
}
