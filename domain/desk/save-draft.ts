import type { DeskDraft } from '../../contracts/desk-context.ts';
import { type ContactOrigins, isOfProgramme, noteHolderOf } from './contact-origin.ts';
import type { DeskNote, DeskNotes } from './desk-notes.ts';

/** Keeps what an agent writes of a contact, as they type. Undefined when the programme has no such contact. */
export async function saveDraft(
  draft: DeskDraft,
  scope: { readonly programme: string; readonly contactId: string; readonly agent: string; readonly at: string },
  { origins, notes }: { readonly origins: ContactOrigins; readonly notes: DeskNotes },
): Promise<DeskNote | undefined> {
  const { programme, contactId, agent, at } = scope;
  const origin = await origins(contactId);
  if (origin === undefined || !isOfProgramme(origin, programme)) {
    return undefined;
  }
  return await notes.keep(programme, noteHolderOf(origin), { ...draft, contactId, agent, at, savedAt: at });
}
