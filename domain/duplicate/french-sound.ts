/** Spellings of one French sound, longest first. Vowels come together later: only consonants and the first sound tell names apart when misheard. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/sch|sh|ch/g, 'C'],
  [/ph/g, 'f'],
  [/gn/g, 'n'],
  [/qu|ck|q/g, 'k'],
  [/gu(?=[eiy])/g, 'G'],
  [/g(?=[eiy])/g, 'j'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/x/g, 'ks'],
  [/(?<=[aeiouy])s(?=[aeiouy])|z/g, 's'],
  [/w/g, 'v'],
  [/h/g, ''],
  [/[ae]?ill?(?=e|$)/g, 'i'],
  [/eaux?|aux?/g, 'o'],
  [/[ae]i|ey|ay/g, 'e'],
  [/y/g, 'i'],
  [/[mn](?=[^aeiou]|$)/g, 'n'],
];

/**
 * What a French ear keeps of one word of a name: « Dupont » and « Dupond », « Lefèvre » and « Lefebvre », « Thomas » and « Toma » agree. Names
 * made of vowels, as many of the Pacific are, keep them.
 */
export function frenchSound(word: string): string {
  const known = sounds.get(word);
  if (known !== undefined) {
    return known;
  }
  if (sounds.size >= mostSounds) {
    sounds.clear();
  }
  const sound = soundOf(word);
  sounds.set(word, sound);
  return sound;
}

/** Lists repeat their names: a register of 100 000 has some ten thousand words. */
const sounds = new Map<string, string>();
const mostSounds = 50_000;

function soundOf(word: string): string {
  let sound = word
    .replaceAll(/(.)\1+/g, '$1')
    .replaceAll(/bv/g, 'v')
    .replace(/(?<=.{3})(?:[tdsxz]+|e|es|er|ez|ent)$/, '');
  for (const [spelling, said] of spellings) {
    sound = sound.replaceAll(spelling, said);
  }
  sound = sound.replaceAll(/(.)\1+/g, '$1');
  const consonants = sound.slice(0, 1) + sound.slice(1).replaceAll(/[aeiou]/g, '');
  return consonants.length >= 3 ? consonants : sound;
}
