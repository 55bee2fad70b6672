import {
  answer,
  type CallbackRequest,
  type ContactInit,
  type ContactState,
  createContactState,
  type EndedSuspension,
  type FlowEvent,
  FlowRun,
  type HostCapabilities,
  isKey,
  type LambdaSuspension,
  refuse,
  type Suspension,
  wordsOf,
} from '../../flow-engine/src/index.ts';
import { flowNamed, flows } from './flow-files.ts';
import type { Invocation, World } from './world.ts';

/**
 * What the caller does, each time the flow listens or plays music: a key, a number typed (`251234#`), `silence`, `hang-up`; in a queue also
 * `next-round` (the music is interrupted) and `agent` (an agent takes the call).
 */
export type CallerAct = string;

export interface Walk {
  readonly heard: readonly string[];
  readonly ended: EndedSuspension;
  readonly contact: ContactState;
  readonly invocations: readonly Invocation[];
  readonly callbacks: readonly CallbackRequest[];
  readonly events: readonly FlowEvent[];
}

export interface WalkOptions {
  readonly flow: string;
  readonly world: World;
  readonly acts?: readonly CallerAct[];
  readonly contact?: ContactState | Partial<ContactInit>;
  /** What happens once `acts` is over: nothing more is expected, or this, as long as the flow asks. @default 'nothing' */
  readonly afterwards?: 'nothing' | 'silence' | 'agent';
  /** Where Connect itself fails, as `samps/accueil voix`. Acts that a failure leaves without use are then no mistake. */
  readonly fault?: string;
}

const nameOf = (arn: string): string => arn.split(/[/:](?=samps|reflex|suivi|[a-z-]+$)/).at(-1) ?? arn;

export function newContact(init: Partial<ContactInit> = {}): ContactState {
  return createContactState({
    contactId: 'contact-1',
    customerEndpoint: { address: '+687251234', type: 'TELEPHONE_NUMBER' },
    systemEndpoint: { address: '+687250000', type: 'TELEPHONE_NUMBER' },
    ...init,
  });
}

/** The longest scenario waits forty rounds. */
const mostStops = 500;

/** Plays one flow to its end; throws when the caller's acts are too few or too many. */
export function walk(options: WalkOptions): Walk {
  const { flow, world, acts = [], contact: given = {}, afterwards = 'nothing', fault } = options;
  const contact = 'loopCounters' in given ? given : newContact(given);
  const heard: string[] = [];
  const invocations: Invocation[] = [];
  const callbacks: CallbackRequest[] = [];
  const events: FlowEvent[] = [];
  const onEvent = (event: FlowEvent): void => {
    if (event.kind === 'spoken') heard.push(...event.prompts.map(wordsOf));
    events.push(event);
  };
  const host: HostCapabilities = {
    ...hostOf(world, callbacks),
    serviceFault: ({ identifier }, { name }) => (`${name} ${identifier}` === fault ? 'unavailable' : undefined),
  };
  const run = new FlowRun({ flow: flowNamed(flow), contact, host, onEvent });
  const left = [...acts];
  let at: Suspension = run.start();
  for (let stops = 0; at.kind !== 'ended'; stops += 1) {
    if (stops > mostStops) throw new Error(`still going on at "${at.flow} ${at.action}" after ${stops} stops`);
    if (at.kind === 'prompt') at = run.resume({ kind: 'prompt-ended' });
    else if (at.kind === 'lambda') at = run.resume(invoke(at, world, contact, invocations));
    else at = act(run, at, left.shift() ?? (afterwards === 'nothing' ? undefined : afterwards), fault !== undefined);
  }
  if (left.length > 0 && fault === undefined)
    throw new Error(`the flow ended at "${at.action}" before the caller did: ${left.join(', ')}`);
  return { heard, ended: at, contact, invocations, callbacks, events };
}

function act(run: FlowRun, at: Suspension, next: CallerAct | undefined, isFailing: boolean): Suspension {
  if (next === undefined) throw new Error(`the caller does nothing at "${at.flow} ${at.action}" (${at.kind})`);
  if (next === 'hang-up') return run.resume({ kind: 'hang-up' });
  if (next === 'agent') return run.resume({ kind: 'stop' });
  if (next === 'next-round') return run.resume({ kind: 'interrupt' });
  if (next === 'silence') return run.resume({ kind: 'timeout' });
  let after = at;
  for (const key of next) {
    if (!isKey(key)) throw new Error(`"${next}" is nothing a caller can do`);
    if (isFailing && after.kind === 'ended') break;
    after = run.resume({ kind: 'digit', digit: key });
  }
  return after;
}

function invoke(
  at: LambdaSuspension,
  world: World,
  contact: ContactState,
  invocations: Invocation[],
): Parameters<FlowRun['resume']>[0] {
  const name = nameOf(at.functionArn);
  const details = at.event['Details'];
  const parameters = typeof details === 'object' && details !== null ? Reflect.get(details, 'Parameters') : undefined;
  const invocation: Invocation = {
    function: name,
    parameters: { ...parameters },
    attributes: { ...contact.attributes },
    logged: contact.logging,
  };
  invocations.push(invocation);
  const result = world.functions[name]?.(invocation) ?? 'fails';
  if (result === 'times-out') return { kind: 'timeout' };
  if (result === 'fails') return { kind: 'lambda-error', reason: 'failed', message: 'Unhandled' };
  return { kind: 'lambda-result', payload: result, durationSeconds: 0.2 };
}

/** The instance around a call, as a world describes it. */
export function hostOf(world: World, callbacks: CallbackRequest[] = []): HostCapabilities {
  return {
    flow: (arn) => findFlow(arn),
    flowModule: (arn) => (world.modules === 'there' ? findFlow(arn) : refuse('no such module')),
    hoursOfOperation: () =>
      world.hours === 'unknown' ? refuse('no such hours') : answer({ open: world.hours === 'open' }),
    queue: (arn) =>
      world.queues[nameOf(arn)] === 'missing' ? refuse('no such queue') : answer({ arn, name: nameOf(arn) }),
    agent: (id) => answer({ arn: id, userName: id }),
    metricData: () => {
      if (world.metrics === 'refused') return refuse('metrics unavailable');
      if (world.metrics === 'none') return answer({ Contact: null });
      const { position, waitSeconds } = world.metrics;
      return answer({ Contact: { PositionInQueue: position, EstimatedWaitTime: waitSeconds } });
    },
    enqueue: (_, target) => {
      const state = target.kind === 'queue' ? world.queues[target.queue.name] : undefined;
      if (state === 'refuses') return refuse('the queue takes nobody');
      return answer(state === 'full' ? 'at-capacity' : 'queued');
    },
    createCallback: (request) => {
      if (world.callbacks(request) === 'refused') return refuse('no callback now');
      callbacks.push(request);
      return answer(true);
    },
    isDialable: () => world.dialable,
    voiceExists: () => world.voice === 'there',
  };
}

function findFlow(arn: string) {
  const flow = [...flows.values()].find((candidate) => candidate.arn === arn);
  return flow === undefined ? refuse(`no flow ${arn}`) : answer(flow);
}
