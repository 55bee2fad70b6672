import type { LocalLine } from './local-softphone.ts';

const unreachable = 'Le téléphone ne répond pas. Vérifiez votre connexion, puis réessayez.';

/** The endpoint over HTTP: pushed events, and one request a button. `address` without a trailing slash. */
export function localLine(address: string): LocalLine {
  return {
    listen({ view, lost }) {
      const events = new EventSource(`${address}/events`);
      events.onmessage = ({ data }) => view(String(data));
      events.onerror = lost;
      return () => events.close();
    },
    async press(action, name) {
      const response = await fetch(`${address}/${action}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(name === undefined ? {} : { name }),
      }).catch(() => {
        throw new Error(unreachable);
      });
      if (response.ok) return;
      const answer: unknown = await response.json().catch(() => undefined);
      const said = typeof answer === 'object' && answer !== null && 'message' in answer ? answer.message : undefined;
      throw new Error(typeof said === 'string' ? said : unreachable);
    },
  };
}
