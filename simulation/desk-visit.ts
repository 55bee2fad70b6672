import { routes } from '../contracts/routes.ts';
import type { LocalCloud } from '../local/index.ts';
import { sessionCookies } from './session-cookies.ts';

/** What the page of the desk asks of a contact: who it is, what the agent types with a question of theirs, and both once more. Throws on a refusal. */
export async function visitDesk(
  cloud: LocalCloud,
  { programme, agent, contactId }: { readonly programme: string; readonly agent: string; readonly contactId: string },
  questionId: string,
): Promise<void> {
  const cookie = sessionCookies(cloud)(agent);
  const ask = async (nth: number, method: 'GET' | 'PUT', route: { readonly path: string }, body?: object) => {
    const path = route.path.replace('{programme}', programme).replace('{contactId}', contactId);
    const content = body === undefined ? '' : JSON.stringify(body);
    const headers = { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const request = { method, path, headers, body: Buffer.from(content) };
    const { status, body: said } = await cloud.http.request(request, `desk/${contactId}/${nth}`);
    if (status !== 200) throw new Error(`${agent}: ${method} ${path} was answered ${status}: ${said.toString('utf8')}`);
  };
  await ask(1, 'GET', routes.contactContext);
  await ask(2, 'PUT', routes.contactDraft, { revision: 1, comment: 'Rappeler le matin.', questionId });
  await ask(3, 'GET', routes.contactContext);
}
