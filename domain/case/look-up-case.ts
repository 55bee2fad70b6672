import { localDay } from '../calendar/local-time.ts';
import type { Content } from '../content/content.ts';
import type { Journal } from '../journal/journal.ts';
import { cardsInForce } from '../knowledge/cards-in-force.ts';
import { type DeskCard, deskCard, explainedRefusal } from '../knowledge/desk-cards.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { CaseFile, CaseFiles } from './case-file.ts';
import type { LookupEntry } from './lookup-entry.ts';

export interface LookUpPorts {
  readonly cases: CaseFiles;
  readonly base: Pick<KnowledgeBase, 'published'>;
  readonly content: Content;
  readonly journal: Pick<Journal, 'append'>;
}

export interface LookUp {
  readonly programme: string;
  readonly reference: string;
  /** Why: the contact during which it is asked for. */
  readonly contactId: string;
  readonly agent: string;
  /** ISO instant. */
  readonly at: string;
}

/** The file, and the approved words for its refusal: absent when no card explains the code, and then nothing is said in their place (SAMPS-15). */
export interface LookedUp {
  readonly file: CaseFile;
  readonly refusal?: DeskCard;
}

/** Looks a file up, once it is written down that it was (SAMPS-28). Undefined when there is no such file: that, too, was asked for. */
export async function lookUpCase(
  asked: LookUp,
  { cases, base, content, journal }: LookUpPorts,
): Promise<LookedUp | undefined> {
  const { programme, reference, contactId, agent, at } = asked;
  const { timeZone } = await content.inForce(programme, 'calendar', at);
  const day = localDay(timeZone, at);
  const entry: LookupEntry = {
    ...{ kind: 'lookup', programme, day, time: at, id: `lookup#${contactId}#${agent}#${reference}` },
    ...{ agent, file: reference, contactId },
  };
  await journal.append([entry]);
  const file = await cases.find(reference);
  if (file?.refusalCode === undefined) {
    return file && { file };
  }
  const { versions } = await base.published(programme);
  const cards = cardsInForce(versions, day).map((one) => deskCard(one, day));
  const refusal = explainedRefusal(cards, file.refusalCode);
  return { file, ...(refusal && { refusal }) };
}
