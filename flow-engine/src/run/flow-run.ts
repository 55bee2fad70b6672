import { branchesOf } from '../actions/action-definition.ts';
import { actionTable } from '../actions/action-table.ts';
import type { ContactState } from '../contact/contact-state.ts';
import type { HostCapabilities } from '../host/host-capabilities.ts';
import { noMatchingCondition, noMatchingError } from '../model/error-types.ts';
import type { Action, Flow } from '../model/flow.ts';
import { holds } from './condition.ts';
import { keepKey } from './dtmf-buffer.ts';
import type { FlowEvent, Via } from './flow-event.ts';
import { Frame } from './frame.ts';
import { end, failure, type Outcome } from './outcome.ts';
import { MissingCapability, type RunError, UnexpectedSignal } from './run-error.ts';
import type { Signal } from './signal.ts';
import { Step } from './step.ts';
import type { EndedSuspension, Suspension } from './suspension.ts';

type Omitting<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type Wait = Extract<Outcome, { kind: 'wait' }>;

export interface FlowRunOptions {
  readonly flow: Flow;
  readonly contact: ContactState;
  readonly host: HostCapabilities;
  readonly onEvent?: ((event: FlowEvent) => void) | undefined;
  /** Actions executed between two waits before the run is stopped as an endless loop. @default 10000 */
  readonly budget?: { readonly maxSteps?: number };
}

const defaultMaxSteps = 10_000;
const always: readonly Signal['kind'][] = ['digit', 'hang-up', 'stop'];

/** Does a result that fits no condition raise NoMatchingCondition, or simply go on? */
const raisesNoMatch = (action: Action): boolean => {
  const definition = actionTable.get(action.type);
  if (definition === undefined) return false;
  const { errors, optionalErrors = [] } = branchesOf(definition, action);
  const name = noMatchingCondition;
  return errors.includes(name) || (action.conditions.length > 0 && optionalErrors.includes(name));
};

const stopped = (error: RunError): Outcome => ({ kind: 'end', reason: 'stopped', error });

/** One traversal of one flow by one contact; other flows it transfers to and modules it invokes are followed inside. */
export class FlowRun {
  readonly contact: ContactState;
  readonly #host: HostCapabilities;
  readonly #onEvent: ((event: FlowEvent) => void) | undefined;
  readonly #maxSteps: number;
  #frames: Frame[];
  #action: Action | undefined;
  #waiting: Wait | undefined;
  #current: Suspension | undefined;

  constructor({ flow, contact, host, onEvent, budget }: FlowRunOptions) {
    this.contact = contact;
    this.#host = host;
    this.#onEvent = onEvent;
    this.#maxSteps = budget?.maxSteps ?? defaultMaxSteps;
    this.#frames = [new Frame(contact, flow)];
  }

  /** What the run waits for; undefined before `start`. */
  get current(): Suspension | undefined {
    return this.#current;
  }

  /** The action the run stands at, or stood at when it ended. */
  get action(): Action | undefined {
    return this.#action;
  }

  start(): Suspension {
    if (this.#current !== undefined) throw new UnexpectedSignal('start', this.#current.kind, ['resume']);
    this.#emit({ kind: 'flow-started', isModule: this.#frame.flow.isModule });
    return this.#advance(this.#enter(this.#frame.flow.startAction));
  }

  resume(signal: Signal): Suspension {
    const current = this.#current;
    const waiting = this.#waiting;
    if (current === undefined || waiting === undefined)
      throw new UnexpectedSignal(signal.kind, current === undefined ? 'not started' : 'ended', []);
    const isSecret = current.kind === 'input' && current.isSecret === true && signal.kind === 'digit';
    if (!isSecret) this.#emit({ kind: 'signal', action: current.action, signal });
    if (waiting.accepts.includes(signal.kind)) {
      const outcome = this.#guard(() => waiting.on(signal));
      return outcome === undefined ? current : this.#advance(outcome);
    }
    if (signal.kind === 'hang-up') return this.#advance(end('hung-up'));
    if (signal.kind === 'stop') return this.#advance(end('stopped'));
    if (signal.kind === 'digit') {
      keepKey(this.contact, signal.digit);
      return current;
    }
    throw new UnexpectedSignal(signal.kind, current.kind, [...waiting.accepts, ...always]);
  }

  get #frame(): Frame {
    const frame = this.#frames.at(-1);
    if (frame === undefined) throw new Error('a run always has a frame');
    return frame;
  }

