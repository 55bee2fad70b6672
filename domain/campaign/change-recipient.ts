import type { JournalEntry } from '../journal/entry.ts';
import { attemptEntry, closedEntry, promiseEntries } from './campaign-entries.ts';
import type { RecipientEntry } from './campaign-entry.ts';
import type { CampaignPorts } from './campaign-ports.ts';
import { isSameAttempt, type ToldAttempt } from './merge-attempt.ts';
import type { Recipient } from './recipient.ts';
import { type CycleRules, promiseOf, untoldAttempt, withDue } from './recipient-facts.ts';

/** Writers meet rarely on one person; this many in a row means something is wrong. */
const maxTries = 12;

export interface RecipientScope {
  readonly programme: string;
  /** `<campaign>-<cycle>`. */
  readonly cycle: string;
  readonly recipientId: string;
  readonly shards: number;
  readonly rules: CycleRules;
  /** ISO instant. */
  readonly at: string;
}

/**
 * Adds a fact to a recipient by one conditional write, tried again when another writer came first. What follows from it, the attempt `told` and the end of
 * their cycle, is filed first: once it is written nobody might come back to tell it. Filed over a state that another writer has since changed, it is
 * filed again as it then stands, over itself. A fact already known costs no write. Answers the recipient, undefined when the cycle has none of this id.
 */
export async function changeRecipient(
  scope: RecipientScope,
  change: (recipient: Recipient) => Recipient,
  ports: Pick<CampaignPorts, 'campaigns' | 'journal'>,
  told?: Pick<ToldAttempt, 'n' | 'contactId'>,
): Promise<Recipient | undefined> {
  const { programme, cycle, recipientId, shards, rules, at } = scope;
  for (let tries = 0; tries < maxTries; tries += 1) {
    const [known] = await ports.campaigns.read(programme, cycle, [recipientId]);
    if (known === undefined) {
      return undefined;
    }
    const changed = change(known);
    const kept = changed === known ? known : withDue({ ...changed, version: known.version + 1 }, rules, at);
    await ports.journal.append(entriesOf(scope, known, kept, told));
    if (changed === known || (await ports.campaigns.write(programme, kept, shards))) {
      return kept;
    }
  }
  throw new Error(`Recipient of cycle ${cycle}: ${maxTries} concurrent writes in a row; retry later`);
}

function entriesOf(
  { programme, rules, at }: RecipientScope,
  known: Recipient,
  kept: Recipient,
  told?: Pick<ToldAttempt, 'n' | 'contactId'>,
): readonly JournalEntry[] {
  const attempt = told && kept.attempts.find((one) => isSameAttempt(one, told));
  const ended = attempt && attemptEntry(programme, kept, attempt, rules);
  const closed = closedEntry(programme, kept, rules, at);
  const isToldAlready =
    kept !== known && wasToldClosed(programme, known, rules) && same(closed, closedEntry(programme, known, rules, at));
  // That a call was promised follows from what was said alone, and was filed before that was written.
  const isPromised = kept !== known && promiseOf(known, rules)?.since === promiseOf(kept, rules)?.since;
  const promised = promiseEntries(programme, kept, rules, at).filter(
    ({ change }) => !isPromised || change.type !== 'promised',
  );
  return [ended, isToldAlready ? undefined : closed, ...promised].filter((entry) => entry !== undefined);
}

/** Who had left the due index was told so by whoever closed them; who is there until the end of a call is known, by whoever said what came of it. */
function wasToldClosed(programme: string, known: Recipient, rules: CycleRules): boolean {
  const { said } = untoldAttempt(known) ?? {};
  return known.due === undefined || (said !== undefined && closedEntry(programme, known, rules, said.at) !== undefined);
}

function same(a: RecipientEntry | undefined, b: RecipientEntry | undefined): boolean {
  return a?.time === b?.time && JSON.stringify(a?.change) === JSON.stringify(b?.change);
}
