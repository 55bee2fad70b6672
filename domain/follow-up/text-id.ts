/** The id of a message of a moment: it derives from what it is, so that it is planned once (design decision 6). */
export function textId(purpose: 'survey' | 'reminder', moment: string, recipientId: string): string {
  return `${purpose}-${moment}-${recipientId}`;
}
