import type { StandInCall } from '../cloud.ts';
import type { Json, JsonObject } from '../json.ts';
import { nameOf } from './arns.ts';
import type { OptOutList } from './model.ts';
import { notFound, SmsError } from './sms-error.ts';
import { SmsInput } from './sms-input.ts';
import { now, type SmsWorld } from './world.ts';

const numberPattern = /^\+?[1-9][0-9]{1,18}$/;
const accepted = 'an E.164 number';
/** A number comes off a list once in that time. */
const oneDeletionMs = 30 * 86_400_000;

/** The list a request names, by name or ARN. */
export function optOutListOf(world: SmsWorld, input: JsonObject): OptOutList {
  const name = nameOf(String(input['OptOutListName'] ?? ''));
  const list = world.optOutLists.get(name);
  if (list === undefined) throw notFound('opt-out-list', name, [...world.optOutLists.keys()]);
  return list;
}

/** Who is on a list already stays with the date he came. */
export function putOptedOutNumber(world: SmsWorld, { input }: StandInCall): Json {
  const list = optOutListOf(world, input);
  const number = numberOf(input);
  const known = list.numbers.get(number);
  const entry = known ?? { at: now(world), byRecipient: false };
  if (known === undefined) list.numbers.set(number, entry);
  return { OptOutListName: list.name, OptOutListArn: list.arn, ...described(number, entry) };
}

export function deleteOptedOutNumber(world: SmsWorld, { input }: StandInCall): Json {
  const list = optOutListOf(world, input);
  const number = numberOf(input);
  const entry = list.numbers.get(number);
  if (entry === undefined) throw notFound('opted-out-number', number, []);
  const last = list.deletedAt.get(number);
  if (last !== undefined && now(world) - last < oneDeletionMs) {
    const said = `${number} was taken off ${list.name} less than 30 days ago`;
    throw new SmsError('ConflictException', said, { Reason: 'PHONE_NUMBER_CANNOT_BE_OPTED_IN' });
  }
  list.numbers.delete(number);
  list.deletedAt.set(number, now(world));
  return { OptOutListName: list.name, OptOutListArn: list.arn, ...described(number, entry) };
}

/** All of a list, or those asked for; no pages: a local list is short. */
export function describeOptedOutNumbers(world: SmsWorld, { input }: StandInCall): Json {
  const list = optOutListOf(world, input);
  const asked = new SmsInput(input, ['OptOutListName', 'OptedOutNumbers', 'MaxResults']).texts('OptedOutNumbers', 5);
  const missing = asked.find((number) => !list.numbers.has(number));
  if (missing !== undefined) throw notFound('opted-out-number', missing, []);
  const entries = [...list.numbers].filter(([number]) => asked.length === 0 || asked.includes(number));
  return {
    OptOutListName: list.name,
    OptOutListArn: list.arn,
    OptedOutNumbers: entries.map(([number, entry]) => described(number, entry)),
  };
}

function numberOf(input: JsonObject): string {
  const number = new SmsInput(input, ['OptOutListName', 'OptedOutNumber']).text(
    'OptedOutNumber',
    numberPattern,
    accepted,
  );
  return number.startsWith('+') ? number : `+${number}`;
}

const described = (number: string, { at, byRecipient }: { at: number; byRecipient: boolean }) => ({
  OptedOutNumber: number,
  OptedOutTimestamp: at / 1000,
  EndUserOptedOut: byRecipient,
});
