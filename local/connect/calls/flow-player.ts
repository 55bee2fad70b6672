import {
  type EndedSuspension,
  type Flow,
  FlowRun,
  isKey,
  type Signal,
  type SpokenPrompt,
  type Suspension,
  wordsOf,
} from '../../../flow-engine/src/index.ts';
import type { Cancel } from '../../kernel/kernel.ts';
import { type Contact, laneOf, serial } from '../contact.ts';
import { now, type World } from '../world.ts';
import { invokeForFlow } from './flow-lambda.ts';
import type { HeardNow } from './line.ts';
import { speechMs } from './speech.ts';
import { callThirdParty } from './third-party.ts';

export interface FlowPlayerOptions {
  readonly flow: Flow;
  /** Who hears it: the customer, or an agent for a whisper. */
  readonly hear: (event: HeardNow) => void;
  /** Runs once, inside a kernel event, when the flow ends by itself (not by `stop` or `hangUp`). */
  readonly onEnded: (ended: EndedSuspension) => void;
}

/** Plays one flow to one listener in virtual time: speaks its prompts, runs its timers, passes keys, invokes its functions. */
export class FlowPlayer {
  readonly #world: World;
  readonly #contact: Contact;
  readonly #options: FlowPlayerOptions;
  readonly #lane: string;
  readonly #run: FlowRun;
  readonly #timers = new Set<Cancel>();
  #current: Suspension | undefined;
  #over = false;

  constructor(world: World, contact: Contact, options: FlowPlayerOptions) {
    this.#world = world;
    this.#contact = contact;
    this.#options = options;
    this.#lane = laneOf(contact, `flow/${serial(contact, 'flow')}`);
    this.#run = new FlowRun({
      flow: options.flow,
      contact: contact.state,
      host: world.host,
      onEvent:
        world.flowListeners.length === 0
          ? undefined
          : (event) => {
              for (const listener of world.flowListeners) listener(event);
            },
    });
  }

  start(): void {
    this.#take(this.#run.start());
  }

  press(digit: string): void {
    if (!this.#over && isKey(digit)) this.#resume({ kind: 'digit', digit });
  }

  /** The caller left. */
  hangUp(): void {
    this.#leave('hang-up');
  }

  /** The contact goes on elsewhere: an agent took it, a hold ended. */
  stop(): void {
    this.#leave('stop');
  }

  #leave(kind: 'hang-up' | 'stop'): void {
    if (this.#over) return;
    this.#over = true;
    this.#cancelTimers();
    this.#run.resume({ kind });
  }

  #resume(signal: Signal): void {
    if (!this.#over) this.#take(this.#run.resume(signal));
  }

  #take(suspension: Suspension): void {
    if (suspension === this.#current) return;
    this.#current = suspension;
    this.#cancelTimers();
    switch (suspension.kind) {
      case 'prompt':
        this.#speak(suspension.prompts, () => this.#resume({ kind: 'prompt-ended' }));
        return;
      case 'input':
        this.#speak(suspension.prompts, () =>
          this.#after(suspension.timer.seconds * 1000, () => this.#resume({ kind: 'timeout' })),
        );
        return;
      case 'iterative-prompts':
        if (suspension.interruptAfterSeconds !== undefined)
          this.#after(suspension.interruptAfterSeconds * 1000, () => this.#resume({ kind: 'interrupt' }));
        // The list loops, but hearing it once tells a listener all there is to know: the rest is waiting.
        this.#speak(suspension.prompts, () => this.#options.hear({ type: 'queued-music' }));
        return;
      case 'wait':
        this.#after(suspension.seconds * 1000, () => this.#resume({ kind: 'timeout' }));
        return;
      case 'lambda':
        invokeForFlow(this.#world, this.#contact, suspension, (delayMs, signal) =>
          this.#after(delayMs, () => this.#resume(signal)),
        );
        return;
      case 'third-party':
        callThirdParty(this.#world, this.#contact, suspension, (outcome) =>
          this.#resume({ kind: 'third-party-ended', outcome }),
        );
        return;
      case 'ended':
        this.#over = true;
        this.#options.onEnded(suspension);
        return;
      default:
        throw new Error(
          `flow "${suspension.flow}", action "${suspension.action}" (${suspension.actionType}): the local Connect does not simulate ${suspension.kind} steps`,
        );
    }
  }

  /** Says the prompts one after the other, then goes on. */
  #speak(prompts: readonly SpokenPrompt[], then: () => void): void {
    const [prompt, ...rest] = prompts;
    if (prompt === undefined) {
      then();
      return;
    }
    this.#options.hear({ type: 'prompt', text: wordsOf(prompt) });
    this.#after(speechMs(prompt, this.#world.options), () => this.#speak(rest, then));
  }

  #after(delayMs: number, task: () => void): void {
    if (this.#over) return;
    const cancel = this.#world.cloud.kernel.at(now(this.#world) + delayMs, this.#lane, () => {
      this.#timers.delete(cancel);
      task();
    });
    this.#timers.add(cancel);
  }

  #cancelTimers(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
  }
}
