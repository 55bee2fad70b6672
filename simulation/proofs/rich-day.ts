import type { JsonObject } from '../../local/json.ts';
import { deriveUuid } from '../../local/kernel/random.ts';
import { visitDesk } from '../desk-visit.ts';
import { type Centre, openCentre } from '../open-centre.ts';
import { programmeWorld } from '../programme-world.ts';
import { wholeJournal } from '../read-centre.ts';
import { sessionCookies } from '../session-cookies.ts';
import { forgedRecord, putRecord } from './contact-records.ts';
import { scriptDesk } from './rich-desk.ts';
import { scriptOrder, wrapUpOrder } from './rich-order.ts';
import { ScriptedPeople } from './scripted-people.ts';

const minute = 60_000;
const programme = 'samps';
const placeKeeper = '+687751111';
const abroad = '+33612345678';
/** From where nobody may be dialled, and where it is day as well. */
const neighbour = '+681821234';
const schemeFromAbroad = 'MINIMUM_VIEILLESSE';
const unidentified = '+687752222';
/** Of a range that the account may not dial, whatever the deployment file believes. */
const refusedByConnect = '+687791111';

/** A Monday on which everything that functions may do happens once, so that each permission is needed. */
export async function playRichDay(options: {
  readonly assembly: string;
  readonly state: string;
  readonly fresh?: boolean;
  readonly withoutStatements?: readonly string[];
  /** Asked every ten virtual minutes: true ends the day there. */
  readonly enough?: (centre: Centre) => boolean;
}): Promise<Centre> {
  const { enough = () => false, ...order } = options;
  const world = programmeWorld(programme);
  const day = { seed: 1, date: '2025-07-07', days: 1, agents: 0, volume: 0, concurrency: 4 };
  const telephony = { concurrentCalls: 20, allowedPrefixes: ['+68775'] };
  const centre = await openCentre({ ...order, ...day, telephony, world });
  try {
    plan(centre);
    const { kernel } = centre.cloud;
    const over = Date.parse(centre.over);
    while (kernel.now() < over && !enough(centre)) await kernel.runUntil(Math.min(over, kernel.now() + 10 * minute));
    return centre;
  } catch (error) {
    await centre.cloud.stop();
    throw error;
  }
}

