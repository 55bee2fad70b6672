import type { Flow } from '../../flow-engine/src/index.ts';
import { actionsOf } from './data-flow.ts';

export interface SpokenText {
  readonly flow: string;
  readonly action: string;
  readonly text: string;
}

/** Léa says about 15 characters a second; 14 leaves a margin for digits and pauses between sentences. */
export const charactersPerSecond = 14;
export const longestPromptSeconds = 15;

/** Pauses are not speech: a waiting caller does not have to retain them. */
const withoutTags = (ssml: string): string => ssml.replace(/<[^>]*>/g, ' ').trim();

const speaking = new Set(['MessageParticipant', 'MessageParticipantIteratively', 'GetParticipantInput']);

/** Every text and SSML a flow says by itself, references left as they are. */
export function spokenTexts(flow: Flow): readonly SpokenText[] {
  return actionsOf(flow)
    .filter(({ type }) => speaking.has(type))
    .flatMap(({ identifier, parameters }) => {
      const messages = Array.isArray(parameters['Messages']) ? parameters['Messages'] : [parameters];
      return messages.flatMap((message) => {
        if (typeof message !== 'object' || message === null) return [];
        const [text, ssml]: unknown[] = [Reflect.get(message, 'Text'), Reflect.get(message, 'SSML')];
        if (typeof text === 'string') return [{ flow: flow.name, action: identifier, text }];
        return typeof ssml === 'string' ? [{ flow: flow.name, action: identifier, text: withoutTags(ssml) }] : [];
      });
    });
}
