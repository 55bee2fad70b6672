import type { ActionDefinition } from './action-definition.ts';
import { checkHoursOfOperation } from './check-hours-of-operation.ts';
import { checkMetricData } from './check-metric-data.ts';
import { compare } from './compare.ts';
import { createCallbackContact } from './create-callback-contact.ts';
import { dequeueContactAndTransferToQueue } from './dequeue-contact-and-transfer-to-queue.ts';
import { disconnectParticipant } from './disconnect-participant.ts';
import { distributeByPercentage } from './distribute-by-percentage.ts';
import { endFlowExecution } from './end-flow-execution.ts';
import { endFlowModuleExecution } from './end-flow-module-execution.ts';
import { getMetricData } from './get-metric-data.ts';
import { getParticipantInput } from './get-participant-input.ts';
import { invokeFlowModule } from './invoke-flow-module.ts';
import { invokeLambdaFunction } from './invoke-lambda-function.ts';
import { loop } from './loop.ts';
import { messageParticipant } from './message-participant.ts';
import { messageParticipantIteratively } from './message-participant-iteratively.ts';
import { tagContact } from './tag-contact.ts';
import { transferContactToAgent } from './transfer-contact-to-agent.ts';
import { transferContactToQueue } from './transfer-contact-to-queue.ts';
import { transferToFlow } from './transfer-to-flow.ts';
import { untagContact } from './untag-contact.ts';
import { updateContactAttributes } from './update-contact-attributes.ts';
import { updateContactCallbackNumber } from './update-contact-callback-number.ts';
import { updateContactData } from './update-contact-data.ts';
import { updateContactEventHooks } from './update-contact-event-hooks.ts';
import { updateContactRecordingBehavior } from './update-contact-recording-behavior.ts';
import { updateContactRoutingBehavior } from './update-contact-routing-behavior.ts';
import { updateContactTargetQueue } from './update-contact-target-queue.ts';
import { updateContactTextToSpeechVoice } from './update-contact-text-to-speech-voice.ts';
import { updateFlowAttributes } from './update-flow-attributes.ts';
import { updateFlowLoggingBehavior } from './update-flow-logging-behavior.ts';
import { wait } from './wait.ts';

/** Every action the engine knows; the checker, the interpreter and the support matrix all read this list. */
export const actionDefinitions: readonly ActionDefinition[] = [
  messageParticipant,
  messageParticipantIteratively,
  getParticipantInput,
  disconnectParticipant,
  compare,
  checkHoursOfOperation,
  checkMetricData,
  getMetricData,
  distributeByPercentage,
  loop,
  wait,
  transferToFlow,
  endFlowExecution,
  endFlowModuleExecution,
  invokeFlowModule,
  updateFlowAttributes,
  updateFlowLoggingBehavior,
  updateContactAttributes,
  updateContactData,
  updateContactTargetQueue,
  transferContactToQueue,
  dequeueContactAndTransferToQueue,
  transferContactToAgent,
  createCallbackContact,
  updateContactCallbackNumber,
  updateContactEventHooks,
  updateContactRoutingBehavior,
  updateContactRecordingBehavior,
  updateContactTextToSpeechVoice,
  tagContact,
  untagContact,
  invokeLambdaFunction,
];

export const actionTable: ReadonlyMap<string, ActionDefinition> = new Map(
  actionDefinitions.map((definition) => [definition.type, definition]),
);
