import { addDays, epochMs, instantOf, isoInstant } from '../calendar/local-time.ts';
import { entriesBetween } from './follow-up-entries.ts';
import type { FollowUpPorts, MomentCall, MomentText } from './follow-up-ports.ts';
import type { FollowedPerson } from './followed-person.ts';
import type { Doing, Step } from './next-step.ts';
import type { FollowUpRules } from './plan-moments.ts';
import { textId } from './text-id.ts';

/** Who sends looks each minute as we do: for the run of the next minute, whichever of the two comes first in this one. */
const afterMs = 1_000;

/** A decision about one person: how they were (undefined = just included), and their step. */
export interface Decision {
  readonly known: FollowedPerson | undefined;
  readonly step: Pick<Step, 'person' | 'doings'>;
}

/**
 * Does what was decided, for many people in few requests, and tells the journal; the people are written after. Whoever crashes between has it done again,
 * under the same ids.
 */
export async function carryOut(
  programme: string,
  decisions: readonly Decision[],
  rules: FollowUpRules,
  at: string,
  ports: FollowUpPorts,
): Promise<void> {
  const of = <T extends Doing['type']>(type: T) =>
    decisions.flatMap(({ step: { person, doings } }) =>
      doings
        .filter((one): one is Extract<Doing, { readonly type: T }> => one.type === type)
        .map((doing) => ({ person, doing })),
    );
  const texts = of('text').map(({ person, doing }) => textOf(person, doing, rules, at));
  const calls = of('call').map(({ person, doing }) => callOf(person, doing));
  const unwanted = of('withdraw-text').map(({ person, doing }) => textOf(person, doing, rules, at));
  const uncalled = of('withdraw-call').map(({ person: { recipientId, numbers, riskRank }, doing: { moment } }) => ({
    moment,
    recipientId,
    numbers,
    riskRank,
  }));
  const silent = of('silence').map(({ person: { recipientId } }) => recipientId);
  const some = async <T>(list: readonly T[], use: (list: readonly T[]) => Promise<void>) => {
    if (list.length > 0) {
      await use(list);
    }
  };
  // What stops comes first.
  await some(silent, (ids) => ports.texts.silence(programme, ids, at));
  await some(unwanted, (list) => ports.texts.withdraw(programme, list, at));
  await some(uncalled, (people) => ports.calls.withdraw(programme, people, at));
  await some(texts, (list) => ports.texts.plan(programme, list));
  await some(calls, (list) => ports.calls.hand(programme, list, at));
  const entries = decisions.flatMap(({ known, step }) => entriesBetween(programme, known, step.person, rules));
  await some(entries, (list) => ports.journal.append(list));
}

function textOf(
  { recipientId }: FollowedPerson,
  { planned, notAfter, reminder }: Extract<Doing, { readonly type: 'text' | 'withdraw-text' }>,
  { calendar }: FollowUpRules,
  at: string,
): MomentText {
  const { moment, smsDay } = planned;
  const purpose = reminder ? 'reminder' : 'survey';
  return {
    id: textId(purpose, moment.code, recipientId),
    recipientId,
    moment: moment.code,
    template: moment.template,
    purpose,
    at: isoInstant(epochMs(at) + afterMs),
    notAfter,
    linkUntil: instantOf(calendar.timeZone, addDays(smsDay, moment.linkDays), '00:00'),
  };
}

function callOf(
  { recipientId, numbers, riskRank }: FollowedPerson,
  { planned, from, until }: Extract<Doing, { readonly type: 'call' }>,
): MomentCall {
  return { moment: planned.moment.code, recipientId, numbers, riskRank, from, until };
}
