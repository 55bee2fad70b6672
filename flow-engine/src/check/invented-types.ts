import { legacyRows } from '../legacy/legacy-rows.ts';

/** Names met in published "flows" that no instance accepts (designer blocks, pure invention), and what they stand for. */
const inventedTypes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Start: 'StartAction of the document',
    SetContactAttributes: 'UpdateContactAttributes',
    CheckContactAttribute: 'Compare',
    CheckContactAttributes: 'Compare',
    CheckHours: 'CheckHoursOfOperation',
    TransferToQueue: 'TransferContactToQueue',
    TransferParticipantToQueue: 'TransferContactToQueue',
    Transfer: 'TransferContactToQueue or TransferToFlow',
    TransferContactToFlow: 'TransferToFlow',
    GetUserInput: 'GetParticipantInput',
    GetCustomerInput: 'GetParticipantInput',
    InvokeExternalResource: 'InvokeLambdaFunction',
    InvokeAWSLambdaFunction: 'InvokeLambdaFunction',
  }),
);

/** The action that an unknown type stands for, if that is known. */
export const meantBy = (type: string): string | undefined => inventedTypes.get(type) ?? legacyRows.get(type)?.[0];
