import { done, failure } from '../run/outcome.ts';
import { defineAction } from './action-definition.ts';
import { choice, list, object } from './parameter-rule.ts';

/** Starts or stops sending the caller's audio to Kinesis Video Streams. */
export const updateContactMediaStreamingBehavior = defineAction({
  type: 'UpdateContactMediaStreamingBehavior',
  parameters: object({
    MediaStreamingState: choice(['Enabled', 'Disabled'], { required: true }),
    MediaStreamType: choice(['Audio'], { required: true }),
    Participants: list(
      object({
        ParticipantType: choice(['Customer'], { required: true }),
        MediaDirections: list(choice(['From', 'To']), { required: true }),
      }),
      { required: true },
    ),
  }),
  channels: ['VOICE'],
  run(step) {
    if (step.contact.channel !== 'VOICE') return failure(`channel ${step.contact.channel} has no audio`);
    step.contact.mediaStreaming = step.action.parameters;
    return done;
  },
});
