import type { TypedAlert } from '../../domain/alert/alert-form.ts';
import { operationOf } from '../middleware/alert-page.ts';
import { formBody } from '../middleware/http.ts';
import { type AlertRequest, isAlertId } from './alert-request.ts';

/** A form as it comes: nothing of it is believed. */
export interface AlertForm {
  readonly typed: TypedAlert;
  readonly operation: string;
  readonly alertId: string;
  readonly version: number;
  readonly reusedFrom?: string;
  readonly reason: string;
  readonly again: boolean;
  /** It was scheduled already, and is changed before it leaves. */
  readonly edits: boolean;
}

/** Reads a form that was sent; throws 400 when it names no operation. */
export function readForm({ event }: AlertRequest): AlertForm {
  const form = formBody(event);
  const text = (name: string) => form.get(name) ?? '';
  const operation = operationOf(form);
  const fold = form.get('laquelle');
  const reprise = form.get('reprise');
  return {
    typed: {
      title: text('titre'),
      category: text('categorie'),
      text: text('texte'),
      groups: form.getAll('groupes'),
      when: text('quand') === 'plus-tard' ? 'later' : 'now',
      day: text('jour').slice(0, 40),
      time: text('heure').slice(0, 20),
      ...(fold === 'first' || fold === 'second' ? { fold } : {}),
    },
    operation,
    alertId: operation.replaceAll('-', ''),
    version: Math.max(0, Math.floor(Number(text('version'))) || 0),
    ...(reprise !== null && isAlertId(reprise) ? { reusedFrom: reprise } : {}),
    reason: text('motif').slice(0, 1000),
    again: text('encore') === 'oui',
    edits: text('modifie') === 'oui',
  };
}
