type Item = Readonly<Record<string, unknown>>;

export interface FiledMessage {
  readonly messageId: string;
  readonly subject: string;
  readonly moment: string;
  /** All that was told of it. */
  readonly told: ReadonlySet<string>;
  /** When it left, or was given up. */
  readonly at: string;
}

export interface FiledCall {
  readonly attemptId: string;
  readonly recipientId: string;
  readonly moment: string;
  readonly n: number;
  readonly startedAt: string;
  readonly contactId: string | undefined;
  readonly disposition: string;
  readonly hasAgent: boolean;
}

/** A follow-up, read from raw journal items without the code of the reports. */
export interface FiledFollowUp {
  readonly messages: readonly FiledMessage[];
  readonly calls: readonly FiledCall[];
  /** Person and moment of each questionnaire completed, by channel. */
  readonly completed: { readonly web: ReadonlySet<string>; readonly agent: ReadonlySet<string> };
  /** Follow-up facts by kind: person and moment of each. */
  readonly facts: ReadonlyMap<string, ReadonlySet<string>>;
}

export function filedFollowUp(journal: readonly Item[]): FiledFollowUp {
  const messages = new Map<string, FiledMessage & { readonly told: Set<string> }>();
  const calls = new Map<string, { readonly item: Item; readonly revision: number }>();
  const completed = { web: new Set<string>(), agent: new Set<string>() };
  const facts = new Map<string, Set<string>>();
  for (const item of journal) {
    const change = membersOf(item['change']);
    if (item['kind'] === 'message') {
      const messageId = String(item['messageId']);
      const known = messages.get(messageId) ?? {
        messageId,
        subject: String(item['subject']),
        moment: String(item['occasion'] ?? ''),
        told: new Set<string>(),
        at: String(change['sentAt'] ?? change['at']),
      };
      known.told.add(String(change['type']));
      messages.set(messageId, known);
    } else if (item['kind'] === 'attempt' && Number(item['n']) > 0) {
      const revision = Number(item['revision']);
      const known = calls.get(String(item['attemptId']));
      if (known === undefined || known.revision < revision) calls.set(String(item['attemptId']), { item, revision });
    } else if (item['kind'] === 'questionnaire' && item['state'] === 'complete') {
      const channel = item['channel'] === 'web' ? completed.web : completed.agent;
      channel.add(`${String(item['subject'])} ${String(item['campaign'])}`);
    } else if (item['kind'] === 'follow-up') {
      const type = String(change['type']);
      const known = facts.get(type) ?? new Set<string>();
      facts.set(type, known.add(`${String(item['subject'])} ${String(item['moment'] ?? '')}`));
    }
  }
  return {
    messages: [...messages.values()],
    calls: [...calls.values()].map(({ item }) => callOf(item)).sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1)),
    completed,
    facts,
  };
}

function callOf(item: Item): FiledCall {
  return {
    attemptId: String(item['attemptId']),
    recipientId: String(item['recipientId']),
    moment: String(item['campaign']),
    n: Number(item['n']),
    startedAt: String(item['startedAt']),
    contactId: typeof item['contactId'] === 'string' ? item['contactId'] : undefined,
    disposition: String(item['disposition']),
    hasAgent: typeof item['agent'] === 'string',
  };
}

function membersOf(value: unknown): Item {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
