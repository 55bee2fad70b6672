import { env } from '../../contracts/env.ts';
import type { VoiceReach } from '../../domain/callback/voice-reach.ts';
import { requireEnv } from './require-env.ts';

/** Voice reach by prefix from the environment; throws naming what is not `confirmed` or `unconfirmed`. */
export function voiceReachFromEnv(): VoiceReach {
  const value: unknown = JSON.parse(requireEnv(env.voiceReach));
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.map(([prefix, reach]: [string, unknown]) => {
      if (!/^\+\d{1,14}$/.test(prefix) || (reach !== 'confirmed' && reach !== 'unconfirmed')) {
        throw new Error(
          `${env.voiceReach} has "${prefix}": ${JSON.stringify(reach)}; accepted: a prefix such as "+687": "confirmed" or "unconfirmed"`,
        );
      }
      return [prefix, reach];
    }),
  );
}
