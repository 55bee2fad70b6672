import type { Json, JsonObject } from '../../json.ts';
import type { PhoneNumberModel } from '../model/models.ts';
import type { World } from '../world.ts';
import { type ApiInput, found, requireInstance } from './input.ts';
import type { Operation } from './operation.ts';

const read = (run: (world: World, input: ApiInput) => Json): Operation => ({ mutates: false, run });

export const listQueues = read((world, input) => {
  requireInstance(world, input);
  return {
    QueueSummaryList: world.instance.queues
      .all()
      .map(({ id, arn, name }) => ({ Id: id, Arn: arn, Name: name, QueueType: 'STANDARD' })),
  };
});

export const describeQueue = read((world, input) => {
  requireInstance(world, input);
  const queue = found(() => world.instance.queues.get(input.text('QueueId')));
  const described: Record<string, Json> = {
    Name: queue.name,
    QueueArn: queue.arn,
    QueueId: queue.id,
    HoursOfOperationId: queue.hoursArn.slice(queue.hoursArn.lastIndexOf('/') + 1),
    Status: queue.enabled ? 'ENABLED' : 'DISABLED',
  };
  if (queue.maxContacts !== undefined) described['MaxContacts'] = queue.maxContacts;
  return { Queue: described };
});

export const listUsers = read((world, input) => {
  requireInstance(world, input);
  return {
    UserSummaryList: world.instance.users.all().map(({ id, arn, name }) => ({ Id: id, Arn: arn, Username: name })),
  };
});

export const describeUser = read((world, input) => {
  requireInstance(world, input);
  const user = found(() => world.instance.users.get(input.text('UserId')));
  return {
    User: {
      Id: user.id,
      Arn: user.arn,
      Username: user.name,
      IdentityInfo: { FirstName: user.firstName ?? '', LastName: user.lastName ?? '' },
      PhoneConfig: {
        PhoneType: 'SOFT_PHONE',
        AutoAccept: user.autoAccept,
        AfterContactWorkTimeLimit: user.afterContactWorkSeconds,
      },
      RoutingProfileId: user.routingProfileArn.slice(user.routingProfileArn.lastIndexOf('/') + 1),
      SecurityProfileIds: user.securityProfileArns.map((arn) => arn.slice(arn.lastIndexOf('/') + 1)),
    },
  };
});

export const listAgentStatuses = read((world, input) => {
  requireInstance(world, input);
  return {
    AgentStatusSummaryList: world.instance.agentStatuses
      .all()
      .map(({ id, arn, name, type }) => ({ Id: id, Arn: arn, Name: name, Type: type })),
  };
});

const numberSummary = (world: World, number: PhoneNumberModel): JsonObject => ({
  PhoneNumberId: number.id,
  PhoneNumberArn: number.arn,
  PhoneNumber: number.address,
  PhoneNumberCountryCode: number.countryCode,
  PhoneNumberType: number.numberType,
  TargetArn: world.instance.arn,
  InstanceId: world.instance.id,
});

export const listPhoneNumbers = read((world) => ({
  ListPhoneNumbersSummaryList: world.instance.phoneNumbers.all().map((number) => numberSummary(world, number)),
}));

export const describePhoneNumber = read((world, input) => {
  const number = found(() => world.instance.phoneNumbers.get(input.text('PhoneNumberId')));
  return { ClaimedPhoneNumberSummary: { ...numberSummary(world, number), PhoneNumberStatus: { Status: 'CLAIMED' } } };
});

export const associatePhoneNumberContactFlow: Operation = {
  mutates: true,
  run(world, input) {
    requireInstance(world, input);
    const number = found(() => world.instance.phoneNumbers.get(input.text('PhoneNumberId')));
    const flow = found(() => world.instance.flows.get(input.text('ContactFlowId')));
    if (flow.type !== 'CONTACT_FLOW')
      throw input.refuse('ContactFlowId', `a flow of type CONTACT_FLOW (${flow.name} is ${flow.type})`);
    world.instance.flowOfNumber.set(number.id, flow.arn);
    return {};
  },
};

export const disassociatePhoneNumberContactFlow: Operation = {
  mutates: true,
  run(world, input) {
    requireInstance(world, input);
    const number = found(() => world.instance.phoneNumbers.get(input.text('PhoneNumberId')));
    world.instance.flowOfNumber.delete(number.id);
    return {};
  },
};
