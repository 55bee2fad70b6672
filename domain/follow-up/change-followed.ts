import { carryOut } from './carry-out.ts';
import { decideSteps } from './decide-steps.ts';
import type { FollowUpPorts } from './follow-up-ports.ts';
import type { FollowedPerson } from './followed-person.ts';
import { type Fact, learn } from './learn.ts';
import type { Doing, Step } from './next-step.ts';
import type { FollowUpRules } from './plan-moments.ts';

/** Writers meet rarely on one person; this many in a row means something is wrong. */
const maxTries = 12;

export interface FollowedScope {
  readonly programme: string;
  readonly recipientId: string;
  /** ISO instant. */
  readonly at: string;
}

/**
 * Adds facts to a person and does what follows at once: outside first, under ids that derive from the person, then one conditional write, tried again
 * when another writer came first. What was asked for by a try that lost, and is not wanted any more, is taken back. A fact already known costs nothing.
 * Undefined when nobody of this id is followed.
 */
export async function changeFollowed(
  { programme, recipientId, at }: FollowedScope,
  facts: readonly Fact[],
  ports: FollowUpPorts,
  lost: readonly Doing[] = [],
): Promise<FollowedPerson | undefined> {
  const rules = await rulesAt(programme, at, ports);
  const done = [...lost];
  for (let tries = 0; tries < maxTries; tries += 1) {
    const [known] = await ports.followed.read(programme, [recipientId]);
    if (known === undefined) {
      return undefined;
    }
    const changed = learn(known, facts);
    if (changed === known && done.length === 0) {
      return known;
    }
    const [step] = await decideSteps(programme, [changed], rules, at, ports);
    if (step === undefined) {
      return undefined;
    }
    const doings = [...step.doings, ...unwanted(done, step)];
    await carryOut(programme, [{ known, step: { person: step.person, doings } }], rules, at, ports);
    const kept = { ...step.person, version: known.version + 1 };
    if (await ports.followed.write(programme, kept)) {
      return kept;
    }
    done.push(...step.doings);
  }
  throw new Error(`Person ${recipientId} who is followed: ${maxTries} concurrent writes in a row; retry later`);
}

/** What decides now: the protocol and the hours in force. */
export async function rulesAt(
  programme: string,
  at: string,
  { content }: Pick<FollowUpPorts, 'content'>,
): Promise<FollowUpRules> {
  const [protocol, calendar] = await Promise.all([
    content.inForce(programme, 'protocol', at),
    content.inForce(programme, 'calendar', at),
  ]);
  return { protocol, calendar };
}

/** What a lost try asked for at moments that are closed by now. */
function unwanted(done: readonly Doing[], { person }: Step): readonly Doing[] {
  return done.flatMap((doing): readonly Doing[] => {
    if (doing.type !== 'text' && doing.type !== 'call') {
      return [];
    }
    const { code } = doing.planned.moment;
    const isClosed = person.moments[code]?.closed !== undefined || person.endedAt !== undefined;
    if (!isClosed) {
      return [];
    }
    return doing.type === 'text' ? [{ ...doing, type: 'withdraw-text' }] : [{ type: 'withdraw-call', moment: code }];
  });
}
