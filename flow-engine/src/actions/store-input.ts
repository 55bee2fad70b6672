import { takeBuffered } from '../run/dtmf-buffer.ts';
import { done, type Outcome } from '../run/outcome.ts';
import type { Key } from '../run/signal.ts';
import type { Step } from '../run/step.ts';
import { acceptInput } from './accept-input.ts';
import type { InputSettings } from './input-parameters.ts';

/** Longest custom input; a phone number never needs more (adminguide: store-customer-input). */
export const maximumStoredKeys = 20;
const cancelKey = '*';

/** Keys until the terminator, the maximum length or silence; a caller who types nothing stores the word "Timeout" and goes on. */
export const storeInput = (step: Step, settings: InputSettings): Outcome => {
  const validation = step.object('InputValidation') ?? {};
  const custom = step.object('CustomValidation', validation);
  const limit = custom === undefined ? maximumStoredKeys : (step.integer('MaximumLength', custom) ?? maximumStoredKeys);
  const isSecret = step.object('InputEncryption') !== undefined;
  let typed = '';
  let hasBegun = false;

  /** Adds a key; the finished input when it ends one. */
  const press = (key: Key): string | undefined => {
    hasBegun = true;
    if (key === cancelKey && settings.canCancel && !settings.terminator.includes(cancelKey)) {
      typed = '';
      return undefined;
    }
    typed += key;
    if (typed.endsWith(settings.terminator)) return typed.slice(0, -settings.terminator.length);
    // A terminator of several keys may still be under way when the last digit is in.
    return typed.length >= limit && !isTerminating(typed, settings.terminator) ? typed.slice(0, limit) : undefined;
  };

  const listen = (isFirst: boolean): Outcome => ({
    kind: 'wait',
    waiting: {
      kind: 'input',
      mode: 'store',
      prompts: isFirst ? settings.prompts : [],
      timer: hasBegun
        ? { kind: 'inter-digit', seconds: settings.interDigitSeconds }
        : { kind: 'first-digit', seconds: settings.firstDigitSeconds },
      typed: isSecret ? '' : typed,
      ...(isSecret ? { isSecret } : {}),
      maximumLength: limit,
      terminator: settings.terminator,
    },
    accepts: ['prompt-ended', 'digit', 'timeout'],
    on(signal) {
      if (signal.kind === 'timeout') return typed === '' ? silence(step) : acceptInput(step, typed.slice(0, limit));
      if (signal.kind !== 'digit') return undefined;
      const input = press(signal.digit);
      return input === undefined ? listen(false) : acceptInput(step, input);
    },
  });

  for (let key = takeBuffered(step.contact); key !== undefined; key = takeBuffered(step.contact)) {
    const input = press(key);
    if (input !== undefined) return acceptInput(step, input);
  }
  return listen(true);
};

const isTerminating = (typed: string, terminator: string): boolean => {
  for (let length = terminator.length - 1; length > 0; length -= 1)
    if (typed.endsWith(terminator.slice(0, length))) return true;
  return false;
};

const silence = ({ contact }: Step): Outcome => {
  contact.storedInput = 'Timeout';
  return done;
};
