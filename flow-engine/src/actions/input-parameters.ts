import type { SpokenPrompt } from '../run/spoken-prompt.ts';
import type { Step } from '../run/step.ts';

/** Timers and keys of an input block, defaults filled in. */
export interface InputSettings {
  readonly prompts: readonly SpokenPrompt[];
  readonly firstDigitSeconds: number;
  readonly interDigitSeconds: number;
  /** Keys that end a stored input. */
  readonly terminator: string;
  readonly canCancel: boolean;
}

const defaultInterDigitSeconds = 5;
const defaultTerminator = '#';

/** The settings, or a sentence saying what is out of range. */
export const readInputSettings = (step: Step, prompts: readonly SpokenPrompt[]): InputSettings | string => {
  const dtmf = step.object('DTMFConfiguration') ?? {};
  const firstDigitSeconds = step.integer('InputTimeLimitSeconds') ?? defaultInterDigitSeconds;
  const interDigitSeconds = step.integer('InterdigitTimeLimitSeconds', dtmf) ?? defaultInterDigitSeconds;
  if (!(firstDigitSeconds >= 1 && firstDigitSeconds <= 180))
    return `InputTimeLimitSeconds is ${firstDigitSeconds}; accepted: 1 to 180`;
  if (!(interDigitSeconds >= 1 && interDigitSeconds <= 20))
    return `InterdigitTimeLimitSeconds is ${interDigitSeconds}; accepted: 1 to 20`;
  return {
    prompts,
    firstDigitSeconds,
    interDigitSeconds,
    terminator: step.text('InputTerminationSequence', dtmf) ?? defaultTerminator,
    canCancel: !step.flag('DisableCancelKey', dtmf),
  };
};