  /** The loop: route each outcome to the next action until one has to wait or the run ends. */
  #advance(first: Outcome): Suspension {
    let outcome = first;
    for (let steps = 0; ; steps += 1) {
      if (outcome.kind === 'wait') return this.#suspend(outcome);
      if (outcome.kind === 'end') return this.#end(outcome);
      if (steps >= this.#maxSteps) {
        const message = `${steps} actions without waiting for anything: the flow loops`;
        outcome = stopped({ code: 'step-budget-exceeded', maxSteps: this.#maxSteps, message });
      } else outcome = this.#route(outcome);
    }
  }

  #route(outcome: Exclude<Outcome, { kind: 'wait' | 'end' }>): Outcome {
    switch (outcome.kind) {
      case 'done':
        return this.#leave(outcome.result);
      case 'error':
        return this.#fail(outcome.errorType, outcome.detail);
      case 'transfer-to-flow':
        this.#take({ kind: 'next' }, outcome.flow.startAction);
        this.#frames = [new Frame(this.contact, outcome.flow)];
        this.#emit({ kind: 'flow-started', isModule: outcome.flow.isModule });
        return this.#enter(outcome.flow.startAction);
      case 'enter-module':
        this.#frames.push(
          new Frame(this.contact, outcome.module, { from: this.#action?.identifier ?? '', input: outcome.input }),
        );
        this.#emit({ kind: 'flow-started', isModule: true });
        return this.#enter(outcome.module.startAction);
      case 'leave-module':
        return this.#return(outcome.result);
    }
  }

  #enter(identifier: string): Outcome {
    const frame = this.#frame;
    const action = frame.flow.actions.get(identifier);
    if (action === undefined) {
      const message = `flow "${frame.flow.name}" has no action "${identifier}"`;
      return stopped({ code: 'unknown-action', identifier, message });
    }
    this.#action = action;
    const { type, parameters } = action;
    if (this.#onEvent !== undefined)
      this.#emit({ kind: 'action-started', action: identifier, actionType: type, parameters });
    const definition = actionTable.get(type);
    if (definition === undefined) {
      const message = `"${type}" is not an action of the flow language 2019-10-30`;
      return stopped({ code: 'unknown-action-type', actionType: type, message });
    }
    const fault = this.#host.serviceFault?.(action, frame.flow, this.contact);
    if (fault !== undefined) return failure(`the service failed: ${fault}`);
    const unresolved = (reference: string) =>
      this.#emit({ kind: 'reference-unresolved', action: identifier, reference });
    const step = new Step(action, frame, this.#frames.length - 1, this.#host, unresolved);
    return this.#guard(() => definition.run(step));
  }

  #guard<T extends Outcome | undefined>(work: () => T): T | Outcome {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof MissingCapability)) throw error;
      return stopped({ code: 'missing-capability', capability: error.capability, message: error.message });
    }
  }

  #leave(result: string | undefined): Outcome {
    const action = this.#action;
    if (action === undefined) return failure('no action to leave');
    const { identifier, type, conditions, nextAction } = action;
    const index = conditions.findIndex((condition) => holds(condition, result ?? '', this.#frame));
    const condition = conditions[index];
    if (condition === undefined && result !== undefined && raisesNoMatch(action))
      return this.#fail(noMatchingCondition, `no condition matches "${result}"`);
    const outcome = result === undefined ? {} : { result };
    if (this.#onEvent !== undefined)
      this.#emit({ kind: 'action-ended', action: identifier, actionType: type, ...outcome });
    if (condition !== undefined) return this.#go({ kind: 'condition', index }, condition.nextAction);
    if (nextAction !== undefined) return this.#go({ kind: 'next' }, nextAction);
    return stopped({ code: 'missing-transition', message: `action "${identifier}" (${type}) has nowhere to go` });
  }

  #fail(errorType: string, detail: string): Outcome {
    const { identifier, type, errors } = this.#action ?? { identifier: '', type: '', errors: [] };
    this.#emit({ kind: 'action-ended', action: identifier, actionType: type, error: { errorType, detail } });
    const exact = errors.findIndex((branch) => branch.errorType === errorType);
    const index = exact === -1 ? errors.findIndex((branch) => branch.errorType === noMatchingError) : exact;
    const branch = errors[index];
    if (branch !== undefined) return this.#go({ kind: 'error', index, errorType: branch.errorType }, branch.nextAction);
    const message = `action "${identifier}" (${type}) failed with ${errorType} and has no branch for it: ${detail}`;
    return stopped({ code: 'unhandled-flow-error', errorType, message });
  }

  #return(result: string | undefined): Outcome {
    const frame = this.#frame;
    if (frame.call === undefined) return end('flow-ended');
    this.#emit({ kind: 'module-ended', ...(result === undefined ? {} : { result }) });
    frame.restore();
    this.#frames.pop();
    this.#action = this.#frame.flow.actions.get(frame.call.from);
    if (result === undefined) delete this.#frame.modules['Result'];
    else this.#frame.modules['Result'] = result;
    return this.#leave(result);
  }

  #go(via: Via, to: string): Outcome {
    this.#take(via, to);
    return this.#enter(to);
  }

  #take(via: Via, to: string): void {
    if (this.#onEvent !== undefined)
      this.#emit({ kind: 'transition', action: this.#action?.identifier ?? '', to, via });
  }

  #suspend(wait: Wait): Suspension {
    const { identifier: action = '', type: actionType = '' } = this.#action ?? {};
    const suspension: Suspension = { ...wait.waiting, flow: this.#frame.flow.name, action, actionType };
    this.#waiting = wait;
    this.#current = suspension;
    if ('prompts' in suspension && suspension.prompts.length > 0)
      this.#emit({ kind: 'spoken', action, prompts: suspension.prompts });
    this.#emit({ kind: 'suspended', action, suspension });
    return suspension;
  }

  #end({ reason, target, error }: Extract<Outcome, { kind: 'end' }>): EndedSuspension {
    const { identifier: action = '', type: actionType = '' } = this.#action ?? {};
    const ended: EndedSuspension = {
      kind: 'ended',
      reason,
      flow: this.#frame.flow.name,
      action,
      actionType,
      ...(target === undefined ? {} : { target }),
      ...(error === undefined ? {} : { error }),
    };
    this.#waiting = undefined;
    this.#current = ended;
    this.#emit({ kind: 'ended', action, ended });
    return ended;
  }

  #emit(event: Omitting<FlowEvent, 'at' | 'contactId' | 'flow'>): void {
    if (this.#onEvent === undefined) return;
    const at = this.#host.now?.();
    const place = { contactId: this.contact.contactId, flow: this.#frame.flow.name };
    this.#onEvent(at === undefined ? { ...event, ...place } : { ...event, ...place, at });
  }
}
