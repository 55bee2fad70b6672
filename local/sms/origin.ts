import { nameOf, smsArn } from './arns.ts';
import type { ConfigurationSet, Origin } from './model.ts';
import { invalid, notFound } from './sms-error.ts';
import type { SmsWorld } from './world.ts';

/** Who a message comes from. `arn` undefined: a route that AWS shares between accounts. */
export interface ChosenOrigin {
  /** What the phone shows. */
  readonly from: string;
  readonly optOutList: string;
}

/** Of messages without any sender in France: what their recipients see. */
const sharedRoute = 'NOTICE';
export const defaultOptOutList = 'Default';

/**
 * What OriginationIdentity names: an ARN, the id of a pool or number, a number, or the name of a sender of the destination's country.
 * Undefined when the request names nothing. Throws ResourceNotFoundException naming those there are.
 */
export function namedOrigin(world: SmsWorld, identity: string | undefined, country: string): Origin | undefined {
  if (identity === undefined) return undefined;
  const found =
    world.origins.get(identity) ??
    world.origins.get(smsArn(world.cloud, 'sender-id', `${identity}/${country}`)) ??
    [...world.origins.values()].find(
      (origin) =>
        (origin.kind !== 'sender-id' && origin.id === nameOf(identity)) ||
        (origin.kind === 'phone-number' && origin.number === identity),
    );
  if (found === undefined) throw notFound('origination identity', identity, [...world.origins.keys()]);
  return found;
}

/** The sender of a message to a country. Throws when what was named cannot send there. */
export function chooseOrigin(
  world: SmsWorld,
  named: Origin | undefined,
  set: ConfigurationSet | undefined,
  country: string,
): ChosenOrigin {
  if (named === undefined) {
    const all = [...world.origins.values()].filter((origin) => origin.kind !== 'pool');
    const own = all.find((origin) => origin.country === country);
    return { from: set?.defaultSenderId ?? shown(own), optOutList: listOf(own) };
  }
  if (named.kind !== 'pool') {
    if (named.country !== country) throw wrongCountry(named.arn, named.country, country);
    return { from: shown(named), optOutList: listOf(named) };
  }
  const members = named.identities.flatMap((arn) => world.origins.get(arn) ?? []);
  const fitting = members.find((member) => member.kind !== 'pool' && member.country === country);
  if (fitting === undefined && !named.sharedRoutes) {
    const countries = members.map((member) => (member.kind === 'pool' ? member.arn : member.country));
    throw wrongCountry(named.arn, countries.join(', ') || 'no country', country);
  }
  return { from: shown(fitting), optOutList: named.optOutList };
}

const shown = (origin: Origin | undefined): string =>
  origin === undefined ? sharedRoute : origin.kind === 'phone-number' ? origin.number : origin.id;

const listOf = (origin: Origin | undefined): string =>
  origin === undefined || origin.kind === 'sender-id' ? defaultOptOutList : origin.optOutList;

const wrongCountry = (arn: string, sends: string, country: string): Error =>
  invalid(
    'OriginationIdentity',
    arn,
    `an identity for ${country}; this one sends to ${sends}`,
    'INVALID_IDENTITY_FOR_DESTINATION_COUNTRY',
  );
