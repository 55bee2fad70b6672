import { outboundRoutes } from '../../contracts/outbound-routes.ts';
import { routes } from '../../contracts/routes.ts';
import type { Centre } from '../open-centre.ts';
import { browserOf } from '../reflex/browser.ts';
import type { FilePerson } from '../samps/file-people.ts';
import { placeOrders } from '../samps/place-orders.ts';
import { sessionCookies } from '../session-cookies.ts';
import type { ScriptedPeople } from './scripted-people.ts';

const programme = 'samps';
const supervisor = 'superviseur';
const minute = 60_000;

const person = (userId: string, lastName: string, number: string, kinds: FilePerson['files'][number]['kind'][]) => ({
  ...{ userId, lastName, firstName: 'Rose', birthDate: '1960-05-12', city: 'Nouméa', number, answersPhone: 1 },
  files: kinds.map((kind) => ({
    scheme: 'BOURSES',
    kind,
    missing: kind === 'renewal' ? [] : ['RIB'],
    due: '2025-07-31',
  })),
});

/** Whom the order is about: one who answers, one who never does, one whom Connect does not dial, one who leaves the list. */
const reached = person('U1', 'Boae', '+687756001', ['renewal', 'incomplete']);
const missed = person('U2', 'Dupré', '+687756002', ['renewal']);
const people: readonly FilePerson[] = [
  reached,
  missed,
  person('U3', 'Leroy', '+687796003', ['incomplete']),
  person('U4', 'Taputu', '+687756004', ['incomplete']),
];

/** What an order of calls asks of every function that serves it, once. `open`: epoch milliseconds. */
export function scriptOrder(centre: Centre, scripted: ScriptedPeople, open: number): void {
  const { cloud } = centre;
  const scope = { cloud, browser: browserOf(cloud), programme, user: supervisor };
  placeOrders(scope, { nth: 0, people, deadline: '2025-07-11', at: open - 70 * minute });
  scripted.answersPhone(reached.number);
  // By then the record of our call has come, and its lease still holds the number.
  scripted.ringsBack(missed.number, 5);
  const at = (minutes: number, what: string, task: () => unknown) =>
    cloud.kernel.at(open + minutes * minute, `script/order/${what}`, async () => {
      await task();
    });
  const path = (route: { readonly path: string }) => route.path.replace('{programme}', programme);
  at(-75, 'page before its file', async () => {
    const { text } = await scripted.browse(supervisor, 'GET', path(outboundRoutes.recipientLists));
    const [, page] = /name="success_action_redirect" value="([^"]+)"/.exec(text) ?? [];
    await scripted.browse(supervisor, 'GET', page === undefined ? '/listes/none' : new URL(page).pathname);
  });
  at(-30, 'campaigns', async () => {
    for (const route of [outboundRoutes.campaigns, outboundRoutes.campaignBoard, outboundRoutes.sentLists]) {
      await scripted.browse(supervisor, 'GET', path(route));
    }
  });
  at(-29, 'departure', () => {
    const form = { lastName: 'Taputu', firstName: 'Rose', birthDate: '12/05/1960', why: 'asked' };
    return scope.browser.submit(supervisor, path(outboundRoutes.recipientDeparture), form, 'order/departure');
  });
  at(-28, 'errors', async () => {
    const { text } = await scripted.browse(supervisor, 'GET', path(outboundRoutes.recipientLists));
    const [, list = '/listes/none'] = /href="(\/listes\/samps\/imports\/[^"/]+)"/.exec(text) ?? [];
    await scripted.browse(supervisor, 'GET', `${list}/erreurs`);
  });
  at(300, 'corrections', () => scripted.browse(supervisor, 'GET', path(outboundRoutes.recipientCorrections)));
  // Taken back at the end of the day: nobody of the list is called any more.
  at(480, 'undo', async () => {
    const { text } = await scripted.browse(supervisor, 'GET', path(outboundRoutes.recipientLists));
    const [, list = '/listes/none'] = /href="(\/listes\/samps\/imports\/[^"/]+)"/.exec(text) ?? [];
    await scope.browser.submit(supervisor, list, { step: 'undo' }, 'order/undo');
  });
  // One page hears of it, one vanished just before.
  at(485, 'taken back', async () => {
    const cookie = sessionCookies(cloud)(supervisor);
    const livePage = (name: string) =>
      cloud.http.openLive({ cookie, origin: cloud.http.url }, () => {}, `live/order/${name}`);
    const watching = await livePage('watching');
    (await livePage('vanished')).vanish();
    const { text } = await scripted.browse(supervisor, 'GET', path(outboundRoutes.campaigns));
    const [, campaign = 'none'] = /"id":"(renouvellement[^"]+)"/.exec(text) ?? [];
    await scripted.browse(supervisor, 'POST', path(outboundRoutes.stopOrder).replace('{campaign}', campaign), {});
    watching.vanish();
  });
}

/** What the agent does after a call about a file: a slip, then what was meant; and the number that the person gave. */
export async function wrapUpOrder(
  scripted: ScriptedPeople,
  agent: string,
  contactId: string,
  { attemptId = '', recipientId = '' }: Readonly<Record<string, string>>,
): Promise<void> {
  const script = outboundRoutes.callScript.path.replace('{programme}', programme).replace('{attemptId}', attemptId);
  await scripted.browse(agent, 'GET', script);
  await scripted.browse(agent, 'POST', script, { identityVerified: true });
  const wrapUp = routes.wrapUp.path.replace('{programme}', programme).replace('{contactId}', contactId);
  await scripted.browse(agent, 'POST', wrapUp, { attemptId, disposition: 'deceased', revision: 1 });
  await scripted.browse(agent, 'POST', wrapUp, {
    attemptId,
    disposition: 'complete',
    outcome: 'en-ligne',
    revision: 2,
  });
  const correction = outboundRoutes.recipientCorrection.path
    .replace('{programme}', programme)
    .replace('{recipientId}', recipientId);
  await scripted.browse(agent, 'POST', correction, { field: 'phone', value: '75 60 09' });
}
