import { useEffect, useSyncExternalStore } from 'react';
import type { CardAnswer, CardsAnswer } from '../../contracts/desk-knowledge.ts';
import { type CardIndex, indexCards } from '../../domain/knowledge/search-cards.ts';
import { ApiError, callApi } from '../api/api-client.ts';

/** Cards of a programme, searched here without a request. */
export interface LoadedCards {
  readonly cards: readonly CardAnswer[];
  readonly byId: ReadonlyMap<string, CardAnswer>;
  readonly index: CardIndex;
}

/** `none`: the programme has no cards. `fault`: why there are none now, in French; those that were loaded stay. */
type State = LoadedCards | 'none' | 'loading' | { readonly fault: string };

/** A publication is seen by the next call, and at the latest this much later. */
const freshMs = 60_000;
const states = new Map<string, { state: State; readAt: number; edition: string; contactId?: string | undefined }>();
const listeners = new Set<() => void>();

/** The cards of a programme, read again when another call begins. */
export function useCards(programme: string, contactId: string | undefined): State {
  useEffect(() => {
    void load(programme, contactId);
  }, [programme, contactId]);
  return useSyncExternalStore(subscribe, () => states.get(programme)?.state ?? 'loading');
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function load(programme: string, contactId: string | undefined): Promise<void> {
  const known = states.get(programme);
  if (known !== undefined && known.contactId === contactId && Date.now() - known.readAt < freshMs) {
    return;
  }
  // Asked for once, however many components want it.
  states.set(programme, {
    state: known?.state ?? 'loading',
    readAt: Date.now(),
    edition: known?.edition ?? '',
    contactId,
  });
  try {
    const answer = (await callApi('GET', `/api/${programme}/fiches`, undefined, { stay: true })) as CardsAnswer;
    const edition = `${answer.edition} ${answer.day}`;
    if (edition !== known?.edition || typeof known.state === 'string' || 'fault' in known.state) {
      set(programme, loaded(answer.cards), edition, contactId);
    }
  } catch (error) {
    const isLoaded = known !== undefined && typeof known.state === 'object' && 'cards' in known.state;
    if (error instanceof ApiError && error.status === 404) {
      set(programme, 'none', '', contactId);
    } else if (!isLoaded) {
      const fault = error instanceof Error ? error.message : String(error);
      states.set(programme, { state: { fault }, readAt: 0, edition: '' });
      tell();
    }
  }
}

function set(programme: string, state: State, edition: string, contactId: string | undefined): void {
  states.set(programme, { state, readAt: Date.now(), edition, contactId });
  tell();
}

function tell(): void {
  for (const listener of listeners) {
    listener();
  }
}

function loaded(cards: readonly CardAnswer[]): LoadedCards {
  const index = indexCards(cards.map((card) => ({ cardId: card.cardId, text: card })));
  return { cards, byId: new Map(cards.map((card) => [card.cardId, card])), index };
}
