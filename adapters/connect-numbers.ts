import {
  AssociatePhoneNumberContactFlowCommand,
  type ConnectClient,
  DisassociatePhoneNumberContactFlowCommand,
} from '@aws-sdk/client-connect';

interface NumberFlow {
  readonly instanceId: string;
  readonly phoneNumberId: string;
  readonly contactFlowId: string;
}

/** Which flow a phone number starts. Both calls may be repeated. */
export interface PhoneNumbers {
  associate(association: NumberFlow): Promise<void>;
  /** A number that is gone, or starts no flow, is a success. */
  disassociate(association: Omit<NumberFlow, 'contactFlowId'>): Promise<void>;
}

export function connectNumbers(client: ConnectClient): PhoneNumbers {
  return {
    async associate({ instanceId, phoneNumberId, contactFlowId }) {
      await client.send(
        new AssociatePhoneNumberContactFlowCommand({
          InstanceId: instanceId,
          PhoneNumberId: phoneNumberId,
          ContactFlowId: contactFlowId,
        }),
      );
    },

    async disassociate({ instanceId, phoneNumberId }) {
      try {
        await client.send(
          new DisassociatePhoneNumberContactFlowCommand({ InstanceId: instanceId, PhoneNumberId: phoneNumberId }),
        );
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'ResourceNotFoundException') {
          throw error;
        }
      }
    },
  };
}
