import { describe, expect, it } from 'vitest';
import { messageParts } from '../../../local/sms/message-parts.ts';

describe('COMMON-33: parts of a message, as they are billed', () => {
  it.each([
    ['a'.repeat(160), 'GSM', 1],
    ['a'.repeat(161), 'GSM', 2],
    ['a'.repeat(306), 'GSM', 2],
    ['a'.repeat(307), 'GSM', 3],
    // The euro takes two units, and is not cut in two.
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM', 3],
    ['é'.repeat(160), 'GSM', 1],
    ['ê'.repeat(70), 'Unicode', 1],
    ['ê'.repeat(71), 'Unicode', 2],
    [`l’${'a'.repeat(69)}`, 'Unicode', 2],
  ])('%s', (text, encoding, parts) => {
    expect(messageParts(text)).toEqual({ encoding, parts });
  });
});
