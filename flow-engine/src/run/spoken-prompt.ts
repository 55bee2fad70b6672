import type { Voice } from '../contact/contact-state.ts';

interface PromptBase {
  readonly action: string;
  readonly voice: Voice;
  readonly languageCode?: string;
}

/** What the caller hears, references already resolved. */
export type SpokenPrompt =
  | (PromptBase & { readonly kind: 'text'; readonly text: string })
  | (PromptBase & { readonly kind: 'ssml'; readonly ssml: string })
  | (PromptBase & { readonly kind: 'recording'; readonly promptId: string })
  | (PromptBase & { readonly kind: 'media'; readonly uri: string });

/** The words of a prompt, SSML without its tags; a recording by its id, as there is nothing else to show. */
export const wordsOf = (prompt: SpokenPrompt): string => {
  switch (prompt.kind) {
    case 'text':
      return prompt.text;
    case 'ssml':
      return prompt.ssml
        .replace(/<[^<>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
    case 'recording':
      return `[${prompt.promptId}]`;
    case 'media':
      return `[${prompt.uri}]`;
  }
};
