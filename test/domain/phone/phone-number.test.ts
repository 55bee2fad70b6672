import { describe, expect, test } from 'vitest';
import { parsePhone } from '../../../domain/phone/phone-number.ts';
import { spokenDigits } from '../../../domain/phone/spoken-digits.ts';

describe('COMMON-09: phone numbers', () => {
  test.each([
    ['25 12 34', 'NC', '+687251234', 'fixed', 'NC'],
    ['88 12 34', 'NC', '+687881234', 'fixed', 'NC'],
    ...['50', '56', '70', '75', '79', '80', '87', '89', '92', '99'].map(
      (start) => [`${start} 12 34`, 'NC', `+687${start}1234`, 'mobile', 'NC'] as const,
    ),
    ['36 12 34', 'NC', '+687361234', 'premium', 'NC'],
    ['687251234', 'NC', '+687251234', 'fixed', 'NC'],
    ['+687 75 12 34', 'NC', '+687751234', 'mobile', 'NC'],
    ['00687751234', 'NC', '+687751234', 'mobile', 'NC'],
    ['00687751234', 'FR', '+687751234', 'mobile', 'NC'],
    ['75.12.34', 'NC', '+687751234', 'mobile', 'NC'],
    ['06 12 34 56 78', 'NC', '+33612345678', 'mobile', 'FR'],
    ['06 12 34 56 78', 'FR', '+33612345678', 'mobile', 'FR'],
    ['01 12 34 56 78', 'FR', '+33112345678', 'fixed', 'FR'],
    ['09 12 34 56 78', 'FR', '+33912345678', 'voip', 'FR'],
    ['09 48 12 34 56', 'FR', '+33948123456', 'voip', 'FR'],
    ['01 62 12 34 56', 'FR', '+33162123456', 'fixed', 'FR'],
    ['02 70 12 34 56', 'FR', '+33270123456', 'fixed', 'FR'],
    ['08 00 12 34 56', 'FR', '+33800123456', 'toll-free', 'FR'],
    ['08 05 12 34 56', 'FR', '+33805123456', 'toll-free', 'FR'],
    ['08 92 12 34 56', 'FR', '+33892123456', 'premium', 'FR'],
    ['+262692123456', 'NC', '+262692123456', 'mobile', 'RE'],
    ['+590690123456', 'FR', '+590690123456', 'mobile', 'GP'],
    ['+596696123456', 'FR', '+596696123456', 'mobile', 'MQ'],
    ['+594694123456', 'FR', '+594694123456', 'mobile', 'GF'],
    ['06 92 12 34 56', 'FR', '+262692123456', 'mobile', 'RE'],
    ['06 90 12 34 56', 'FR', '+590690123456', 'mobile', 'GP'],
    ['06 94 12 34 56', 'FR', '+594694123456', 'mobile', 'GF'],
    ['06 96 12 34 56', 'FR', '+596696123456', 'mobile', 'MQ'],
    ['06 39 02 34 56', 'FR', '+262639023456', 'mobile', 'YT'],
    ['06 93 12 34 56', 'FR', '+262693123456', 'mobile', 'RE'],
    ['+689 87 12 34 56', 'FR', '+68987123456', 'mobile', 'PF'],
  ] as const)('%s typed in %s is %s, %s of %s', (input, country, e164, kind, owner) => {
    expect(parsePhone(input, country)).toEqual({ e164, kind, country: owner });
  });

  test.each([
    ['60 12 34', 'NC', 'unassigned'],
    ['66 12 34', 'NC', 'unassigned'],
    ['01 00 00', 'NC', 'unassigned'],
    ['25123', 'NC', 'unassigned'],
    ['2512345', 'NC', 'unassigned'],
    ['07 12 34 56 78', 'FR', 'unassigned'],
    ['07 00 00 00 00', 'FR', 'unassigned'],
    ['06 39 12 34 56', 'FR', 'unassigned'],
    ['+687601234', 'NC', 'unassigned'],
    ['3975', 'FR', 'short'],
    ['15', 'NC', 'short'],
    ['1010', 'NC', 'short'],
    ['', 'NC', 'empty'],
    ['   ', 'NC', 'empty'],
    ['3.36E+10', 'FR', 'not-a-number'],
    ['anonymous', 'NC', 'not-a-number'],
    ['+', 'NC', 'not-a-number'],
    ['25 12 34 ext. 5', 'NC', 'not-a-number'],
  ] as const)('"%s" typed in %s is refused: %s', (input, country, problem) => {
    expect(parsePhone(input, country)).toEqual({ problem });
  });

  test.each([
    ['+687251234', '25 12 34'],
    ['+33612345678', '06 12 34 56 78'],
    ['+262692123456', 'plus 262 692 12 34 56'],
  ])('%s is spoken "%s"', (e164, spoken) => {
    expect(spokenDigits(e164)).toBe(spoken);
  });

  test('speaking something else than E.164 says what is accepted, without the value', () => {
    expect(() => spokenDigits('251234')).toThrow(/not E\.164; accepted/);
  });
});
