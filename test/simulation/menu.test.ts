import { describe, expect, it } from 'vitest';
import { keyFor, menuChoices } from '../../simulation/menu.ts';

const menu =
  "Pour l'aide médicale, tapez 1. Pour le minimum vieillesse, tapez 2. Pour les bourses scolaires, tapez 3. Pour parler à un conseiller, tapez 0.";

describe('what a person makes of a menu', () => {
  it('reads the choices in both word orders', () => {
    expect(menuChoices(menu).map((choice) => choice.digit)).toEqual(['1', '2', '3', '0']);
    expect(menuChoices('Tapez 1 pour être rappelé en gardant votre place.')).toEqual([
      { label: 'être rappelé en gardant votre place', digit: '1' },
    ]);
    expect(menuChoices('Pour réécouter, tapez étoile.')).toEqual([{ label: 'réécouter', digit: '*' }]);
  });

  it('presses the key of what it wants, else the key of a person', () => {
    const choices = menuChoices(menu);
    expect(keyFor(choices, 'Bourses scolaires')).toBe('3');
    expect(keyFor(choices, 'Aide médicale')).toBe('1');
    expect(keyFor(choices, 'Passeport')).toBe('0');
  });

  it('presses nothing when nothing fits', () => {
    expect(keyFor([], 'Bourses')).toBeUndefined();
  });
});
