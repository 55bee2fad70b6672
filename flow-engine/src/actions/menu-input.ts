import { takeBuffered } from '../run/dtmf-buffer.ts';
import { failure, type Outcome, result } from '../run/outcome.ts';
import type { Step } from '../run/step.ts';
import type { InputSettings } from './input-parameters.ts';

/** One key, from the buffer if it holds one (the prompt is then skipped), else from the caller. */
export const menuInput = (step: Step, { prompts, firstDigitSeconds }: InputSettings): Outcome => {
  const buffered = takeBuffered(step.contact);
  if (buffered !== undefined) return result(buffered);
  return {
    kind: 'wait',
    waiting: {
      kind: 'input',
      prompts,
      mode: 'menu',
      timer: { kind: 'first-digit', seconds: firstDigitSeconds },
      typed: '',
    },
    accepts: ['prompt-ended', 'digit', 'timeout'],
    on(signal) {
      if (signal.kind === 'digit') return result(signal.digit);
      return signal.kind === 'timeout'
        ? failure(`no key in ${firstDigitSeconds} s`, 'InputTimeLimitExceeded')
        : undefined;
    },
  };
};
