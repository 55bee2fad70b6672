import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { septets } from '../../../domain/message/gsm7.ts';
import { segmentsOf } from '../../../domain/message/segments.ts';
import { respelt, spellings } from '../../../domain/message/spelling.ts';

describe('COMMON-33: what a text takes', () => {
  it.each([
    ['160 a', 'a'.repeat(160), 'GSM-7', 1],
    ['161 a', 'a'.repeat(161), 'GSM-7', 2],
    ['306 a', 'a'.repeat(306), 'GSM-7', 2],
    ['307 a', 'a'.repeat(307), 'GSM-7', 3],
    ['70 ê', 'ê'.repeat(70), 'UCS-2', 1],
    ['71 ê', 'ê'.repeat(71), 'UCS-2', 2],
    ['134 ê', 'ê'.repeat(134), 'UCS-2', 2],
    ['135 ê', 'ê'.repeat(135), 'UCS-2', 3],
    ['159 a and a euro sign', `${'a'.repeat(159)}€`, 'GSM-7', 2],
    ['a circumflex', 'Rappel rendez-vous à 10h, à bientôt', 'UCS-2', 1],
    ['the same without it', 'Rappel rendez-vous a 10h, a bientot', 'GSM-7', 1],
    ['35 emojis', '😀'.repeat(35), 'UCS-2', 1],
    ['36 emojis', '😀'.repeat(36), 'UCS-2', 2],
    // 33 emojis fill 66 of the 67 units of a part: a pair is not cut, so 67 of them are three parts and not two.
    ['67 emojis', '😀'.repeat(67), 'UCS-2', 3],
    // 152 letters leave one septet, and a euro sign takes two.
    ['an escape at the end of a part', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 3],
    ['nothing', '', 'GSM-7', 0],
  ] as const)('COMMON-33: %s', (_, text, encoding, parts) => {
    expect(segmentsOf(text)).toMatchObject({ encoding, parts });
  });

  it.each('éèùàìòÇÉäöüñåæøß@£$¥'.split(''))('COMMON-33: %s is one septet', (letter) => {
    expect(septets(letter)).toBe(1);
  });

  it.each([...'êâîôûëïçœÀÈÊ…«»’–'])('COMMON-33: %s turns the text to UCS-2 and is named', (letter) => {
    expect(segmentsOf(`a${letter}a${letter}`)).toMatchObject({ encoding: 'UCS-2', foreign: [letter] });
  });

  it('COMMON-33: says what is left of the last part', () => {
    expect(segmentsOf('a'.repeat(100)).left).toBe(60);
    expect(segmentsOf('a'.repeat(161)).left).toBe(145);
  });

  it('COMMON-33: no part holds more than it can, and no fewer parts would do', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '€', '[', 'ê', '😀'), maxLength: 400 });
    fc.assert(
      fc.property(text, (given) => {
        const { encoding, units, parts, left } = segmentsOf(given);
        const [alone, joined] = encoding === 'GSM-7' ? [160, 153] : [70, 67];
        if (units <= alone) {
          return parts === (units === 0 ? 0 : 1) && left === alone - units;
        }
        // Each part but the last wastes at most one unit.
        return (
          parts >= Math.ceil(units / joined) && parts <= Math.ceil(units / (joined - 1)) && left >= 0 && left < joined
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('COMMON-33: spelling suggestions', () => {
  it('COMMON-33: names each character that costs, with what could stand for it', () => {
    expect(spellings('L’aide… « œuvre » fête, fête')).toEqual([
      { character: '’', replacement: "'", times: 1 },
      { character: '…', replacement: '...', times: 1 },
      { character: '«', replacement: '"', times: 1 },
      { character: 'œ', replacement: 'oe', times: 1 },
      { character: '»', replacement: '"', times: 1 },
      { character: 'ê', replacement: 'e', times: 2 },
    ]);
  });

  it('COMMON-33: agreed to, they make the text GSM-7 and keep what GSM-7 has', () => {
    const text = respelt('À bientôt : « l’été » – ça ira… 9 °C, déjà !');
    expect(text).toBe('A bientot : "l\'été" - ca ira... 9 oC, déjà !');
    expect(segmentsOf(text).encoding).toBe('GSM-7');
  });

  it('COMMON-33: offers nothing for what nothing stands for', () => {
    expect(spellings('日😀')).toEqual([]);
    expect(respelt('日😀')).toBe('日😀');
  });
});
