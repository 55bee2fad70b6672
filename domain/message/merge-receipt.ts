import type { Message, MessageAttempt, Receipt } from './message.ts';

/** From what says least to what says most: delivered is certain, and a phone that was once off proves nothing against it. */
function rank(receipt: Receipt): number {
  return receipt.result === 'delivered' ? 2 : receipt.permanent ? 1 : 0;
}

/** The message with this learnt of its attempt `n`. Any order, any repeat: the same message, the very same object when nothing is new. */
export function mergeReceipt(message: Message, n: number, receipt: Receipt): Message {
  const known = message.attempts.find((attempt) => attempt.n === n);
  if (known === undefined) {
    // A claim that was taken back: the provider's word that it was sent outweighs ours.
    const attempt = { n, at: receipt.at, numberKey: '', parts: receipt.parts ?? 1, receipt };
    return withAttempt(message, attempt);
  }
  const { receipt: before } = known;
  if (before !== undefined && !outranks(receipt, before)) {
    return message;
  }
  return withAttempt(message, { ...known, receipt });
}

/** The message with this attempt in place of the one of its number. */
export function withAttempt(message: Message, attempt: MessageAttempt): Message {
  const others = message.attempts.filter(({ n }) => n !== attempt.n);
  return { ...message, attempts: [...others, attempt].sort((a, b) => a.n - b.n) };
}

/** Of two that say the same, the first that happened; then the one that sorts first, so that the order of arrival decides nothing. */
function outranks(receipt: Receipt, known: Receipt): boolean {
  const [a, b] = [rank(receipt), rank(known)];
  return a === b ? key(receipt) < key(known) : a > b;
}

function key(receipt: Receipt): string {
  return `${receipt.at} ${receipt.result === 'failed' ? receipt.cause : ''} ${receipt.providerId}`;
}
