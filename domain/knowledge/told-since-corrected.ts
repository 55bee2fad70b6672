import { localDay } from '../calendar/local-time.ts';
import type { ContactEntry, JournalEntry } from '../journal/entry.ts';
import { ofKind } from '../journal/of-kind.ts';
import type { CardVersion } from './card.ts';

/** Someone who was told what was corrected since, and has not been told better. */
export interface ToldPerson {
  readonly contactId: string;
  /** When the card was opened, ISO instant. */
  readonly at: string;
  readonly agent: string;
  readonly cardId: string;
  /** The version they were told. */
  readonly version: number;
  readonly scheme?: string;
  /** Pseudonym; absent when the number was withheld. */
  readonly personId?: string;
}

/** First local day on which a version that was corrected could be told; undefined when nothing was corrected. */
export function firstWrongDay(versions: readonly CardVersion[], cardId: string, timeZone: string): string | undefined {
  const wrong = wrongVersions(versions, cardId);
  const [first] = versions.filter((one) => one.cardId === cardId && wrong.has(one.version));
  return first && localDay(timeZone, first.publishedAt);
}

/**
 * Calls during which a version was open that a later one corrects (SAMPS-21), oldest first, one line a call. Who was shown the corrected card in a later
 * call is told already: they are left out.
 */
export function toldSinceCorrected(
  cardId: string,
  versions: readonly CardVersion[],
  entries: readonly JournalEntry[],
): readonly ToldPerson[] {
  const wrong = wrongVersions(versions, cardId);
  const contacts = new Map<string, ContactEntry>();
  for (const entry of ofKind(entries, 'contact')) {
    contacts.set(entry.contactId, entry);
  }
  const opened = ofKind(entries, 'card')
    .filter((entry) => entry.cardId === cardId)
    .toSorted((a, b) => (a.time < b.time ? -1 : 1));
  const told = new Map<string, ToldPerson>();
  for (const { contactId, version, time, agent } of opened) {
    const { personId, scheme } = contacts.get(contactId) ?? {};
    if (wrong.has(version)) {
      if (!told.has(contactId)) {
        told.set(contactId, {
          ...{ contactId, at: time, agent, cardId, version },
          ...(scheme !== undefined && { scheme }),
          ...(personId !== undefined && { personId }),
        });
      }
    } else {
      for (const [id, one] of told) {
        if (id === contactId || (personId !== undefined && one.personId === personId)) {
          told.delete(id);
        }
      }
    }
  }
  return [...told.values()];
}

/** A correction says that the version before it was wrong, and all that said the same since the last correction. */
function wrongVersions(versions: readonly CardVersion[], cardId: string): ReadonlySet<number> {
  const ofCard = versions.filter((one) => one.cardId === cardId);
  const lastCorrection = Math.max(
    0,
    ...ofCard.filter(({ corrects }) => corrects === true).map(({ version }) => version),
  );
  return new Set(ofCard.map(({ version }) => version).filter((version) => version < lastCorrection));
}
