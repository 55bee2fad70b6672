import type { Step } from '../run/step.ts';
import type { LexSuspension } from '../run/suspension.ts';

/** The bot of the parameters, V2 by alias ARN or classic by name; undefined when a reference leads nowhere. */
export const readLexBot = (step: Step): LexSuspension['bot'] | undefined => {
  const aliasArn = step.text('AliasArn', step.object('LexV2Bot') ?? {});
  if (aliasArn !== undefined) return { aliasArn };
  const classic = step.object('LexBot') ?? {};
  const [name, region, alias] = [step.text('Name', classic), step.text('Region', classic), step.text('Alias', classic)];
  return name === undefined || region === undefined || alias === undefined ? undefined : { name, region, alias };
};
