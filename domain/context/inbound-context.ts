import type { InboundContextResponse } from '../../contracts/flow-responses.ts';
import { openingAt } from '../calendar/opening.ts';
import type { CallbackRegister, NumberLock } from '../callback/callback-register.ts';
import { openCallback } from '../callback/callbacks-of.ts';
import { type IdentifyPorts, identify } from '../caller/identify.ts';
import type { CampaignRegister } from '../campaign/campaign-register.ts';
import { callsOwed, holdNumber, ringBack } from '../campaign/ring-back.ts';
import type { Content } from '../content/content.ts';
import { closedText } from './closed-text.ts';

export interface InboundContextPorts extends IdentifyPorts {
  readonly content: Content;
  readonly register: Pick<CallbackRegister, 'read'>;
  /** Absent where no programme has campaigns. */
  readonly campaigns?: CampaignRegister | undefined;
  readonly lock: NumberLock;
}

export interface InboundCallStart {
  readonly programme: string;
  readonly defaultCountry: 'NC' | 'FR';
  /** First contact of the call. */
  readonly callId: string;
  /** As the carrier gave it; absent when withheld. */
  readonly customerNumber?: string | undefined;
  /** ISO instant. */
  readonly at: string;
}

type CallerPart = Pick<
  InboundContextResponse,
  'callerNumber' | 'personId' | 'knownPerson' | 'numberKey' | 'priorityClass'
>;

const unknownCaller: CallerPart = {
  callerNumber: 'missing',
  personId: '',
  knownPerson: 'no',
  numberKey: '',
  priorityClass: 'normal',
};

/** All that the flow needs at the start of an inbound call: open or closed and why, what to say, who calls (design §5, SAMPS-07..10). */
export async function inboundContext(
  call: InboundCallStart,
  ports: InboundContextPorts,
): Promise<InboundContextResponse> {
  const [calendar, texts, caller] = await Promise.all([
    ports.content.inForce(call.programme, 'calendar', call.at),
    ports.content.inForce(call.programme, 'texts', call.at),
    callerOf(call, ports),
  ]);
  const opening = openingAt(calendar, call.at);
  const reopens = opening.state === 'closed' && opening.opensAt !== undefined && opening.reason !== 'before-period';
  return {
    state: opening.state,
    reason: opening.reason,
    closedText: closedText(opening, calendar, texts, call.at),
    welcomeText: texts.welcome,
    callbackOffered: reopens ? 'yes' : 'no',
    ...caller,
    ...(await ringBackOf(call, caller.numberKey, ports)),
  };
}

/** A person of a campaign in hand who rings back (REFLEX-34). */
async function ringBackOf({ programme, callId, at }: InboundCallStart, numberKey: string, ports: InboundContextPorts) {
  const { campaigns, content, lock } = ports;
  if (campaigns === undefined) {
    return {};
  }
  const live = numberKey === '' ? [] : await campaigns.campaigns(programme);
  const ringing = { programme, numberKey, at, live };
  const found = await ringBack(ringing, { campaigns, content });
  const ours = found ?? (await callsOwed(ringing, campaigns));
  if (ours !== undefined) {
    await holdNumber({ numberKey, callId, at }, ours, lock);
  }
  const { ringBackId = '', recipientId = '', text: welcomeText = '' } = found ?? {};
  return { ringBackId, recipientId, ...(welcomeText !== '' && { welcomeText }) };
}

async function callerOf(call: InboundCallStart, ports: InboundContextPorts): Promise<CallerPart> {
  if (call.customerNumber === undefined) {
    return unknownCaller;
  }
  const caller = await identify({ ...call, number: call.customerNumber }, ports);
  if ('problem' in caller) {
    return unknownCaller;
  }
  const { personId, numberKey, known } = caller;
  const { facts } = known ? await ports.register.read(call.programme, numberKey) : { facts: undefined };
  const isOwed = facts !== undefined && openCallback(facts, call.at) !== undefined;
  return {
    callerNumber: 'known',
    personId,
    knownPerson: known ? 'yes' : 'no',
    numberKey,
    priorityClass: isOwed && (await owedFirst(call, ports)) ? 'callback' : 'normal',
  };
}

async function owedFirst({ programme, at }: InboundCallStart, { content }: InboundContextPorts): Promise<boolean> {
  return (await content.inForce(programme, 'callbackPolicy', at)).owedFirst ?? true;
}
