import type { PresentAgent } from '../domain/presence/presence.ts';

const types = ['ROUTABLE', 'CUSTOM', 'OFFLINE'] as const;

/**
 * An agent of the board as a list of words: some 60 bytes, and 60 more on a call, where names of attributes and instants in full would take a quarter of
 * a kilobyte. Instants are milliseconds in base 36.
 */
export function storedAgent({ agent, status, contacts, routingProfile, eventAt }: PresentAgent): readonly string[] {
  return [
    agent,
    routingProfile,
    stored(eventAt),
    status.name,
    String(types.indexOf(status.type)),
    stored(status.since),
    ...contacts.flatMap(({ contactId, state, since }) => [contactId, state, stored(since)]),
  ];
}

/** Throws when it is not such a list. */
export function restoredAgent(line: unknown): PresentAgent {
  const words = Array.isArray(line) ? line.map(String) : [];
  const [agent = '', routingProfile = '', eventAt = '', name = '', type = '', since = '', ...contacts] = words;
  const known = types[Number(type)];
  if (known === undefined || contacts.length % 3 !== 0) {
    throw new Error(`An agent of the board is ${JSON.stringify(line)}; accepted: what the board wrote`);
  }
  return {
    agent,
    routingProfile,
    eventAt: restored(eventAt),
    status: { name, type: known, since: restored(since) },
    contacts: Array.from({ length: contacts.length / 3 }, (_, index) => {
      const [contactId = '', state = '', at = ''] = contacts.slice(index * 3);
      return { contactId, state, since: restored(at) };
    }),
  };
}

function stored(instant: string): string {
  return Date.parse(instant).toString(36);
}

function restored(text: string): string {
  return new Date(Number.parseInt(text, 36)).toISOString();
}
