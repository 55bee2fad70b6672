import { epochMs } from '../calendar/local-time.ts';
import { canonicalJson } from '../callback/canonical-json.ts';
import { mergeReferral } from './merge-referral.ts';
import { dueAt, dueTelling, leaseMs } from './referral-clock.ts';
import { referralEntries } from './referral-entries.ts';
import { noReferralFacts, type ReferralFacts, type ReferralSubject } from './referral-facts.ts';
import { referralNotice } from './referral-notice.ts';
import type { ReferralContext, ReferralPorts } from './referral-ports.ts';
import type { ReferralRules } from './referral-rules.ts';
import type { ReferralItem, Referrals } from './referrals.ts';

/** Writers meet rarely on one referral; this many in a row means something is wrong. */
const maxTries = 12;

/** What was read just before, or that there is probably nothing yet: a write over it fails when it is not so, and what is kept is then read. */
type Guess = ReferralItem | 'nothing';

/** A referral as written, and what the writer must now do: its own facts, and those that another left undone. */
export interface Learned {
  readonly item: ReferralItem;
  readonly pending: ReferralFacts;
}

/**
 * Adds facts to a referral, with the step of its clock that is due, in one conditional write: whoever writes it does its effects (`settle`), and the
 * clock does them after a crash. Nothing new to write costs no write. `guess`: what is probably kept, which spares reading it. Throws when other writers
 * keep coming first. `fileFirst`: what has no effect but its entry is filed before it is written, and is done then: one write in place of two, and the
 * clock has nothing to make good. Of two who press in one instant the journal has both, the referral the first.
 */
export async function learn(
  subject: ReferralSubject,
  told: (known: ReferralFacts) => ReferralFacts,
  context: ReferralContext,
  referrals: Referrals,
  guess?: Guess,
  fileFirst?: Pick<ReferralPorts, 'journal'>,
): Promise<Learned> {
  const { rules, timeZone, at } = context;
  const cell = rules.cells.find(({ code }) => code === subject.cell);
  if (cell === undefined) {
    const accepted = rules.cells.map(({ code }) => code).join(', ');
    throw new Error(`Referral ${subject.referralId} is for cell "${subject.cell}"; accepted: ${accepted}`);
  }
  const change = (facts: ReferralFacts) => {
    const now = mergeReferral(facts, fileFirst === undefined ? told(facts) : done(told(facts)));
    const telling = now.causes.length === 0 ? undefined : dueTelling(now, cell, rules, timeZone, at);
    return telling === undefined ? now : mergeReferral(now, { ...noReferralFacts, tellings: [telling] });
  };
  const before = async (known: ReferralFacts, facts: ReferralFacts) => {
    await fileFirst?.journal.append(referralEntries(subject, doneSince(known, facts), facts, context));
  };
  const { known, item } = await write(subject, context, referrals, change, guess, before);
  return { item, pending: undone(item.facts, known, at) };
}

/** Sends the notices of these facts, files their entries, then writes that it is done. Run again, it files the same entries. */
export async function settle(
  learned: Learned,
  context: ReferralContext,
  ports: Pick<ReferralPorts, 'referrals' | 'journal' | 'notices'>,
): Promise<ReferralItem> {
  for (const telling of learned.pending.tellings) {
    await ports.notices.tell(referralNotice(learned.item, telling, context));
  }
  return await file(learned, context, ports);
}

/** The same once the notices have left. */
export async function file(
  { item, pending }: Learned,
  context: ReferralContext,
  ports: Pick<ReferralPorts, 'referrals' | 'journal'>,
): Promise<ReferralItem> {
  const entries = referralEntries(item.subject, pending, item.facts, context);
  if (entries.length === 0) {
    return item;
  }
  await ports.journal.append(entries);
  const settled = await write(
    item.subject,
    context,
    ports.referrals,
    (facts) => mergeReferral(facts, done(pending)),
    item,
  );
  return settled.item;
}

async function write(
  subject: ReferralSubject,
  { programme, rules }: ReferralContext,
  referrals: Referrals,
  change: (known: ReferralFacts) => ReferralFacts,
  guess?: Guess,
  before: (known: ReferralFacts, facts: ReferralFacts) => Promise<void> = async () => {},
): Promise<{ readonly known: ReferralFacts; readonly item: ReferralItem }> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const isGuessed = tries === 0 && guess !== undefined;
    const kept = isGuessed ? (guess === 'nothing' ? undefined : guess) : await referrals.read(programme, subject);
    const known = kept?.facts ?? noReferralFacts;
    const facts = change(known);
    if (kept !== undefined && canonicalJson(facts) === canonicalJson(known)) {
      return { known, item: kept };
    }
    await before(known, facts);
    const item = withDue(kept?.subject ?? subject, facts, (kept?.version ?? 0) + 1, rules);
    if (await referrals.write(programme, item)) {
      return { known, item };
    }
  }
  throw new Error(`Referral ${subject.referralId}: ${maxTries} concurrent writes in a row; retry later`);
}

function withDue(subject: ReferralSubject, facts: ReferralFacts, version: number, rules: ReferralRules): ReferralItem {
  const due = dueAt(facts, rules);
  return { subject, facts, version, ...(due === undefined ? {} : { due }) };
}

/** What is not done and is this writer's: it was not known before, or whoever wrote it had its time. */
function undone(facts: ReferralFacts, known: ReferralFacts, at: string): ReferralFacts {
  const before = new Set(each(known).map(({ id }) => id));
  const mine = (fact: { readonly id: string; readonly at: string; readonly done?: true }) =>
    fact.done === undefined && (!before.has(fact.id) || epochMs(fact.at) + leaseMs <= epochMs(at));
  return {
    causes: facts.causes.filter(mine),
    tellings: facts.tellings.filter(mine),
    acknowledgements: facts.acknowledgements.filter(mine),
    closings: facts.closings.filter(mine),
  };
}

function doneSince(known: ReferralFacts, facts: ReferralFacts): ReferralFacts {
  const news = <T extends { readonly id: string; readonly done?: true }>(now: readonly T[], before: readonly T[]) =>
    now.filter((fact) => fact.done === true && !before.some(({ id }) => id === fact.id));
  return {
    ...noReferralFacts,
    acknowledgements: news(facts.acknowledgements, known.acknowledgements),
    closings: news(facts.closings, known.closings),
  };
}

function each({ causes, tellings, acknowledgements, closings }: ReferralFacts) {
  return [...causes, ...tellings, ...acknowledgements, ...closings];
}

function done(facts: ReferralFacts): ReferralFacts {
  const mark = <T extends object>(fact: T): T & { readonly done: true } => ({ ...fact, done: true });
  return {
    causes: facts.causes.map(mark),
    tellings: facts.tellings.map(mark),
    acknowledgements: facts.acknowledgements.map(mark),
    closings: facts.closings.map(mark),
  };
}
