import type { ActionDefinition } from './action-definition.ts';
import { associateContactToCustomerProfile } from './associate-contact-to-customer-profile.ts';
import { authenticateParticipant } from './authenticate-participant.ts';
import { checkHoursOfOperation } from './check-hours-of-operation.ts';
import { checkMetricData } from './check-metric-data.ts';
import { checkOutboundCallStatus } from './check-outbound-call-status.ts';
import { checkVoiceId } from './check-voice-id.ts';
import { compare } from './compare.ts';
import { completeOutboundCall } from './complete-outbound-call.ts';
import { connectParticipantWithLexBot } from './connect-participant-with-lex-bot.ts';
import { createCallbackContact } from './create-callback-contact.ts';
import { createCase } from './create-case.ts';
import { createCustomerProfile } from './create-customer-profile.ts';
import { createPersistentContactAssociation } from './create-persistent-contact-association.ts';
import { createTask } from './create-task.ts';
import { createWisdomSession } from './create-wisdom-session.ts';
import { dequeueContactAndTransferToQueue } from './dequeue-contact-and-transfer-to-queue.ts';
import { disconnectParticipant } from './disconnect-participant.ts';
import { distributeByPercentage } from './distribute-by-percentage.ts';
import { endFlowExecution } from './end-flow-execution.ts';
import { endFlowModuleExecution } from './end-flow-module-execution.ts';
import { evaluateDataTableValues } from './evaluate-data-table-values.ts';
import { getCalculatedAttributesForCustomerProfile } from './get-calculated-attributes-for-customer-profile.ts';
import { getCase } from './get-case.ts';
import { getCustomerProfile } from './get-customer-profile.ts';
import { getCustomerProfileObject } from './get-customer-profile-object.ts';
import { getMetricData } from './get-metric-data.ts';
import { getParticipantInput } from './get-participant-input.ts';
import { invokeFlowModule } from './invoke-flow-module.ts';
import { invokeLambdaFunction } from './invoke-lambda-function.ts';
import { listDataTableValues } from './list-data-table-values.ts';
import { loadContactContent } from './load-contact-content.ts';
import { loop } from './loop.ts';
import { messageParticipant } from './message-participant.ts';
import { messageParticipantIteratively } from './message-participant-iteratively.ts';
import { resumeContact } from './resume-contact.ts';
import { showView } from './show-view.ts';
import { startOutboundChatContact } from './start-outbound-chat-contact.ts';
import { startVoiceIdStream } from './start-voice-id-stream.ts';
import { tagContact } from './tag-contact.ts';
import { transferContactToAgent } from './transfer-contact-to-agent.ts';
import { transferContactToQueue } from './transfer-contact-to-queue.ts';
import { transferParticipantToThirdParty } from './transfer-participant-to-third-party.ts';
import { transferToFlow } from './transfer-to-flow.ts';
import { untagContact } from './untag-contact.ts';
import { updateCase } from './update-case.ts';
import { updateContactAttributes } from './update-contact-attributes.ts';
import { updateContactCallbackNumber } from './update-contact-callback-number.ts';
import { updateContactData } from './update-contact-data.ts';
import { updateContactEventHooks } from './update-contact-event-hooks.ts';
import { updateContactMediaProcessing } from './update-contact-media-processing.ts';
import { updateContactMediaStreamingBehavior } from './update-contact-media-streaming-behavior.ts';
import { updateContactRecordingAndAnalyticsBehavior } from './update-contact-recording-and-analytics-behavior.ts';
import { updateContactRecordingBehavior } from './update-contact-recording-behavior.ts';
import { updateContactRoutingBehavior } from './update-contact-routing-behavior.ts';
import { updateContactRoutingCriteria, updateRoutingCriteria } from './update-contact-routing-criteria.ts';
import { updateContactTargetQueue } from './update-contact-target-queue.ts';
import { updateContactTextToSpeechVoice } from './update-contact-text-to-speech-voice.ts';
import { updateCustomerProfile } from './update-customer-profile.ts';
import { updateFlowAttributes } from './update-flow-attributes.ts';
import { updateFlowLoggingBehavior } from './update-flow-logging-behavior.ts';
import { updatePreviousContactParticipantState } from './update-previous-contact-participant-state.ts';
import { upsertDataTableValues } from './upsert-data-table-values.ts';
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
  showView,
  connectParticipantWithLexBot,
  transferParticipantToThirdParty,
  authenticateParticipant,
  checkOutboundCallStatus,
  checkVoiceId,
  startVoiceIdStream,
  completeOutboundCall,
  updateContactRoutingCriteria,
  updateRoutingCriteria,
  updateContactRecordingAndAnalyticsBehavior,
  updateContactMediaStreamingBehavior,
  updateContactMediaProcessing,
  updatePreviousContactParticipantState,
  resumeContact,
  createTask,
  createCase,
  getCase,
  updateCase,
  getCustomerProfile,
  createCustomerProfile,
  updateCustomerProfile,
  getCustomerProfileObject,
  getCalculatedAttributesForCustomerProfile,
  associateContactToCustomerProfile,
  createWisdomSession,
  startOutboundChatContact,
  loadContactContent,
  createPersistentContactAssociation,
  evaluateDataTableValues,
  listDataTableValues,
  upsertDataTableValues,
];

export const actionTable: ReadonlyMap<string, ActionDefinition> = new Map(
  actionDefinitions.map((definition) => [definition.type, definition]),
);
