import { knowledgeRoutes } from '../../contracts/knowledge-routes.ts';
import { messageRoutes, routes } from '../../contracts/routes.ts';
import { deriveUuid } from '../../local/kernel/random.ts';
import type { Centre } from '../open-centre.ts';
import { browserOf } from '../reflex/browser.ts';
import { sessionCookies } from '../session-cookies.ts';

const programme = 'samps';
const supervisor = 'superviseur';
const client = 'client';
const minute = 60_000;
const [today, inTwoDays] = ['2025-07-07', '2025-07-09'];
/** Who comes to a place, and stops the messages by their link; whom no message reaches; who would be rung at their hour, and gives it up. */
const [visitor, rung] = ['+687756101', '+687756103'];
/** Who asks for a list of documents and the address of a place by SMS. */
const reader = '+687756105';
const outOfReach = Array.from({ length: 3 }, (_, index) => `+6877562${index}0`);
/** Nobody here is on the line: what the desk writes names a call all the same. */
const contactId = deriveUuid('call of the rich desk');
const cardId = 'guichet-du-jour';

/** What agents and the client ask of cards, appointments, files, messages and settings, once each. `open`: epoch milliseconds. */
export function scriptDesk(centre: Centre, open: number): void {
  const { cloud, world } = centre;
  const [agent = ''] = world.agents;
  const browser = browserOf(cloud);
  let asked = 0;
  const key = () => {
    asked += 1;
    return `rich-desk/${asked}`;
  };
  const ask = async (user: string, path: string, body?: object) => field(await browser.call(user, path, body, key()));
  const submit = async (path: string, form: Readonly<Record<string, string>>) =>
    seen(await browser.submit(client, path, form, key()), path);
  const page = async (path: string) => seen(await browser.open(client, path, key()), path);
  const at = (minutes: number, what: string, task: () => unknown) =>
    cloud.kernel.at(open + minutes * minute, `script/desk/${what}`, async () => {
      await task();
    });

  /** A file of the client's, as a browser sends it. */
  async function sendFile(kind: 'cards' | 'places', lines: readonly string[]) {
    const boundary = 'rich-desk-file';
    const part = (name: string, value: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; ${name}\r\n\r\n${value}`;
    const parts = [part('name="kind"', kind), part('name="file"; filename="envoi.csv"', lines.join('\r\n'))];
    const path = pathOf(knowledgeRoutes.cardGrid);
    const headers = {
      cookie: sessionCookies(cloud)(client),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    };
    const body = Buffer.from(`${parts.join('\r\n')}\r\n--${boundary}--\r\n`);
    const answer = await cloud.http.request({ method: 'POST', path, headers, body }, key());
    return seen({ ...answer, text: answer.body.toString('utf8') }, path);
  }

  at(25, 'objective', async () => {
    const settings = await ask(supervisor, pathOf(routes.settings));
    const objective = settings.list('settings').find((one) => one.text('code') === 'objectives');
    const change = { value: { answerRate: 0.85 }, seen: objective?.text('seen'), reason: 'Comité du mois de juillet' };
    await ask(supervisor, pathOf(routes.changeSetting, { setting: 'objectives' }), change);
  });
  at(25, 'contacts', async () => {
    const settings = await ask(supervisor, pathOf(routes.settings));
    const contacts = settings.list('settings').find((one) => one.text('code') === 'contacts');
    const person = (side: string) => ({ name: 'Élie Wamytan', role: 'Référent', email: `${side}@exemple.nc`, side });
    const change = {
      ...{ value: ['client', 'house'].map(person), seen: contacts?.text('seen'), reason: 'Congés de juillet' },
    };
    await ask(supervisor, pathOf(routes.changeSetting, { setting: 'contacts' }), change);
    await ask(supervisor, pathOf(routes.staffing));
    await ask(client, pathOf(routes.watch));
  });
  at(26, 'message templates', () => ask(client, pathOf(messageRoutes.messageTemplates)));
  at(27, 'next deployment', () => cloud.invoke(seedsOf(centre), nextDeployment, 'next deployment'));

  at(31, 'cards sent', async () => {
    const sent = await sendFile('cards', ['Référence;Question;Réponse', `${cardId};Quel guichet ?;Le 3.`]);
    const preview = sent.headers['location'] ?? '';
    const [, edition = ''] = /name="edition" value="(\d+)"/.exec((await page(preview)).text) ?? [];
    await submit(preview, { edition });
  });
  at(32, 'places sent', () =>
    sendFile('places', ['Commune;Lieu;Adresse;Téléphone;Horaires', 'Thio;Mairie;1 rue;45 00 00;lun-ven']),
  );
  at(33, 'card read', async () => {
    await ask(agent, pathOf(knowledgeRoutes.cards));
    await ask(agent, pathOf(knowledgeRoutes.openedCard, { contactId }), { cardId, version: 1 });
    await ask(agent, pathOf(knowledgeRoutes.openedCards, { contactId }));
    await ask(agent, `${pathOf(knowledgeRoutes.places)}?commune=Thio`);
  });
  at(34, 'card corrected', async () => {
    const path = pathOf(knowledgeRoutes.cardEdit, { card: cardId });
    const draft = { step: 'draft', title: 'Quel guichet ?', answer: 'Le 5.', revision: '0', basedOn: '1' };
    await submit(path, draft);
    const [, edition = ''] = /name="edition" value="(\d+)"/.exec((await page(path)).text) ?? [];
    await submit(path, { step: 'publish', revision: '1', edition, corrects: 'true' });
    await page(pathOf(knowledgeRoutes.cardTold, { card: cardId }));
  });
  at(35, 'file looked up', () =>
    ask(agent, pathOf(knowledgeRoutes.caseLookup), { reference: 'BO-2025-0107', contactId, identityChecked: true }),
  );

  const slotOf = async (site: string, day: string, nth: number) => {
    const found = await ask(agent, `${pathOf(knowledgeRoutes.slots)}?site=${site}&jour=${day}`);
    return found.list('slots')[nth]?.text('at');
  };
  const book = async (siteId: string, slotAt: string | undefined, phone: string, texts: boolean) => {
    const who = { lastName: 'Wamytan', firstName: 'Élie', phone, texts, contactId };
    const appointment = { appointmentId: deriveUuid('appointment', phone), siteId, slotAt, scheme: 'BOURSES' };
    return await ask(agent, pathOf(knowledgeRoutes.bookAppointment), { ...appointment, ...who });
  };
  const change = (phone: string, action: 'deplacer' | 'annuler', body: object) => {
    const appointmentId = deriveUuid('appointment', phone);
    return ask(agent, pathOf(knowledgeRoutes.changeAppointment, { appointmentId, action }), body);
  };
  for (const number of outOfReach) cloud.sms.setPhone(number, { kind: 'dead' });
  at(36, 'booked', async () => {
    await ask(agent, pathOf(knowledgeRoutes.appointments));
    await book('dpass-noumea', await slotOf('dpass-noumea', inTwoDays, 0), visitor, true);
    for (const number of outOfReach) {
      await book('dpass-noumea', await slotOf('dpass-noumea', inTwoDays, 1), number, true);
    }
    await book('telephone', await slotOf('telephone', today, 0), rung, false);
  });
  at(37, 'texts sent', async () => {
    const path = pathOf(knowledgeRoutes.sendDeskText, { contactId });
    for (const subject of [{ fiche: 'bourses-pieces', version: 1 }, { lieu: 'mairie-thio' }]) {
      await ask(agent, path, { ...subject, phone: reader, agreed: true });
    }
    await ask(agent, `${path}?lieu=mairie-thio`);
  });
  // Later than a booking may be on its way: the places held are looked up.
  at(55, 'moved', async () =>
    change(visitor, 'deplacer', { siteId: 'dpass-noumea', slotAt: await slotOf('dpass-noumea', inTwoDays, 3) }),
  );
  at(75, 'cancelled', () => change(visitor, 'annuler', {}));
  at(90, 'messages stopped', async () => {
    for (const { body } of cloud.sms.inbox(visitor)) {
      const [, path = '/m/none'] = /https?:\/\/[^/\s]+(\/m\/\S+)/.exec(body) ?? [];
      for (const method of ['GET', 'POST'] as const) {
        const answer = await cloud.http.request({ method, path, headers: {}, body: Buffer.from('') }, key());
        seen({ ...answer, text: answer.body.toString('utf8') }, path);
      }
    }
  });
}

const nextDeployment = { RequestType: 'Update', ResourceProperties: { Programme: programme } };

/** The function that CloudFormation asks for the seeds of a programme. */
function seedsOf({ cloud }: Centre): string {
  const found = cloud.resources.find(
    ({ type, ref }) => type === 'AWS::Lambda::Function' && ref.endsWith('content-seeds'),
  );
  if (found === undefined) throw new Error('no function ends with "content-seeds"');
  return found.ref;
}

function pathOf(route: { readonly path: string }, values: Readonly<Record<string, string>> = {}): string {
  return route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ({ programme, ...values })[name] ?? name);
}

/** The answer, unless it is a refusal: then throws saying what was said. */
function seen<T extends { readonly status: number; readonly text: string }>(answer: T, path: string): T {
  if (answer.status >= 400) throw new Error(`${path} was answered ${answer.status}: ${answer.text}`);
  return answer;
}

interface Field {
  text(name: string): string | undefined;
  list(name: string): readonly Field[];
}

/** An answer read member by member. */
function field(value: unknown): Field {
  const member = (name: string): unknown =>
    typeof value === 'object' && value !== null ? Object.entries(value).find(([one]) => one === name)?.[1] : undefined;
  return {
    text(name) {
      const found = member(name);
      return typeof found === 'string' ? found : undefined;
    },
    list(name) {
      const found = member(name);
      return Array.isArray(found) ? found.map(field) : [];
    },
  };
}
