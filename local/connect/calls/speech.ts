import { type SpokenPrompt, wordsOf } from '../../../flow-engine/src/index.ts';
import type { ConnectOptions } from '../options.ts';

const pauseAfterPromptMs = 300;
/** Polly's silent pause for `<break/>` by strength, roughly. */
const strengthMs: Readonly<Record<string, number>> = {
  none: 0,
  'x-weak': 100,
  weak: 250,
  medium: 500,
  strong: 750,
  'x-strong': 1000,
};

/** Silence asked for by SSML `break` tags, each at most 10 s (adminguide: supported-ssml-tags). */
function breaksMs(ssml: string): number {
  let total = 0;
  for (const [, attributes = ''] of ssml.matchAll(/<break\b([^>]*)>/g)) {
    const time = /time\s*=\s*["'](\d+(?:\.\d+)?)(ms|s)["']/.exec(attributes);
    const strength = /strength\s*=\s*["']([\w-]+)["']/.exec(attributes)?.[1];
    if (time !== null) total += Math.min(10_000, Number(time[1]) * (time[2] === 's' ? 1000 : 1));
    else total += strengthMs[strength ?? 'medium'] ?? 500;
  }
  return total;
}

/** How long a caller hears a prompt, in milliseconds. */
export function speechMs(
  prompt: SpokenPrompt,
  options: Pick<ConnectOptions, 'speechRate' | 'recordingSeconds'>,
): number {
  if (prompt.kind === 'recording' || prompt.kind === 'media') return options.recordingSeconds * 1000;
  const spoken = Math.round((wordsOf(prompt).length / options.speechRate) * 1000) + pauseAfterPromptMs;
  return prompt.kind === 'ssml' ? spoken + breaksMs(prompt.ssml) : spoken;
}
