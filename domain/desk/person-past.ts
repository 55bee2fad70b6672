import type { DeskPast } from '../../contracts/desk-context.ts';
import type { Appointments } from '../appointment/appointments.ts';
import { stateOfDeskText } from '../desk-text/state-of-desk-text.ts';
import type { TextLog } from '../desk-text/text-log.ts';
import { textOfCode } from '../desk-text/text-name.ts';
import type { MessageRegister } from '../message/message-register.ts';

/** What else is known of a person; each absent where a programme has no such thing. */
export interface PersonPastPorts {
  readonly appointments?: Pick<Appointments, 'ofPerson'>;
  readonly texts?: { readonly log: Pick<TextLog, 'of'>; readonly messages: Pick<MessageRegister, 'read'> };
}

/** Appointments of a person and the SMS that agents had sent to them, in any order. */
export async function personPast(
  programme: string,
  personId: string,
  { appointments, texts }: PersonPastPorts,
): Promise<readonly DeskPast[]> {
  const [booked, sent] = await Promise.all([
    appointments?.ofPerson(programme, personId) ?? [],
    texts?.log.of(programme, personId) ?? [],
  ]);
  const ids = sent.map(({ messageId }) => messageId);
  const known = ids.length === 0 ? [] : ((await texts?.messages.read(programme, ids)) ?? []);
  return [
    ...booked.map(({ takenAt, state, slotAt, site }) => {
      const what = state === 'cancelled' ? 'Rendez-vous annulé' : 'Rendez-vous pris';
      return { at: takenAt, kind: 'appointment', what, slotAt, detail: site } as const;
    }),
    ...sent.map(({ messageId, code, at }) => {
      const { words } = stateOfDeskText(known.find(({ id }) => id === messageId));
      const what = textOfCode(code)?.kind === 'place' ? 'SMS : adresse d’un lieu' : 'SMS : pièces à fournir';
      return { at, kind: 'text', what, detail: words } as const;
    }),
  ];
}
