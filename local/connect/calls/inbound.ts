import { deriveUuid } from '../../kernel/random.ts';
import type { Contact } from '../contact.ts';
import { emitContactEvent } from '../emissions/contact-events.ts';
import { now, type World } from '../world.ts';
import { newContact } from './create-contact.ts';
import { runCustomerFlow } from './customer-flow.ts';
import { createLine } from './customer-line.ts';
import type { HeardNow, Line, PhoneCall } from './line.ts';

export interface Dial {
  /** Who calls: names the caller's own randomness and, with the number of their earlier calls, this call. */
  readonly lane: string;
  /** E.164; absent = withheld. */
  readonly from?: string;
  /** E.164 of the instance, or a public number forwarded to it. */
  readonly to: string;
}

/** Someone dials the centre. The call begins in the next kernel round. */
export function dial(world: World, { lane, from, to }: Dial): PhoneCall {
  const nth = (world.dials.get(lane) ?? 0) + 1;
  world.dials.set(lane, nth);
  const contactId = deriveUuid(world.cloud.seed, 'connect/inbound', lane, nth);
  const system = world.forwards.get(to) ?? to;
  const contact = newContact(
    world,
    {
      contactId,
      initiationMethod: 'INBOUND',
      systemEndpoint: { address: system, type: 'TELEPHONE_NUMBER' },
      segmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
      ...(from === undefined ? {} : { customerEndpoint: { address: from, type: 'TELEPHONE_NUMBER' } }),
    },
    'scheduled',
  );
  const line = createLine(world, contact, from);
  world.cloud.kernel.after(0, `connect/${contactId}/ring`, () => begin(world, contact, line, system));
  return line.call;
}

function begin(world: World, contact: Contact, line: Line, to: string): void {
  if (line.ended) return;
  const at = now(world);
  const flow = flowOf(world, to);
  world.counters.add('CallsPerInterval', at);
  if (flow === undefined) {
    world.counters.add('MisconfiguredPhoneNumbers', at);
    turnAway(world, line, 'out-of-service');
    return;
  }
  if (world.activeCalls.count >= world.options.concurrentCalls) {
    world.counters.add('CallsBreachingConcurrencyQuota', at);
    turnAway(world, line, 'busy');
    return;
  }
  line.counted = true;
  world.activeCalls.begin();
  if (line.number !== undefined) world.phones.engage(line.number);
  world.contacts.set(contact.id, contact);
  contact.connectedToSystemAt = at;
  emitContactEvent(world, contact, 'INITIATED');
  emitContactEvent(world, contact, 'CONNECTED_TO_SYSTEM');
  runCustomerFlow(world, contact, flow);
}

/** The call never entered the instance: the caller hears why, and no record will exist. */
function turnAway(world: World, line: Line, by: Extract<HeardNow, { type: 'ended' }>['by']): void {
  line.ended = true;
  for (const listener of line.listeners) listener({ at: now(world), type: 'ended', by });
}

function flowOf(world: World, to: string) {
  const { instance } = world;
  const number = instance.numberByAddress(to);
  if (number === undefined || !instance.inboundCalls) return undefined;
  const flowId = instance.flowOfNumber.get(number.id);
  return flowId === undefined ? undefined : instance.flows.find(flowId)?.flow;
}
