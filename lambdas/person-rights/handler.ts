import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Content } from '../../domain/content/content.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { membersOf } from '../../domain/question/question-form.ts';
import { identityKeys, type KeyedHash } from '../../domain/recipient/identity-keys.ts';
import type { RecipientRegister } from '../../domain/recipient/recipient-register.ts';
import { sameIdentity } from '../../domain/recipient/register-keepers.ts';
import { type ForgetPorts, forgetPeople } from '../../domain/retention/forget-people.ts';
import { personData } from '../../domain/retention/person-data.ts';
import type { RetentionBook } from '../../domain/retention/retention-book.ts';
import { retentionPlan } from '../../domain/retention/retention-plan.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import {
  type ApiEvent,
  type ApiUser,
  HttpError,
  jsonAnswer,
  jsonBody,
  pathParameter,
  requireRole,
  userOf,
} from '../middleware/http.ts';
import { log } from '../middleware/log.ts';

export interface PersonRightsParts {
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly ports: ForgetPorts & { readonly book: RetentionBook; readonly content: Pick<Content, 'inForce'> };
  readonly register: Pick<RecipientRegister, 'entries'>;
  readonly hash: KeyedHash;
  readonly now: () => string;
}

/** Routes `retention…` of contracts/routes.ts: what is kept and how long, who somebody is here, all that is kept of them, and taking it all away. */
export function personRightsHandler(
  parts: () => Promise<PersonRightsParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('person-rights', async (event, { awsRequestId }) => {
    let attached: string | undefined;
    const answer = await jsonAnswer('person-rights', awsRequestId, async () => {
      const made = await parts();
      const { programme, user } = requestOf(event, made);
      const [, , , what = '', person, action] = event.rawPath.split('/');
      if (what === 'conservation') {
        return await plan(programme, made);
      }
      if (person === 'recherche') {
        return await search(programme, jsonBody(event), made);
      }
      const recipientId = pathParameter(event, 'recipientId');
      if (action === 'effacement') {
        return await erase(programme, recipientId, user, made);
      }
      attached = `${programme.name}_donnees_${recipientId}.json`;
      return await told(programme, recipientId, user, made);
    });
    return attached === undefined || answer.statusCode !== 200 ? answer : asFile(answer, attached);
  });
}

function requestOf(event: ApiEvent, { programmes }: PersonRightsParts) {
  const name = pathParameter(event, 'programme');
  const user = userOf(event);
  if (!user.groups.includes('administrator')) {
    requireRole(user, name, ['supervisor']);
  }
  const programme = programmes[name];
  if (programme?.retention === undefined) {
    throw new HttpError(404, `Le programme « ${name} » n’a pas de règles de conservation ici.`);
  }
  return { programme, user };
}

/** Rules in force with their dates, and the certificates of the last night. */
async function plan({ name, title, calendar }: Programme, { ports, now }: PersonRightsParts) {
  const at = now();
  const rules = await ports.content.inForce(name, 'retentionRules', at);
  return { programme: title, ...retentionPlan(rules, calendar.timeZone, at) };
}

/** `{ nom, prenom, naissance }` or `{ identifiant }`: ids of a person, none when nobody of that name is registered. */
async function search({ name }: Programme, body: unknown, { register, hash }: PersonRightsParts) {
  const fields = membersOf(body);
  const text = (key: string) => (typeof fields[key] === 'string' ? fields[key].trim() : '');
  const [lastName, firstName, birthDate, externalId] = ['nom', 'prenom', 'naissance', 'identifiant'].map(text);
  const byName = lastName && firstName && /^\d{4}-\d{2}-\d{2}$/.test(birthDate ?? '');
  if (!byName && !externalId) {
    throw new HttpError(
      400,
      'La recherche demande « nom », « prenom » et « naissance » (AAAA-MM-JJ), ou « identifiant ».',
    );
  }
  const asked = {
    ...{ lastName: lastName ?? '', firstName: firstName ?? '', phones: [], reasons: [], impairments: [] },
    ...(birthDate && { birthDate }),
    ...(externalId && { externalId }),
  };
  const { exact } = identityKeys(name, asked, hash);
  const key = externalId ? exact[0] : exact.at(-1);
  const found = (await register.entries(name)).filter((entry) => key !== undefined && entry.exact.includes(key));
  return { personnes: found.map(({ recipientId, validFrom }) => ({ personne: recipientId, depuis: validFrom })) };
}

/** All that is kept of a person, under all the ids they have had (COMMON-15). */
async function told(programme: Programme, recipientId: string, user: ApiUser, parts: PersonRightsParts) {
  const people = sameIdentity(await parts.register.entries(programme.name), recipientId);
  const data = await personData(programme, people, parts.now(), parts.ports);
  if (Object.values(data.kept).every((records) => records.length === 0)) {
    throw new HttpError(404, `Rien n’est gardé sous l’identifiant « ${recipientId} ».`);
  }
  log('info', 'person-rights: told', { programme: programme.name, recipientId, by: user.userName });
  return data;
}

/** All of a person goes, under all the ids they have had (COMMON-14). Asked again, it is done again. */
async function erase(
  { name: programme }: Programme,
  recipientId: string,
  { userName: by }: ApiUser,
  { ports, register, now }: PersonRightsParts,
) {
  const people = sameIdentity(await register.entries(programme), recipientId);
  const at = now();
  const items = await forgetPeople({ programme, people, at, by }, ports);
  log('info', 'person-rights: forgotten', { programme, recipientId, by });
  return { effaceLe: at, personnes: people, elements: items };
}

function asFile(answer: APIGatewayProxyStructuredResultV2, name: string): APIGatewayProxyStructuredResultV2 {
  const body = JSON.stringify(JSON.parse(answer.body ?? '{}'), null, 2);
  const headers = { ...answer.headers, 'content-disposition': `attachment; filename="${name}"` };
  return { ...answer, headers, body };
}
