import { type ConnectClient, StartOutboundVoiceContactCommand } from '@aws-sdk/client-connect';
import type { Registry } from '../contracts/registry.ts';
import type { Dialler } from '../domain/callback/dialler.ts';
import { isThrottled } from './is-throttled.ts';

const refusals: ReadonlySet<string> = new Set([
  'DestinationNotAllowedException',
  'OutboundContactNotPermittedException',
]);

/**
 * Dials through StartOutboundVoiceContact, the customer first, into the programme's flow `rappel-sortant`. Give it a client that does not retry by
 * itself: 2 dials a second are allowed in all, and the next tick asks again.
 */
export function connectDialler(client: ConnectClient, registry: Registry): Dialler {
  return {
    async dial({ programme, e164, queue, token, ringSeconds, attributes, callerId }) {
      const flow = `${programme}/rappel-sortant`;
      try {
        const { ContactId } = await client.send(
          new StartOutboundVoiceContactCommand({
            InstanceId: registry.instanceId,
            ContactFlowId: idOf(registry.flows, flow, 'flow'),
            QueueId: idOf(registry.queues, queue, 'queue'),
            DestinationPhoneNumber: e164,
            ClientToken: token,
            RingTimeoutInSeconds: Math.min(60, Math.max(15, ringSeconds)),
            Attributes: { ...attributes },
            ...(callerId !== undefined && { SourcePhoneNumber: callerId }),
          }),
        );
        if (ContactId === undefined) {
          throw new Error(`Connect answered no contact id to the dial ${token}; accepted: a contact id`);
        }
        return { type: 'dialled', contactId: ContactId };
      } catch (error) {
        if (isThrottled(error)) {
          return { type: 'throttled' };
        }
        if (error instanceof Error && refusals.has(error.name)) {
          return { type: 'refused' };
        }
        throw error;
      }
    },
  };
}

function idOf(arns: Readonly<Record<string, string>>, name: string, kind: string): string {
  const arn = arns[name];
  if (arn === undefined) {
    throw new Error(`The registry has no ${kind} "${name}"; accepted: ${Object.keys(arns).join(', ')}`);
  }
  return arn.slice(arn.lastIndexOf('/') + 1);
}
