import type { QueueModel, UserModel } from '../model/models.ts';
import type { World } from '../world.ts';

/** Contacts that an agent's own queue takes (adminguide: amazon-connect-service-limits). */
const mostWaiting = 10;

/** The queue that every agent has to themselves: no name, no hours, no caller id, and nobody else is offered what waits in it. */
export function agentQueue({ instance }: World, { id }: UserModel): QueueModel {
  return {
    id,
    arn: `${instance.arn}/queue/agent/${id}`,
    name: '',
    hoursArn: '',
    maxContacts: mostWaiting,
    outboundCallerIdNumberArn: undefined,
    outboundFlowArn: undefined,
    enabled: true,
  };
}

export function isAgentQueue({ arn }: QueueModel): boolean {
  return /\/queue\/agent\/[^/]+$/.test(arn);
}
