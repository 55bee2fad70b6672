import type { Desk } from './agent.ts';

/** One request to the centre's HTTP API, as an agent's browser sends it. */
interface DeskRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends it; `key` names the request in the seeded world. Answers the status and the text. */
export type SendRequest = (
  request: DeskRequest,
  key: string,
) => Promise<{ readonly status: number; readonly text: string }>;

/** The agent desk over its HTTP API, each agent with their own session cookie. A refusal is an error that says what was refused. */
export function deskClient(programme: string, cookieOf: (agent: string) => string, send: SendRequest): Desk {
  const post = async (
    agent: string,
    path: string,
    body: { readonly clientId: string; readonly [field: string]: unknown },
  ): Promise<void> => {
    const request: DeskRequest = {
      method: 'POST',
      path: `/api/${programme}${path}`,
      headers: { 'content-type': 'application/json', cookie: cookieOf(agent) },
      body: JSON.stringify(body),
    };
    const { status, text } = await send(request, `desk/${body.clientId}`);
    if (status !== 200) throw new Error(`${agent}: POST ${request.path} was answered ${status}: ${text}`);
  };
  return {
    async script(agent, attemptId, clientId) {
      const path = `/attempts/${attemptId}/script`;
      const headers = { cookie: cookieOf(agent) };
      const request = { method: 'GET', path: `/api/${programme}${path}`, headers, body: '' } as const;
      const { status, text } = await send(request, `desk/${clientId}/identity`);
      if (status !== 200) throw new Error(`${agent}: GET ${request.path} was answered ${status}: ${text}`);
      await post(agent, path, { clientId, identityVerified: true });
    },
    disposition: (agent, contactId, body) => post(agent, `/contacts/${contactId}/wrap-up`, { ...body }),
    wrapUp: (agent, contactId, body) => post(agent, `/contacts/${contactId}/wrap-up`, body),
    openQuestion: (agent, body) => post(agent, '/questions', body),
  };
}
