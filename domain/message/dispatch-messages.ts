import { tell } from './change-message.ts';
import { joinChain } from './dispatch-chain.ts';
import { type DueLine, type DueWork, dueMessages } from './due-messages.ts';
import { judgeMessage } from './judge-message.ts';
import type { SendPorts } from './message-ports.ts';
import { type MessageScope, messageScope } from './message-scope.ts';
import { withOwnTexts } from './own-texts.ts';
import { sendMessage } from './send-message.ts';
import { settleMessages } from './settle-messages.ts';
import { type LineFate, updatePages } from './update-pages.ts';
import { dropMessage } from './withdraw-messages.ts';

export interface MessageRun {
  readonly programme: string;
  /** ISO instant. */
  readonly at: string;
  /** Of a wake: the chain of runs it goes on with. Absent = a tick, which every five minutes also settles what left a quarter of an hour ago. */
  readonly chain?: number;
  /** Messages that the provider takes in a second. */
  readonly perSecond: number;
}

export interface MessageReport {
  /** Left, or may have. */
  readonly left: number;
  readonly undetermined: number;
  /** What went wrong with single messages, which wait for the next run; the others left. */
  readonly faults: readonly unknown[];
  /** Why nothing can leave to some country, or at all: people wait. */
  readonly halted?: string;
  /** Since when the message that waits longest is due; absent when none is. */
  readonly dueSince?: string;
  /** The chain to go on with in a second: more may be due. */
  readonly again?: number;
}

/** Requests that one lane makes in a second, about. What is on its way when a run dies is in doubt: no more lanes than the rate needs. */
const perLane = 5;
/** Nobody waits to hear that nothing was heard for a quarter of an hour. */
const settleMinutes = 5;
/** Pages read at once beyond those that one second needs: lines may be of messages that are over. */
const sparePages = 2;
/** Lines of a page, about. */
const linesOfPage = 10;

/**
 * One run (design §5): settles what is uncertain, then sends what is due, as much as the provider takes in a second, the longest due first. What follows
 * is the next run's. Either of tick and wake is enough: a chain that breaks is begun again by the next tick.
 */
export async function dispatchMessages(run: MessageRun, ports: SendPorts): Promise<MessageReport> {
  const { programme, at, perSecond } = run;
  const common = await messageScope(programme, at, ports.content);
  const isTimeToSettle = run.chain === undefined && new Date(at).getUTCMinutes() % settleMinutes === 0;
  const { undetermined } = isTimeToSettle ? await settleMessages(common, at, ports) : { undetermined: 0 };
  const limit = Math.ceil(perSecond / linesOfPage) + sparePages;
  const pages = await ports.messages.due(programme, at, limit);
  const [oldest] = pages;
  if (oldest === undefined) {
    return { left: 0, undetermined, faults: [] };
  }
  const dueSince = oldest.dueAt;
  const chain = await joinChain(programme, run, ports.messages);
  if (chain === undefined) {
    return { left: 0, undetermined, faults: [], dueSince };
  }
  const codes = pages.map((page) => page.common.template);
  const scope = { ...common, templates: await withOwnTexts(common.templates, codes, programme, ports.ownTexts) };
  const work = await dueMessages(pages, perSecond, scope, ports);
  const result = await runLines(work, perSecond, scope, ports);
  await updatePages(pages, result.fates, scope, ports.messages);
  const { left, halted, faults, isTooFast } = result;
  // What could do nothing now will do nothing in a second: the next minute tries again.
  const isMoving = isTooFast || [...result.fates.values()].some(({ type }) => type !== 'stay');
  return {
    ...{ left, undetermined, faults, dueSince },
    ...(isMoving ? { again: chain } : {}),
    ...(halted === undefined ? {} : { halted }),
  };
}

interface RunOfLines extends Pick<MessageReport, 'left' | 'halted' | 'faults'> {
  readonly fates: ReadonlyMap<string, LineFate>;
  /** The provider takes more in a moment. */
  readonly isTooFast: boolean;
}

async function runLines(work: DueWork, most: number, scope: MessageScope, ports: SendPorts): Promise<RunOfLines> {
  const fates = new Map<string, LineFate>();
  const queue = [...work.lines];
  const faults: unknown[] = [];
  let sendings = 0;
  let left = 0;
  let isTooFast = false;
  // What keeps messages from one country may not keep them from another: a sender that is not registered there.
  const closed = new Map<string, string>();
  const lane = async (): Promise<void> => {
    for (let due = queue.shift(); due !== undefined; due = queue.shift()) {
      const judgement = judgeMessage(due.planned, due.message, due.profile, (e164) => isBad(work, e164), scope);
      const country = judgement.type === 'send' ? judgement.number.country : undefined;
      if (country !== undefined && (isTooFast || closed.has(country) || sendings >= most)) {
        continue;
      }
      sendings += country === undefined ? 0 : 1;
      const done = await carryOut(due, judgement, work, scope, ports).catch((fault: unknown): Done => {
        faults.push(fault);
        return { fate: { type: 'stay' } };
      });
      isTooFast ||= done.halt === '';
      if (country !== undefined && done.halt) {
        closed.set(country, done.halt);
      }
      left += done.fate.type === 'settle' ? 1 : 0;
      fates.set(due.line.id, done.fate);
    }
  };
  await Promise.all(Array.from({ length: Math.ceil(most / perLane) }, lane));
  const [halted] = closed.values();
  return { fates, left, faults, isTooFast, ...(halted === undefined ? {} : { halted }) };
}

interface Done {
  readonly fate: LineFate;
  /** Nothing more may be sent in this run, to this country: why. Empty = too fast, to no country. */
  readonly halt?: string;
}

async function carryOut(
  due: DueLine,
  judgement: ReturnType<typeof judgeMessage>,
  { keys }: DueWork,
  scope: MessageScope,
  ports: SendPorts,
): Promise<Done> {
  const { planned, message, profile } = due;
  switch (judgement.type) {
    case 'nothing':
      // Decided before, perhaps by a run that ended before it was told.
      await tell(scope, message, ports);
      return { fate: { type: 'over' } };
    case 'leave':
      return { fate: { type: 'stay' } };
    case 'move':
      return { fate: { type: 'move', to: judgement.to } };
    case 'settle':
      return { fate: { type: 'settle', n: judgement.n, accepted: false } };
    case 'drop': {
      const { version } = scope.templates.find(({ code }) => code === planned.template) ?? {};
      await dropMessage(scope, planned, { at: scope.at, reason: judgement.reason }, ports, version);
      return { fate: { type: 'over' } };
    }
    default: {
      const { n, number } = judgement;
      const numberKey = keys.get(number.e164);
      if (profile === undefined || numberKey === undefined) {
        throw new Error(`Message ${planned.id} was judged without its person; retry`);
      }
      const sent = await sendMessage({ planned, message, n, number, numberKey, profile }, scope, ports);
      if (sent.type === 'left') {
        return { fate: { type: 'settle', n, accepted: sent.accepted } };
      }
      if (sent.type === 'halt') {
        return { fate: { type: 'stay' }, halt: sent.cause ?? '' };
      }
      return { fate: { type: sent.type === 'taken' ? 'stay' : 'over' } };
    }
  }
}

function isBad({ keys, bad }: DueWork, e164: string): boolean {
  const key = keys.get(e164);
  return key !== undefined && bad.has(key);
}
