/** What a person makes of « Pour l'aide médicale, tapez 1 » or « Tapez 1 pour être rappelé ». */
export interface MenuChoice {
  readonly label: string;
  readonly digit: string;
}

const key = String.raw`(?:tapez|appuyez sur|composez)\s+(?:le\s+|la\s+|sur\s+)?(?:touche\s+)?(\d|étoile|dièse)`;
const before = new RegExp(String.raw`(?:pour|si)\s+([^.;!?]+?),?\s+${key}`, 'gi');
const after = new RegExp(String.raw`${key}\s*,?\s+(?:pour|si)\s+([^.;!?]+)`, 'gi');

export function menuChoices(text: string): MenuChoice[] {
  const found: MenuChoice[] = [];
  for (const match of text.matchAll(before)) found.push({ label: match[1] ?? '', digit: digitOf(match[2]) });
  if (found.length === 0)
    for (const match of text.matchAll(after)) found.push({ label: match[2] ?? '', digit: digitOf(match[1]) });
  return found;
}

/** The key for what the person wants; when nothing fits, the key that leads to a person. */
export function keyFor(choices: readonly MenuChoice[], wanted: string | undefined): string | undefined {
  const words = wanted === undefined ? [] : significantWords(wanted);
  const fit =
    words.length === 0
      ? undefined
      : choices.find((choice) => words.some((word) => significantWords(choice.label).includes(word)));
  return (fit ?? choices.find((choice) => /conseill|personne|autre/i.test(choice.label)) ?? undefined)?.digit;
}

function significantWords(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 4 && word !== 'sociale' && word !== 'scolaires');
}

function digitOf(spoken: string | undefined): string {
  if (spoken === 'étoile') return '*';
  if (spoken === 'dièse') return '#';
  return spoken ?? '';
}
