import type { DeskAnswer } from '../../contracts/session.ts';
import type { DeskPhoneView } from '../../local/connect/desk-phone/desk-phone-view.ts';

const at = Date.parse('2025-07-03T22:00:00.000Z');
/** Who sits at the desk. */
export const deskSession: DeskAnswer = {
  userName: 'lea.martin',
  displayName: 'Léa Martin',
  signedInAt: '2025-07-03T20:00:00.000Z',
  administrator: false,
  programmes: [{ name: 'samps', title: 'SAMPS – Province Sud', timeZone: 'Pacific/Noumea', roles: ['agent'] }],
  accessUrl: 'http://site.test/_local/softphone',
  previews: ['samps'],
};
/** Their telephone between two calls. */
export const idlePhone: DeskPhoneView = {
  at,
  hurrying: false,
  agent: 'lea.martin',
  statuses: [
    { name: 'Available', type: 'ROUTABLE' },
    { name: 'Offline', type: 'OFFLINE' },
    { name: 'Pause', type: 'CUSTOM' },
  ],
  status: 'Available',
  statusSince: at,
  quickConnects: ['Responsable'],
};
/** The same with a call in this state. */
export const onPhone = (state: string, heard: readonly string[] = []): DeskPhoneView => ({
  ...idlePhone,
  contact: {
    contactId: 'c-1',
    initialContactId: 'c-1',
    state,
    accepted: state !== 'CONNECTING',
    since: at - 65_000,
    initiation: 'INBOUND',
    queue: 'samps-bourses',
    attributes: { programme: 'samps' },
    muted: false,
    heard,
  },
});
