/** Actions that more than their own file knows by name. */
export const invokeLambdaType = 'InvokeLambdaFunction';
export const participantInputType = 'GetParticipantInput';
export const checkHoursType = 'CheckHoursOfOperation';
export const transferToQueueType = 'TransferContactToQueue';
export const connectLexBotType = 'ConnectParticipantWithLexBot';
export const dequeueType = 'DequeueContactAndTransferToQueue';
