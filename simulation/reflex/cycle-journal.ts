type Item = Readonly<Record<string, unknown>>;

/** An attempt as the journal has it, last revision. */
export interface FiledAttempt {
  readonly attemptId: string;
  readonly recipientId: string;
  readonly n: number;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly contactId: string | undefined;
  readonly disposition: string;
  readonly counts: boolean;
  readonly answered: boolean;
  readonly abandoned: boolean;
  readonly byThirdParty: boolean;
  /** Of a call promised in an earlier conversation. */
  readonly promised: boolean;
}

/** One cycle, read from raw journal items without the code of the reports. */
export interface FiledCycle {
  readonly attempts: readonly FiledAttempt[];
  /** Loaded people, with how their cycle ended. */
  readonly people: ReadonlyMap<string, { readonly callable: boolean; readonly state: string | undefined }>;
  readonly activatedAt: string | undefined;
  readonly firstCallBy: string | undefined;
  readonly referrals: ReadonlySet<string>;
  /** Calls promised in conversations, by person: until when, and what became of it. */
  readonly promises: ReadonlyMap<
    string,
    { readonly since: string; readonly by: string; readonly state: string | undefined }
  >;
  /** Contacts that were callbacks to people who had rung. */
  readonly callbacks: ReadonlySet<string>;
}

/** `crisis`: exercises and campaigns of other kinds are left out. */
export function filedCycle(journal: readonly Item[], crisis: string): FiledCycle {
  const attempts = new Map<string, Item>();
  const loaded = new Map<string, { readonly callable: boolean; readonly reason: string | undefined }>();
  const closed = new Map<string, { readonly time: string; readonly state: string }>();
  const referrals = new Set<string>();
  const promised = new Map<string, { readonly since: string; readonly by: string }>();
  const promiseEnds = new Map<string, string>();
  const callbacks = new Set<string>();
  let activation: Item | undefined;
  for (const item of journal) {
    const { campaign } = item;
    if (typeof campaign === 'string' && !campaign.startsWith(`${crisis}_`)) continue;
    const change = membersOf(item['change']);
    const recipientId = String(item['recipientId']);
    if (item['kind'] === 'attempt') {
      // Of who rang, each time is one of its own.
      const name = `${String(item['attemptId'])} ${item['n'] === 0 ? String(item['contactId']) : ''}`;
      const known = attempts.get(name);
      if (known === undefined || Number(known['revision']) < Number(item['revision'])) attempts.set(name, item);
    } else if (item['kind'] === 'recipient' && change['type'] === 'loaded') {
      const reason = change['reason'] === undefined ? undefined : String(change['reason']);
      loaded.set(recipientId, { callable: change['callable'] === true, reason });
    } else if (item['kind'] === 'recipient' && change['type'] === 'closed') {
      const time = String(item['time']);
      if ((closed.get(recipientId)?.time ?? '') <= time)
        closed.set(recipientId, { time, state: String(change['state']) });
    } else if (item['kind'] === 'recipient' && change['type'] === 'promised') {
      promised.set(recipientId, { since: String(item['time']), by: String(change['by']) });
    } else if (item['kind'] === 'recipient' && change['type'] === 'promise-closed') {
      promiseEnds.set(recipientId, String(change['state']));
    } else if (item['kind'] === 'cycle' && change['type'] === 'activated') {
      activation = item;
    } else if (item['kind'] === 'referral' && change['type'] === 'created') {
      referrals.add(String(item['referralId']));
    } else if (item['kind'] === 'callback' && change['contactId'] !== undefined) {
      callbacks.add(String(change['contactId']));
    }
  }
  const firstCallBy = activation === undefined ? undefined : String(membersOf(activation['change'])['firstCallBy']);
  return {
    attempts: [...attempts.values()].map(attemptOf).sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1)),
    people: new Map(
      [...loaded].map(([id, { callable, reason }]) => [id, { callable, state: closed.get(id)?.state ?? reason }]),
    ),
    activatedAt: activation === undefined ? undefined : String(activation['time']),
    firstCallBy,
    referrals,
    promises: new Map([...promised].map(([id, one]) => [id, { ...one, state: promiseEnds.get(id) }])),
    callbacks,
  };
}

function attemptOf(item: Item): FiledAttempt {
  return {
    attemptId: String(item['attemptId']),
    recipientId: String(item['recipientId']),
    n: Number(item['n']),
    startedAt: String(item['startedAt']),
    endedAt: String(item['endedAt']),
    contactId: typeof item['contactId'] === 'string' ? item['contactId'] : undefined,
    disposition: String(item['disposition']),
    counts: item['counts'] === true,
    answered: item['answeredByCustomer'] === true,
    abandoned: item['complianceAbandon'] === true,
    byThirdParty: item['byThirdParty'] === true,
    promised: item['promised'] === true,
  };
}

function membersOf(value: unknown): Item {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
