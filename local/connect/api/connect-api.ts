import type { StandIn, StandInCall } from '../../cloud.ts';
import type { Json } from '../../json.ts';
import { callerOf } from '../../rate-limits.ts';
import { ServiceError } from '../../service-error.ts';
import type { ConnectStandIn } from '../stand-in.ts';
import {
  describeContact,
  getContactAttributes,
  stopContactOperation,
  updateContactAttributes,
  updateContactRoutingData,
} from './contact-operations.ts';
import { describeInstance } from './describe-instance.ts';
import {
  associatePhoneNumberContactFlow,
  describePhoneNumber,
  describeQueue,
  describeUser,
  disassociatePhoneNumberContactFlow,
  listAgentStatuses,
  listPhoneNumbers,
  listQueues,
  listUsers,
} from './directory-operations.ts';
import { getCurrentMetricData } from './get-current-metric-data.ts';
import { ApiInput } from './input.ts';
import type { Operation } from './operation.ts';
import { startOutboundVoiceContact } from './start-outbound-voice-contact.ts';

const operations: Readonly<Record<string, Operation>> = {
  StartOutboundVoiceContact: startOutboundVoiceContact,
  StopContact: stopContactOperation,
  DescribeContact: describeContact,
  GetContactAttributes: getContactAttributes,
  UpdateContactAttributes: updateContactAttributes,
  UpdateContactRoutingData: updateContactRoutingData,
  GetCurrentMetricData: getCurrentMetricData,
  DescribeInstance: describeInstance,
  ListQueues: listQueues,
  DescribeQueue: describeQueue,
  ListUsers: listUsers,
  DescribeUser: describeUser,
  ListAgentStatuses: listAgentStatuses,
  ListPhoneNumbersV2: listPhoneNumbers,
  DescribePhoneNumber: describePhoneNumber,
  AssociatePhoneNumberContactFlow: associatePhoneNumberContactFlow,
  DisassociatePhoneNumberContactFlow: disassociatePhoneNumberContactFlow,
};

/** Amazon Connect's API as a stand-in of the cloud: what arrives here is parsed, authorized and, when it changes something, logged. */
export class ConnectApi implements StandIn {
  readonly #connect: ConnectStandIn;

  constructor(connect: ConnectStandIn) {
    this.#connect = connect;
  }

  mutates(action: string): boolean {
    return operations[action]?.mutates ?? false;
  }

  handle(call: StandInCall): Json {
    const operation = operations[call.action];
    if (operation === undefined) {
      const known = Object.keys(operations).join(', ');
      throw new ServiceError(
        'UnknownOperationException',
        `the local Connect does not answer ${call.action}; it answers: ${known}`,
        501,
      );
    }
    const { world } = this.#connect;
    world.rates.take(call.action, callerOf(call));
    return operation.run(world, new ApiInput(call.input), call);
  }
}
