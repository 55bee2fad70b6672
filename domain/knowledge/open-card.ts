import { localDay } from '../calendar/local-time.ts';
import type { Content } from '../content/content.ts';
import type { Journal } from '../journal/journal.ts';
import type { CardEntry } from './card-entry.ts';
import type { KnowledgeBase } from './knowledge-base.ts';

export interface OpenCardPorts {
  readonly base: Pick<KnowledgeBase, 'published'>;
  readonly content: Content;
  readonly journal: Pick<Journal, 'append'>;
}

/** An agent opened a card during a contact, in the version that their screen had. */
export interface OpenedCard {
  readonly programme: string;
  readonly contactId: string;
  readonly cardId: string;
  readonly version: number;
  readonly agent: string;
  /** ISO instant at which the desk showed it: sent again, it is the same fact. */
  readonly at: string;
}

/** Writes down what a person may have been told (SAMPS-21); undefined when there is no such version. */
export async function openCard(
  opened: OpenedCard,
  { base, content, journal }: OpenCardPorts,
): Promise<CardEntry | undefined> {
  const { programme, contactId, cardId, version, agent, at } = opened;
  const { versions } = await base.published(programme);
  if (!versions.some((one) => one.cardId === cardId && one.version === version)) {
    return undefined;
  }
  const { timeZone } = await content.inForce(programme, 'calendar', at);
  const entry: CardEntry = {
    kind: 'card',
    ...{ programme, day: localDay(timeZone, at), time: at, id: `card#${contactId}#${cardId}@${version}` },
    ...{ contactId, cardId, version, agent },
  };
  await journal.append([entry]);
  return entry;
}
