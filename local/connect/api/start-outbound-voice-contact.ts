import { deriveUuid } from '../../kernel/random.ts';
import { ServiceError } from '../../service-error.ts';
import { createContact } from '../calls/create-contact.ts';
import { isDialable, queueInfo } from '../calls/host.ts';
import { startOutbound } from '../calls/outbound.ts';
import type { FlowModel, QueueModel } from '../model/models.ts';
import { now, type World } from '../world.ts';
import { type ApiInput, found, requireContact, requireInstance } from './input.ts';
import { type Operation, takeEffect } from './operation.ts';

const tokenLifeMs = 7 * 86_400_000;

/** PUT /contact/outbound-voice: 200 means accepted, not answered. A ClientToken repeated within seven days answers the same contact. */
export const startOutboundVoiceContact: Operation = {
  mutates: true,
  run(world, input, { lane }) {
    requireInstance(world, input);
    const token = input.optionalText('ClientToken', 500) ?? lane;
    const known = world.clientTokens.get(token);
    if (known !== undefined && now(world) - known.at < tokenLifeMs) return { ContactId: known.contactId };
    const uses = (known?.uses ?? 0) + 1;
    const contactId = deriveUuid(world.cloud.seed, 'connect/outbound', token, uses);
    const { contact, flow } = prepare(world, input, contactId);
    world.clientTokens.set(token, { contactId, at: now(world), uses });
    takeEffect(world, lane, () => startOutbound(world, contact, flow.flow));
    return { ContactId: contactId };
  },
};

/** Everything is checked before anything is kept. */
function prepare(world: World, input: ApiInput, contactId: string) {
  const { instance } = world;
  const flow = found(() => instance.flows.get(input.text('ContactFlowId')));
  if (flow.type !== 'CONTACT_FLOW')
    throw input.refuse(
      'ContactFlowId',
      `a flow of type CONTACT_FLOW (${flow.name} is ${flow.type})`,
      'InvalidRequestException',
    );
  const to = destination(world, input);
  const queueId = input.optionalText('QueueId');
  const queue = queueId === undefined ? undefined : found(() => instance.queues.get(queueId));
  const from = source(world, input, queue);
  const ringSeconds = input.optionalInteger('RingTimeoutInSeconds', 15, 60) ?? 60;
  const attributes = { ...relatedAttributes(world, input), ...input.attributes('Attributes') };
  const name = input.optionalText('Name', 1024);
  const description = input.optionalText('Description', 4096);
  const related = input.optionalText('RelatedContactId');
  refuseCampaigns(input);
  if (!instance.outboundCalls)
    throw new ServiceError(
      'OutboundContactNotPermittedException',
      `outbound calls are disabled on instance ${instance.alias}`,
      403,
    );
  if (world.activeCalls.settled.get() >= world.options.concurrentCalls)
    throw new ServiceError(
      'LimitExceededException',
      `the quota of ${world.options.concurrentCalls} concurrent calls is in use`,
      429,
    );
  const contact = createContact(
    world,
    {
      contactId,
      initiationMethod: 'API',
      customerEndpoint: { address: to, type: 'TELEPHONE_NUMBER' },
      systemEndpoint: { address: from, type: 'TELEPHONE_NUMBER' },
      attributes,
      segmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
      ...(queue === undefined ? {} : { queue: queueInfo(world, queue) }),
      ...(name === undefined ? {} : { name }),
      ...(description === undefined ? {} : { description }),
      ...(related === undefined ? {} : { relatedContactId: related }),
    },
    'dialling',
  );
  contact.ringTimeoutSeconds = ringSeconds;
  return { contact, flow } satisfies { contact: unknown; flow: FlowModel };
}

function destination(world: World, input: ApiInput): string {
  const number = input.text('DestinationPhoneNumber');
  if (!/^\+[1-9]\d{1,14}$/.test(number)) throw input.refuse('DestinationPhoneNumber', 'E.164: + and 2 to 15 digits');
  if (!isDialable(world, number)) {
    const allowed = world.options.allowedPrefixes.join(', ');
    throw new ServiceError(
      'DestinationNotAllowedException',
      `outbound calls to this country are not allowed; allow-listed prefixes: ${allowed}`,
      403,
    );
  }
  return number;
}

/** The caller id: the number given, which must be the instance's, else that of the queue. */
function source(world: World, input: ApiInput, queue: QueueModel | undefined): string {
  const given = input.optionalText('SourcePhoneNumber');
  if (given !== undefined) {
    if (world.instance.numberByAddress(given) === undefined)
      throw input.refuse(
        'SourcePhoneNumber',
        `a number of the instance: ${world.instance.phoneNumbers.names().join(', ') || 'none'}`,
      );
    return given;
  }
  if (queue === undefined)
    throw input.refuse('QueueId', 'a queue, unless SourcePhoneNumber is given', 'InvalidRequestException');
  const callerId = world.instance.callerIdOf(queue);
  if (callerId === undefined)
    throw input.refuse(
      'QueueId',
      `a queue with an outbound caller id (${queue.name} has none)`,
      'InvalidRequestException',
    );
  return callerId;
}

/** RelatedContactId copies that contact's attributes at creation. */
function relatedAttributes(world: World, input: ApiInput): Readonly<Record<string, string>> {
  const related = input.optionalText('RelatedContactId');
  return related === undefined ? {} : requireContact(world, related).state.attributes;
}

/** Campaign calls have a quota of 0 by default: no answering machine detection, no agent first. */
function refuseCampaigns(input: ApiInput): void {
  if (input.has('TrafficType') && input.text('TrafficType') !== 'GENERAL')
    throw input.refuse('TrafficType', 'GENERAL (the quota of campaign calls is 0)', 'LimitExceededException');
  if (input.object('AnswerMachineDetectionConfig').has('EnableAnswerMachineDetection'))
    throw input.refuse(
      'AnswerMachineDetectionConfig',
      'absent: detection needs TrafficType CAMPAIGN',
      'InvalidRequestException',
    );
  if (input.has('OutboundStrategy'))
    throw input.refuse('OutboundStrategy', 'absent: reserved for outbound campaigns', 'InvalidRequestException');
}
