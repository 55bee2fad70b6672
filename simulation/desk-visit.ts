import { routes } from '../contracts/routes.ts';
import type { LocalCloud } from '../local/index.ts';
import { sessionCookies } from './session-cookies.ts';

const patience = 30;

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
    const key = `desk/${contactId}/${nth}`;
    let answer = await cloud.http.request(request, key);
    // The page asks again after a moment, where functions may crash.
    for (let tries = 2; answer.status >= 500 && cloud.pause !== undefined && tries <= patience; tries += 1) {
      await cloud.pause(2_000, key);
      answer = await cloud.http.request(request, `${key}/again-${tries}`);
    }
    const { status, body: said } = answer;
    if (status !== 200) throw new Error(`${agent}: ${method} ${path} was answered ${status}: ${said.toString('utf8')}`);
  };
  await ask(1, 'GET', routes.contactContext);
  await ask(2, 'PUT', routes.contactDraft, { revision: 1, comment: 'Rappeler le matin.', questionId });
  await ask(3, 'GET', routes.contactContext);
}
