import type { CallbackRequestResponse } from '../../contracts/flow-responses.ts';
import { localDay } from '../calendar/local-time.ts';
import { type IdentifyPorts, identify } from '../caller/identify.ts';
import type { Content } from '../content/content.ts';
import type { CallbackReason, Scheme } from '../journal/entry.ts';
import type { CallbackRegister } from './callback-register.ts';
import { callbackIdOf, openCallback } from './callbacks-of.ts';
import { callbackDeadline } from './deadline.ts';
import { learn } from './learn.ts';
import { noFacts, type Source } from './number-facts.ts';
import type { Rules } from './rules.ts';
import { mayDial, type VoiceReach } from './voice-reach.ts';

export interface RequestCallbackPorts extends IdentifyPorts {
  readonly content: Content;
  readonly register: CallbackRegister;
  readonly voiceReach: VoiceReach;
}

export interface CallbackRequest {
  readonly programme: string;
  readonly defaultCountry: 'NC' | 'FR';
  readonly reason: CallbackReason;
  /** First contact of the call. */
  readonly callId: string;
  readonly scheme: Scheme;
  /** Set by the flow once the caller is identified. */
  readonly numberKey?: string | undefined;
  readonly customerNumber?: string | undefined;
  /** ISO instant. */
  readonly at: string;
}

/**
 * Registers a callback asked for during a call, before the caller hangs up: from then on nobody can lose it, even if the contact record never
 * comes. Repeating it registers nothing more. A place is kept only for a number that may be dialled.
 */
export async function requestCallback(
  request: CallbackRequest,
  ports: RequestCallbackPorts,
): Promise<CallbackRequestResponse> {
  const { programme, reason, callId, at } = request;
  const [calendar, callbackPolicy, texts] = await Promise.all([
    ports.content.inForce(programme, 'calendar', at),
    ports.content.inForce(programme, 'callbackPolicy', at),
    ports.content.inForce(programme, 'texts', at),
  ]);
  const nothing = { registered: 'no', callbackId: '', callbackNumber: '' } as const;
  const numberKey = await numberKeyOf(request, ports);
  if (numberKey === undefined) {
    return { ...nothing, text: texts.callbackImpossible };
  }
  const keepsPlace = reason === 'keep-place';
  const person = keepsPlace ? await ports.people.reveal(programme, numberKey) : undefined;
  if (keepsPlace && (person === undefined || !mayDial(person.e164, ports.voiceReach))) {
    return { ...nothing, text: texts.waitUnknown };
  }
  const rules = { calendar, callbackPolicy };
  const told = { ...noFacts, sources: [announced(request, rules)] };
  const facts = await learn(ports.register, programme, numberKey, told, rules);
  const others = { ...facts, sources: facts.sources.filter((source) => source.callId !== callId) };
  const before = openCallback(others, at);
  return {
    registered: before === undefined ? 'yes' : 'already',
    callbackId: before?.id ?? callbackIdOf(callId),
    callbackNumber: person?.e164 ?? '',
    text: before === undefined || keepsPlace ? texts.callbackConfirmed : texts.callbackAlready,
  };
}

async function numberKeyOf(request: CallbackRequest, ports: IdentifyPorts): Promise<string | undefined> {
  if (request.numberKey) {
    return request.numberKey;
  }
  if (request.customerNumber === undefined) {
    return undefined;
  }
  const caller = await identify({ ...request, number: request.customerNumber }, ports);
  return 'problem' in caller ? undefined : caller.numberKey;
}

function announced({ callId, scheme, reason, at }: CallbackRequest, { calendar, callbackPolicy }: Rules): Source {
  const day = localDay(calendar.timeZone, at);
  return {
    callId,
    startedAt: at,
    endedAt: at,
    day,
    scheme,
    reason,
    deadline: callbackDeadline(calendar, day, callbackPolicy.deadlineOpenDays) ?? at,
    maxAttempts: callbackPolicy.maxAttempts,
    certainty: 'announced',
    revision: '',
  };
}
