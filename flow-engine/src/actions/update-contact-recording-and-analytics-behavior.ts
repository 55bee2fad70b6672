import { ownObject } from '../json/json.ts';
import { noMatchingError } from '../model/error-types.ts';
import { done, failure } from '../run/outcome.ts';
import { defineAction, inboundTransfersAndQueue } from './action-definition.ts';
import { json, object } from './parameter-rule.ts';

/** The newer form of recording and analytics, one channel at a time. */
export const updateContactRecordingAndAnalyticsBehavior = defineAction({
  type: 'UpdateContactRecordingAndAnalyticsBehavior',
  parameters: object(
    { VoiceBehavior: json(), ChatBehavior: json(), ScreenRecordingBehavior: json() },
    { exactlyOne: [['VoiceBehavior', 'ChatBehavior']] },
  ),
  branches: ({ parameters }) => ({
    errors: [noMatchingError, 'ChannelMismatch'],
    optionalErrors: ownObject(parameters, 'ChatBehavior') === undefined ? [] : ['InFlightRedactionConfigurationFailed'],
  }),
  flowTypes: [...inboundTransfersAndQueue, 'OUTBOUND_WHISPER'],
  channels: ['VOICE', 'CHAT'],
  run(step) {
    const { contact } = step;
    const voice = step.object('VoiceBehavior');
    if ((contact.channel === 'VOICE') !== (voice !== undefined))
      return failure(`the behaviour is not for channel ${contact.channel}`, 'ChannelMismatch');
    contact.recording = step.object('VoiceRecordingBehavior', voice ?? {});
    contact.analytics = voice ?? step.object('ChatBehavior');
    return done;
  },
});
