import { isJsonObject } from '../json/json.ts';
import { done } from '../run/outcome.ts';
import { defineAction, inboundTransfersAndQueue, nextOnly } from './action-definition.ts';
import { choice, json, list, object } from './parameter-rule.ts';

/** Says who is recorded and whether speech is analysed. */
export const updateContactRecordingBehavior = defineAction({
  type: 'UpdateContactRecordingBehavior',
  parameters: object(
    {
      RecordingBehavior: object({
        RecordedParticipants: list(choice(['Agent', 'Customer'])),
        ScreenRecordedParticipants: list(choice(['Agent'])),
        IVRRecordingBehavior: choice(['Enabled', 'Disabled']),
      }),
      AnalyticsBehavior: json(),
    },
    { atLeastOne: [['RecordingBehavior', 'AnalyticsBehavior']] },
  ),
  branches: nextOnly,
  flowTypes: [...inboundTransfersAndQueue, 'OUTBOUND_WHISPER'],
  channels: ['VOICE', 'CHAT'],
  run(step) {
    const { contact } = step;
    contact.recording = step.object('RecordingBehavior') ?? contact.recording;
    const analytics = step.json(step.object('AnalyticsBehavior') ?? null);
    if (isJsonObject(analytics)) contact.analytics = analytics;
    return done;
  },
});
