import { localDay } from '../calendar/local-time.ts';
import { callbackEntries } from '../callback/callback-entries.ts';
import { learn } from '../callback/learn.ts';
import { type Attempt, noFacts } from '../callback/number-facts.ts';
import type { WrapUpEntry } from '../journal/entry.ts';
import { type ManualCallPorts, type ManualCallScope, manualRules } from './manual-call-ports.ts';
import { isManualResult, type ManualResult, manualResults } from './manual-result.ts';

/** What an agent says of a call that they dialled by hand. */
export interface ManualCallEnd {
  readonly attemptId: string;
  readonly result: ManualResult;
  /** With `reached`: what it was about. */
  readonly scheme?: string;
  readonly motive?: string;
  /** One for each submission: sent again, it files nothing more. */
  readonly clientId: string;
}

export type EndAnswer = { readonly type: 'filed' } | { readonly type: 'refused'; readonly fault: string };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Reads the form; answers the fault in French instead of throwing. */
export function parseManualCallEnd(
  fields: Readonly<Record<string, unknown>>,
): ManualCallEnd | { readonly fault: string } {
  const { attemptId, result, scheme, motive, clientId } = fields;
  if (typeof attemptId !== 'string' || typeof clientId !== 'string' || !uuid.test(clientId)) {
    return {
      fault: 'Les champs « attemptId » et « clientId » manquent ; acceptés : la tentative en main, et un UUID.',
    };
  }
  if (!isManualResult(result)) {
    const accepted = Object.entries(manualResults).map(([code, label]) => `${code} (${label})`);
    return { fault: `L’issue vaut ${JSON.stringify(result) ?? 'rien'} ; valeurs acceptées : ${accepted.join(', ')}.` };
  }
  return {
    ...{ attemptId, clientId, result },
    ...(typeof scheme === 'string' && { scheme }),
    ...(typeof motive === 'string' && { motive }),
  };
}

/**
 * Files what came of a call dialled by hand: an attempt of its callback like any other, journalled and judged by the same rules, and, when the person
 * answered, what it was about. Sent again, it changes nothing.
 */
export async function endManualCall(
  numberKey: string,
  end: ManualCallEnd,
  scope: ManualCallScope,
  ports: ManualCallPorts,
): Promise<EndAnswer> {
  const { programme, agent, at } = scope;
  const item = await ports.register.read(programme, numberKey);
  const held = item.facts.attempts.find(({ id, kind }) => id === end.attemptId && kind === 'manual');
  if (held === undefined || held.claimedBy !== agent) {
    return { type: 'refused', fault: 'Cet appel n’est pas entre vos mains : prenez-le dans la liste, puis composez.' };
  }
  const isReached = end.result === 'reached';
  const fault = isReached ? await faultOf(end, scope, ports) : undefined;
  if (fault !== undefined) {
    return { type: 'refused', fault };
  }
  const rules = await manualRules(scope, ports);
  // What was filed once holds.
  const ended: Attempt =
    held.state === 'ended'
      ? held
      : {
          ...held,
          ...({ state: 'ended', result: end.result, endedAt: at, answeredByCustomer: isReached } as const),
          ...(isReached && { talkedAt: at }),
        };
  const told = { ...noFacts, attempts: [ended] };
  const known = await learn(ports.register, programme, numberKey, told, rules, item);
  const talkedAt = ended.talkedAt ?? at;
  const { scheme = '', motive = '', clientId } = end;
  const wrapUp: WrapUpEntry = {
    ...{ kind: 'wrap-up', programme, day: localDay(rules.calendar.timeZone, talkedAt), time: talkedAt },
    ...{ id: `wrap-up#${clientId}`, contactId: held.id, scheme, motive, agent, revision: 1 },
  };
  await ports.journal.append([...callbackEntries(programme, numberKey, told, known), ...(isReached ? [wrapUp] : [])]);
  await ports.lock.release(numberKey, held.id);
  return { type: 'filed' };
}

async function faultOf(
  { scheme = '', motive = '' }: ManualCallEnd,
  { programme, at }: ManualCallScope,
  { content }: ManualCallPorts,
): Promise<string | undefined> {
  const [schemes, motives] = await Promise.all([
    content.inForce(programme, 'schemes', at),
    content.inForce(programme, 'motives', at),
  ]);
  if (!schemes.some(({ code }) => code === scheme)) {
    return `Le dispositif vaut « ${scheme} » ; valeurs acceptées : ${schemes.map(({ label }) => label).join(', ')}.`;
  }
  return motives.some(({ code }) => code === motive)
    ? undefined
    : `Le motif vaut « ${motive} » ; valeurs acceptées : ${motives.map(({ label }) => label).join(', ')}.`;
}
