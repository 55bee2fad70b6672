import type { ContactState } from '../contact/contact-state.ts';
import type { Key } from './signal.ts';

/** Keys kept ahead of the block that will read them (adminguide: set-touchtone-buffer-behavior). */
const bufferCapacity = 30;

/** Keeps a key pressed outside an input block; false when buffering is off or the buffer is full, and the key is lost. */
export const keepKey = (contact: ContactState, key: Key): boolean => {
  const { enabled, digits } = contact.dtmfBuffer;
  if (!enabled || digits.length >= bufferCapacity) return false;
  contact.dtmfBuffer = { enabled, digits: digits + key };
  return true;
};

export const clearBuffer = (contact: ContactState): void => {
  contact.dtmfBuffer = { enabled: contact.dtmfBuffer.enabled, digits: '' };
};

/** Takes the oldest buffered key. */
export const takeBuffered = (contact: ContactState): Key | undefined => {
  const { enabled, digits } = contact.dtmfBuffer;
  const [key] = digits;
  if (key === undefined) return undefined;
  contact.dtmfBuffer = { enabled, digits: digits.slice(1) };
  return /^[0-9*#]$/.test(key) ? toKey(key) : undefined;
};

const keys: readonly Key[] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'];
const toKey = (text: string): Key | undefined => keys.find((key) => key === text);
