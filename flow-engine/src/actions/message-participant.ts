import { done, failure } from '../run/outcome.ts';
import { defineAction, nextErrorOptional } from './action-definition.ts';
import { flag, object } from './parameter-rule.ts';
import { promptNames, promptProperties, readPrompt } from './prompt-parameters.ts';

/** Says one thing to whoever is on the line and goes on when it has been said. */
export const messageParticipant = defineAction({
  type: 'MessageParticipant',
  group: 'participant',
  parameters: object(
    { ...promptProperties, SkipWhenDTMFBufferEnabled: flag({ unconfirmed: 'undocumented, seen in 16 real flows' }) },
    { exactlyOne: [promptNames] },
  ),
  branches: nextErrorOptional,
  flowTypes: [
    'CONTACT_FLOW',
    'CUSTOMER_QUEUE',
    'CUSTOMER_WHISPER',
    'AGENT_WHISPER',
    'OUTBOUND_WHISPER',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
    'CAMPAIGN',
  ],
  channels: ['VOICE', 'CHAT'],
  run(step) {
    const { contact } = step;
    if (contact.channel === 'TASK' || contact.channel === 'EMAIL') return done;
    if (step.flag('SkipWhenDTMFBufferEnabled') && contact.dtmfBuffer.enabled && contact.dtmfBuffer.digits !== '')
      return done;
    const prompt = readPrompt(step);
    if (!prompt.ok) return failure(prompt.reason);
    const spoken = prompt.value;
    if (contact.channel === 'CHAT' && (spoken.kind === 'recording' || spoken.kind === 'ssml'))
      return failure(`a ${spoken.kind} prompt cannot be sent on channel CHAT`);
    contact.lambdaChainSeconds = 0;
    return { kind: 'wait', waiting: { kind: 'prompt', prompts: [spoken] }, accepts: ['prompt-ended'], on: () => done };
  },
});