function plan(centre: Centre): void {
  const { cloud, world } = centre;
  const { kernel } = cloud;
  const open = Date.parse(centre.days[0]?.open?.from ?? '');
  const people = new ScriptedPeople(centre);
  const at = (minutes: number, what: string, task: () => unknown) =>
    kernel.at(open + minutes * minute, `script/${what}`, async () => {
      await task();
    });
  const choose = (key: string) => (prompt: string) => (/scolaires, tapez/.test(prompt) ? key : undefined);

  at(2, 'place kept', () =>
    people.call('caller/keeps place', {
      number: placeKeeper,
      answer: (prompt) => (/gardant votre place/.test(prompt) ? '1' : choose('3')(prompt)),
      hangUpAfterSeconds: 400,
    }),
  );
  at(2, 'number withheld', () =>
    people.call('caller/withheld', {
      answer: (prompt) =>
        /Tapez votre numéro/.test(prompt) ? '753333#' : /Si c'est exact/.test(prompt) ? '1' : choose('1')(prompt),
      hangUpAfterSeconds: 120,
    }),
  );
  at(2, 'call from abroad', () =>
    people.call('caller/abroad', { number: abroad, answer: choose('2'), hangUpAfterSeconds: 60 }),
  );
  at(2, 'call from Wallis', () =>
    people.call('caller/wallis', { number: neighbour, answer: choose('3'), hangUpAfterSeconds: 60 }),
  );
  at(2, 'not allow-listed', () =>
    people.call('caller/refused', { number: refusedByConnect, answer: choose('1'), hangUpAfterSeconds: 60 }),
  );
  // The context function had failed: the flow knows nobody, and neither does the record.
  at(3, 'technical', () =>
    cloud.invoke(functionNamed(cloud, 'callback-request'), technicalRequest(centre), 'technical'),
  );
  at(12, 'talked since', () =>
    putRecord(cloud, forgedRecord(cloud, { number: placeKeeper, at: kernel.now(), talked: true, name: 'talked' })),
  );

  at(13, 'never identified', () =>
    putRecord(cloud, forgedRecord(cloud, { number: '+687755555', at: kernel.now(), name: 'never identified' })),
  );

  people.answersPhone('+687753333');
  people.answersPhone('+687756103');
  const [agent = ''] = world.agents;
  scriptOrder(centre, people, open);
  scriptDesk(centre, open);
  const phone = people.agent(agent, async (contactId, attributes) => {
    await visitDesk(cloud, { programme, agent, contactId }, deriveUuid('question'));
    if (attributes['nature'] === 'campaign') {
      await wrapUpOrder(people, agent, contactId, attributes);
      return;
    }
    const owed = await manualCallback(centre);
    const wrapUp = {
      clientId: deriveUuid('wrap-up', contactId),
      scheme: 'BOURSES',
      motive: world.surroundings.motives[0],
    };
    await people.browse(agent, 'POST', `/api/${programme}/contacts/${contactId}/wrap-up`, { ...wrapUp, ...owed });
  });
  at(20, 'agent', () => phone.setStatus('Available'));
  at(21, 'answered', () =>
    people.call('caller/answered', { number: '+687754444', answer: choose('3'), hangUpAfterSeconds: 600 }),
  );
  at(40, 'known person', () =>
    people.call('caller/known', { number: placeKeeper, answer: choose('3'), hangUpAfterSeconds: 600 }),
  );
  const pages = sessionCookies(cloud);
  at(29, 'desk', async () => {
    // Through the distribution, which reads the page from its bucket.
    await (await fetch(`${cloud.http.url}/poste`, { headers: { cookie: pages(agent) } })).arrayBuffer();
    await people.browse(agent, 'GET', '/api/poste');
  });
  const livePage = (user: string) =>
    cloud.http.openLive({ cookie: pages(user), origin: cloud.http.url }, () => {}, `live/${user}`);
  at(30, 'question', async () => {
    const known = (await wholeJournal(cloud)).find(
      ({ kind, numberKey }) => kind === 'contact' && numberKey !== undefined,
    );
    const question = {
      ...{ clientId: deriveUuid('question'), scheme: 'BOURSES', text: 'Quel justificatif ?' },
      numberKey: known?.['numberKey'],
    };
    // One page is closed, one vanishes before it is told of the question, one after.
    await (await livePage(agent)).close();
    (await livePage('client')).vanish();
    const watching = await livePage('superviseur');
    const { text } = await people.browse(agent, 'POST', `/api/${programme}/questions`, question);
    // Long enough for the board to be pushed to it.
    cloud.kernel.after(25_000, 'live/vanishes', async () => watching.vanish());
    await people.browse('superviseur', 'GET', `/api/${programme}/tableau`);
    await people.browse('superviseur', 'GET', `/api/${programme}/reglages`);
    const id = /"(?:questionId|id)":"([^"]+)"/.exec(text)?.[1];
    await people.browse(agent, 'GET', `/api/${programme}/questions`);
    await people.browse('client', 'POST', `/api/${programme}/questions/${id}/answer`, { text: 'Un bail.' });
  });
  at(50, 'dialled by hand', async () => {
    const path = `/api/${programme}/appels-a-composer`;
    const { text } = await people.browse(agent, 'GET', path);
    const owed = [...text.matchAll(/"numberKey":"([^"]+)","scheme":"([^"]+)"/g)];
    const numberKey = owed.find(([, , scheme]) => scheme !== schemeFromAbroad)?.[1] ?? 'none';
    const taken = await people.browse(agent, 'POST', `${path}/${numberKey}/prendre`, {});
    const attemptId = /"attemptId":"([^"]+)"/.exec(taken.text)?.[1];
    const end = { attemptId, result: 'no-answer', clientId: deriveUuid('by hand') };
    await people.browse(agent, 'POST', `${path}/${numberKey}/issue`, end);
  });
  at(31, 'sign-in', () => people.browse(undefined, 'GET', '/connexion'));
  const afterReports = (Date.parse(centre.over) - open) / minute - 1;
  at(afterReports, 'reports', async () => {
    const { text } = await people.browse('client', 'GET', '/rapports');
    const [, path = '/rapports/none'] = /href="(\/rapports\/samps\/[^"]+)"/.exec(text) ?? [];
    const { headers } = await people.browse('client', 'GET', path);
    // The browser follows the signed link.
    if (headers['location'] !== undefined) await (await fetch(headers['location'])).arrayBuffer();
  });
  at(afterReports, 'number given up', () =>
    cloud.invoke(functionNamed(cloud, 'number-association'), numberGivenUp(centre), 'number given up'),
  );
}

/** What CloudFormation sends when the association of the centre's number is deleted. */
function numberGivenUp({ cloud, number }: Centre): JsonObject {
  const { instance } = cloud.connect;
  const ResourceProperties = {
    InstanceId: instance.id,
    PhoneNumberId: instance.numberByAddress(number)?.arn ?? number,
  };
  return { RequestType: 'Delete', ResourceProperties };
}

/** What the agent who dialled the person abroad by hand adds to the wrap-up. */
async function manualCallback({ cloud }: Centre): Promise<object> {
  const journal = await wholeJournal(cloud);
  const asked = journal.find(({ kind, scheme }) => kind === 'callback' && scheme === schemeFromAbroad);
  return asked === undefined ? {} : { callbackId: asked['callbackId'], numberKey: asked['numberKey'] };
}

function functionNamed(cloud: Centre['cloud'], ending: string): string {
  const found = cloud.resources.find(({ type, ref }) => type === 'AWS::Lambda::Function' && ref.endsWith(ending));
  if (found === undefined) throw new Error(`no function ends with "${ending}"`);
  return found.ref;
}

/** What the error path of the welcome flow sends when nothing is known of the caller but the number. */
function technicalRequest(centre: Centre): JsonObject {
  const endpoint = (Address: string) => ({ Address, Type: 'TELEPHONE_NUMBER' });
  const ContactId = deriveUuid('technical call');
  return {
    Name: 'ContactFlowEvent',
    Details: {
      ContactData: {
        Attributes: { programme, failure: 'technical' },
        Channel: 'VOICE',
        ContactId,
        InitialContactId: ContactId,
        PreviousContactId: ContactId,
        CustomerEndpoint: endpoint(unidentified),
        SystemEndpoint: endpoint(centre.number),
        InitiationMethod: 'INBOUND',
        InstanceARN: centre.cloud.connect.instance.arn,
        Queue: null,
      },
      Parameters: { reason: 'technical' },
    },
  };
}
