/** What an agent may send to the person they talk with: the documents of a card as one version names them (SAMPS-13), or a place (SAMPS-22). */
export type TextSubject =
  | { readonly kind: 'card'; readonly cardId: string; readonly version: number }
  | { readonly kind: 'place'; readonly placeId: string };

/** Code under which the engine of messages knows it: it names what is sent, so that no text is kept with a person. */
export function codeOfText(subject: TextSubject): string {
  return subject.kind === 'card' ? `fiche.${subject.cardId}.${subject.version}` : `lieu.${subject.placeId}`;
}

/** Reads such a code; undefined when it is of something else. */
export function textOfCode(code: string): TextSubject | undefined {
  const card = /^fiche\.([a-z0-9-]+)\.(\d+)$/.exec(code);
  if (card?.[1] !== undefined) {
    return { kind: 'card', cardId: card[1], version: Number(card[2]) };
  }
  const placeId = /^lieu\.([a-z0-9-]+)$/.exec(code)?.[1];
  return placeId === undefined ? undefined : { kind: 'place', placeId };
}
