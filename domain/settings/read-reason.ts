/** What is wrong with the reason that its author gives, in French; undefined when nothing is. `of`: « du changement ». */
export function readReason(reason: string, of: string): string | undefined {
  return reason.trim() === '' || reason.length > 200
    ? `Le motif ${of} manque ou dépasse 200 caractères ; dites en une phrase pourquoi.`
    : undefined;
}
