import type { Contacts } from '../../domain/call/contacts.ts';
import { attemptIdOf } from '../../domain/campaign/attempt-id.ts';
import { parseDispositionForm } from '../../domain/campaign/disposition-form.ts';
import { type NoteDispositionPorts, noteDisposition } from '../../domain/campaign/note-disposition.ts';
import { noteDeath } from '../../domain/recipient/note-death.ts';
import type { RecipientRegister } from '../../domain/recipient/recipient-register.ts';
import { HttpError } from '../middleware/http.ts';

export interface DispositionPorts extends NoteDispositionPorts {
  readonly contacts: Pick<Contacts, 'describe'>;
  readonly recipients: Pick<RecipientRegister, 'find' | 'leave' | 'stay'>;
}

/** The wrap-up of a campaign contact: what came of the attempt. Throws `HttpError` with the reason in French. */
export async function fileDisposition(
  body: unknown,
  scope: { readonly programme: string; readonly contactId: string; readonly agent: string; readonly at: string },
  ports: DispositionPorts,
) {
  const form = parseDispositionForm(body);
  if ('fault' in form) {
    throw new HttpError(400, form.fault);
  }
  const { programme, contactId, agent, at } = scope;
  const { attempt, disposition, revision } = form;
  // Of our own calls the claim knows when they began; who rings us is known to Connect alone.
  const contact = attempt.n === 0 ? await ports.contacts.describe(contactId) : undefined;
  if (attempt.n === 0 && contact === undefined) {
    throw new HttpError(404, `Le contact « ${contactId} » est inconnu ; valeur acceptée : un contact de ce centre.`);
  }
  const startedAt = contact?.initiatedAt ?? at;
  const answer = await noteDisposition(
    { ...form, programme, contactId: contact?.initialContactId ?? contactId, agent, at, startedAt },
    ports,
  );
  if (answer.type === 'refused') {
    throw new HttpError(400, answer.fault);
  }
  const attemptId = attemptIdOf(attempt);
  if (answer.type === 'unknown-attempt') {
    throw new HttpError(
      404,
      `La tentative « ${attemptId} » est inconnue ; valeur acceptée : celle du contact en ligne.`,
    );
  }
  const { recipientId } = attempt;
  const deceased = disposition === 'deceased';
  await noteDeath({ programme, recipientId, attemptId, deceased, revision, at, by: agent }, ports.recipients);
  return { attemptId, contactId, disposition, revision };
}
