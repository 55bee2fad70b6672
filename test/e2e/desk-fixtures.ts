import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { DeskAnswer } from '../../contracts/session.ts';
import type { DeskPhoneView } from '../../local/connect/desk-phone/desk-phone-view.ts';
import { type Answer, openBuiltPage } from './built-pages.ts';

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
export const onPhone = (
  state: string,
  heard: readonly string[] = [],
): DeskPhoneView & Required<Pick<DeskPhoneView, 'contact'>> => ({
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

/** The desk with this telephone, whose line stays open: one that is answered whole would be lost, and come back every few seconds. */
export async function openDesk(
  browser: Browser,
  phone: DeskPhoneView,
  answers: Readonly<Record<string, Answer>>,
): Promise<Page> {
  const data = JSON.stringify(JSON.stringify(phone));
  const line = `EventSource = function () { setTimeout(() => this.onmessage({ data: ${data} })); this.close = () => {}; };`;
  const all = { '/api/session': () => deskSession, '/api/poste': () => deskSession, ...answers };
  const prepare = (context: BrowserContext) => context.addInitScript(line).then(() => undefined);
  return await openBuiltPage(browser, '/poste', all, { width: 1440, height: 900 }, { prepare });
}
