import type { ClosedState } from '../attempt/attempt-facts.ts';
import { instantOf, localDay } from '../calendar/local-time.ts';
import { closedEntry } from './campaign-entries.ts';
import type { CampaignPorts } from './campaign-ports.ts';
import { changeRecipient } from './change-recipient.ts';
import { type FedCampaign, fedCampaign } from './fed-campaign.ts';
import type { Recipient } from './recipient.ts';
import { nextOf, withDue } from './recipient-facts.ts';

export type HandOverPorts = Pick<CampaignPorts, 'campaigns' | 'content' | 'journal'>;

/** Somebody to call. Instants are ISO UTC. */
export interface HandedPerson {
  readonly recipientId: string;
  /** Keys of the numbers, best first. */
  readonly numbers: readonly string[];
  readonly riskRank: number;
  /** Not before. */
  readonly from: string;
  /** No attempt from then on. */
  readonly until: string;
}

/** Hands people to a fed campaign; those who were are left as they are, and who was taken back before stays so. */
export async function handOver(
  programme: string,
  code: string,
  people: readonly HandedPerson[],
  at: string,
  ports: HandOverPorts,
  precedence?: number,
): Promise<void> {
  const fed = await fedCampaign(programme, code, at, ports, precedence);
  const recipients = people.map((person) => withDue(recipientOf(person, fed), fed.rules, at));
  await ports.campaigns.add(programme, recipients, fed.cycle.shards);
}

/** Takes people back: nobody dials them any more, a call that rings goes on. Who was not handed over yet will not be dialled when they are. */
export async function takeBack(
  programme: string,
  code: string,
  people: readonly Omit<HandedPerson, 'from' | 'until'>[],
  at: string,
  ports: HandOverPorts,
): Promise<void> {
  const fed = await fedCampaign(programme, code, at, ports);
  const { key, cycle, rules } = fed;
  const ids = people.map(({ recipientId }) => recipientId);
  const known = new Set((await ports.campaigns.read(programme, key, ids)).map(({ recipientId }) => recipientId));
  const missing = people.filter(({ recipientId }) => !known.has(recipientId));
  const withheld = missing.map(
    (person): Recipient => ({ ...recipientOf({ ...person, from: at, until: at }, fed), stopped: true }),
  );
  await ports.campaigns.add(programme, withheld, cycle.shards);
  for (const { recipientId } of people) {
    const scope = { programme, cycle: key, recipientId, shards: cycle.shards, rules, at };
    await changeRecipient(scope, (one) => (one.stopped === true ? one : { ...one, stopped: true }), ports);
  }
}

/** What came of calls so far; people who were not handed over are absent. */
export async function callProgress(
  programme: string,
  code: string,
  recipientIds: readonly string[],
  at: string,
  ports: HandOverPorts,
): Promise<
  ReadonlyMap<
    string,
    { readonly attempted: boolean; readonly closed?: { readonly state: ClosedState; readonly at: string } }
  >
> {
  const { key, rules } = await fedCampaign(programme, code, at, ports);
  const found = await ports.campaigns.read(programme, key, recipientIds);
  return new Map(
    found.map((recipient) => {
      const next = nextOf(recipient, rules, at);
      const attempted = recipient.attempts.some(({ n }) => n > 0);
      const time = closedEntry(programme, recipient, rules, at)?.time ?? at;
      const closed = next.type === 'closed' ? { closed: { state: next.state, at: time } } : {};
      return [recipient.recipientId, { attempted, ...closed }];
    }),
  );
}

function recipientOf(
  { recipientId, numbers, riskRank, from, until }: HandedPerson,
  { campaign, cycle, rules: { calendar } }: FedCampaign,
): Recipient {
  // People of one day share a window, and so what is worked out of it.
  const opens = instantOf(calendar.timeZone, localDay(calendar.timeZone, from), '00:00');
  return {
    campaign: campaign.id,
    cycle: cycle.n,
    recipientId,
    numbers,
    channel: 'voice',
    riskRank,
    notBefore: from,
    window: { from: opens, until },
    attempts: [],
    version: 1,
  };
}
