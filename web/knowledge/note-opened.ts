import type { CardAnswer } from '../../contracts/desk-knowledge.ts';
import { ApiError, callApi } from '../api/api-client.ts';

/** Seconds before what the network dropped is sent again, the last one for ever. */
const waits = [1, 5, 15, 60];
const tooOld = 60;
const noted = new Set<string>();

/** Writes down, once, that a card was open during a contact: sent until the centre has it, with how long ago it was opened. */
export function noteOpened(programme: string, contactId: string, { cardId, version }: CardAnswer): void {
  const name = `${contactId} ${cardId}@${version}`;
  if (noted.has(name)) {
    return;
  }
  noted.add(name);
  const openedAt = performance.now();
  const send = (tries: number) => {
    const body = { cardId, version, secondsAgo: Math.round((performance.now() - openedAt) / 1000) };
    callApi('POST', `/api/${programme}/contacts/${encodeURIComponent(contactId)}/fiches`, body, { stay: true }).catch(
      (error: unknown) => {
        // Refused for good: there is nothing that sending it again could change.
        const isFinal = error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 401;
        if (!isFinal && tries < tooOld) {
          setTimeout(() => send(tries + 1), (waits[tries] ?? waits.at(-1) ?? 60) * 1000);
        }
      },
    );
  };
  send(0);
}
