import { connectLexBotType, participantInputType } from '../model/action-types.ts';
import { noMatchingCondition } from '../model/error-types.ts';
import type { FlowEvent } from '../run/flow-event.ts';
import { type SpokenPrompt, wordsOf } from '../run/spoken-prompt.ts';

/** A message as the service shows it to a test. */
export interface Message {
  readonly text: string;
  readonly promptIds: readonly string[];
  /** More of what it comes from is still being said: a key pressed now is lost. */
  readonly isOngoing: boolean;
}

/**
 * `field`: as one team saw live instances do it (Feb 2026, UNCONFIRMED): consecutive prompts are one message, silent actions and inputs end it,
 * an input that leads straight back to itself says nothing new, a bot's own text is not heard; after a key that matches nothing the menu is
 * heard again at the head of the error message, and silent actions before that message end it behind, not before it. `plain`: every prompt
 * is a message.
 */
export type MessageRules = 'field' | 'plain';

const speaking = new Set(['MessageParticipant', participantInputType, connectLexBotType]);

/** Turns what a run says into messages. Give it every event; it calls `onMessage` when one is complete. */
export class MessageCollector {
  readonly #rules: MessageRules;
  readonly #onMessage: (message: Message) => void;
  #prompts: SpokenPrompt[] = [];
  #repeats: string | undefined;
  #menu: readonly SpokenPrompt[] = [];
  /** The menu heard again waits for its error message; `alone` when silent actions stand between the two. */
  #repeated: 'joined' | 'alone' | undefined;

  constructor(rules: MessageRules, onMessage: (message: Message) => void) {
    this.#rules = rules;
    this.#onMessage = onMessage;
  }

  readonly observe = (event: FlowEvent): void => {
    switch (event.kind) {
      case 'transition':
        this.#repeats = event.action === event.to ? event.to : undefined;
        break;
      case 'action-ended':
        if (this.#rules === 'field' && event.error?.errorType === noMatchingCondition && this.#menu.length > 0) {
          this.#prompts.push(...this.#menu);
          this.#repeated = 'joined';
        }
        this.#menu = [];
        break;
      case 'action-started':
        if (speaking.has(event.actionType)) break;
        if (this.#repeated === undefined) this.flush();
        else this.#repeated = 'alone';
        break;
      case 'suspended':
        this.#hear(event.suspension.kind, event.action, 'prompts' in event.suspension ? event.suspension.prompts : []);
        break;
      case 'ended':
        this.flush();
        break;
      default:
    }
  };

  #hear(kind: string, action: string, prompts: readonly SpokenPrompt[]): void {
    if (this.#rules === 'plain') {
      this.#prompts.push(...prompts);
      this.flush();
      return;
    }
    const isSilentRepeat = kind === 'input' && this.#repeats === action;
    if (kind !== 'lex' && !isSilentRepeat) this.#prompts.push(...prompts);
    if (kind === 'input') this.#menu = isSilentRepeat ? [] : prompts;
    if (kind !== 'prompt' || this.#repeated === 'alone') this.flush(kind === 'prompt');
    this.#repeated = undefined;
  }

  flush(isOngoing = false): void {
    if (this.#prompts.length === 0) return;
    const text = this.#prompts
      .map(wordsOf)
      .reduce((all, next) => `${all}${/[.!?…:]\s*$/.test(all) ? ' ' : '. '}${next}`);
    const promptIds = this.#prompts.flatMap((prompt) => (prompt.kind === 'recording' ? [prompt.promptId] : []));
    this.#prompts = [];
    this.#onMessage({ text, promptIds, isOngoing });
  }
}
