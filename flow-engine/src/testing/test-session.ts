import type { ContactState } from '../contact/contact-state.ts';
import { emptyRecord, isJsonObject, type JsonObject } from '../json/json.ts';
import type { FlowEvent } from '../run/flow-event.ts';
import { FlowRun } from '../run/flow-run.ts';
import { Frame } from '../run/frame.ts';
import { isKey, type Signal } from '../run/signal.ts';
import { Step } from '../run/step.ts';
import type { Suspension } from '../run/suspension.ts';
import { answerByDouble } from '../world/doubles.ts';
import { assertionFailure, valueAt } from './assertion.ts';
import { type Message, MessageCollector } from './message-collector.ts';
import { type Happening, ObservationTracker } from './observation-tracker.ts';
import { overriddenLambda, overriddenLex } from './overridden-answer.ts';
import { overriddenHost } from './overridden-host.ts';
import { OverrideQueue } from './override-queue.ts';
import type { TestCaseOptions, TestResult } from './run-test-case.ts';
import type { Instruction, TestAction, TestCase } from './test-case.ts';

const defaultLimitSeconds = 300;
/** A contact that waits for nothing in particular (queue music) still lets time pass. */
const idleSeconds = 30;
const maximumSignals = 10_000;

/** One execution of a test case: the caller does what the observations say, time passes when nobody has anything to do. */
export class TestSession {
  readonly #test: TestCase;
  readonly #contact: ContactState;
  readonly #options: TestCaseOptions;
  readonly #tracker: ObservationTracker;
  readonly #overrides = new OverrideQueue();
  readonly #collector: MessageCollector;
  readonly #instructions: Instruction[] = [];
  readonly #failures: string[] = [];
  readonly #trace: string[] = [];
  readonly #log = emptyRecord<string>();
  #run: FlowRun;
  #seconds = 0;
  #isOver = false;
  /** Keys are pressed while the message they answer is still being said: lost, unless the flow keeps them. */
  #isHasty = false;

  constructor(test: TestCase, contact: ContactState, options: TestCaseOptions) {
    this.#test = test;
    this.#contact = contact;
    this.#options = options;
    this.#tracker = new ObservationTracker(test.observations);
    this.#collector = new MessageCollector(options.messages ?? 'field', (message) => this.#hear(message));
    this.#run = this.#newRun(options.flow);
  }

  run(): TestResult {
    this.#happen({ type: 'TestInitiated' });
    let suspension = this.#run.start();
    for (let signals = 0; !this.#isOver && signals < maximumSignals; signals += 1) {
      const next = this.#step(suspension);
      if (next === undefined) break;
      suspension = next;
    }
    this.#happen({ type: 'TestCompleted' });
    return this.#conclude();
  }

  #newRun(flow: TestCaseOptions['flow']): FlowRun {
    const host = overriddenHost(this.#options.host ?? {}, this.#overrides);
    return new FlowRun({ flow, contact: this.#contact, host, onEvent: (event) => this.#observe(event) });
  }

  /** One signal to the run; undefined when the contact is over. */
  #step(suspension: Suspension): Suspension | undefined {
    if (suspension.kind === 'ended') return this.#afterEnd(suspension);
    if (this.#instructions[0]?.type === 'Disconnect') return this.#send({ kind: 'hang-up' });
    if (suspension.kind === 'lambda') return this.#answerLambda(suspension);
    if (suspension.kind === 'lex') return this.#talk(suspension);
    const answer = answerByDouble(suspension, this.#options.doubles ?? {});
    if (answer !== undefined) return this.#send(answer);
    const key = suspension.kind === 'input' || this.#isHasty ? this.#nextKey() : undefined;
    if (key !== undefined) return key;
    this.#isHasty = false;
    return suspension.kind === 'prompt' ? this.#send({ kind: 'prompt-ended' }) : this.#letTimePass(suspension);
  }

  #nextKey(): Suspension | undefined {
    const [instruction] = this.#instructions;
    if (instruction?.type !== 'DtmfInput') return undefined;
    const [key = '', ...rest] = instruction.keys;
    if (rest.length === 0) this.#instructions.shift();
    else this.#instructions[0] = { type: 'DtmfInput', keys: rest.join('') };
    return isKey(key) ? this.#send({ kind: 'digit', digit: key }) : undefined;
  }

  #answerLambda(call: Extract<Suspension, { kind: 'lambda' }>): Suspension {
    const override = overriddenLambda(call, this.#overrides);
    if (override !== undefined && override.kind !== 'lambda') return this.#send(override);
    const answer = answerByDouble(override ?? call, this.#options.doubles ?? {});
    return this.#send(answer ?? { kind: 'lambda-error', reason: 'not-found' });
  }

  #talk(call: Extract<Suspension, { kind: 'lex' }>): Suspension {
    const override = overriddenLex(call, this.#overrides);
    if (override !== undefined) return this.#send(override);
    const instruction = this.#instructions.shift();
    if (instruction === undefined || instruction.type === 'Disconnect') return this.#send({ kind: 'timeout' });
    const said = instruction.type === 'Utterance' ? instruction.text : instruction.keys;
    return this.#send(
      this.#options.doubles?.lex?.(call, said) ?? { kind: 'service-error', message: 'no double for the bot' },
    );
  }

  #letTimePass(suspension: Suspension): Suspension | undefined {
    const isInterruptible = suspension.kind === 'iterative-prompts' && suspension.interruptAfterSeconds !== undefined;
    const wait =
      suspension.kind === 'input'
        ? suspension.timer.seconds
        : suspension.kind === 'wait'
          ? suspension.seconds
          : isInterruptible
            ? (suspension.interruptAfterSeconds ?? idleSeconds)
            : idleSeconds;
    const limit = this.#options.limitSeconds ?? defaultLimitSeconds;
    if (this.#seconds + wait > limit || (suspension.kind === 'iterative-prompts' && !isInterruptible)) {
      this.#seconds = limit;
      this.#note(
        `the ${limit} s limit of a test is over, at ${suspension.flow} / ${suspension.kind === 'ended' ? '' : suspension.action}`,
      );
      return undefined;
    }
    this.#seconds += wait;
    return this.#send({ kind: isInterruptible ? 'interrupt' : 'timeout' });
  }

  /** A queued contact goes on in its queue flow, when the host has it; any other end is the end of the test. */
  #afterEnd(ended: Extract<Suspension, { kind: 'ended' }>): Suspension | undefined {
    const flowId = this.#contact.eventHooks.CustomerQueue;
    if ((ended.reason !== 'queued' && ended.reason !== 'dequeued') || flowId === undefined) return undefined;
    const flow = this.#options.host?.flow?.(flowId, this.#contact);
    if (flow?.ok !== true) return undefined;
    this.#run = this.#newRun(flow.value);
    return this.#run.start();
  }

  #send(signal: Signal): Suspension {
    if ('durationSeconds' in signal) this.#seconds += signal.durationSeconds ?? 0;
    if (signal.kind !== 'prompt-ended')
      this.#note(`signal ${signal.kind}${signal.kind === 'digit' ? ` ${signal.digit}` : ''}`);
    return this.#run.resume(signal);
  }

  /** Events come before the action they announce runs, so an override registered here is in time for it. */
  #observe(event: FlowEvent): void {
    this.#options.onEvent?.(event);
    this.#collector.observe(event);
    if (event.kind === 'action-started') {
      const { flow, action, actionType, parameters } = event;
      this.#note(`${flow} / ${action} (${actionType})`);
      this.#happen({ type: 'FlowActionStarted', actionType, parameters: this.#resolved(parameters) });
    }
    if (event.kind === 'ended')
      this.#note(
        `ended: ${event.ended.reason}${event.ended.error === undefined ? '' : `: ${event.ended.error.message}`}`,
      );
  }

  /** Parameters as a FlowActionStarted observation sees them; the queue of a transfer is the contact's. */
  #resolved(parameters: JsonObject): JsonObject {
    const frame = new Frame(this.#contact, this.#options.flow);
    const action = {
      identifier: '',
      type: '',
      parameters,
      conditions: [],
      errors: [],
      written: { transitions: true, conditions: false, errors: false, nextAction: false },
    };
    const resolved = new Step(action, frame, 0, {}, () => {}).json(parameters);
    const { queue } = this.#contact;
    return { ...(queue === undefined ? {} : { QueueId: queue.arn }), ...(isJsonObject(resolved) ? resolved : {}) };
  }

  #hear(message: Message): void {
    this.#note(`heard "${message.text}"`);
    this.#isHasty = message.isOngoing;
    this.#happen({ type: 'MessageReceived', message });
  }

  #happen(happening: Happening): void {
    for (const observation of this.#tracker.match(happening)) {
      this.#note(`observed ${observation.identifier}`);
      for (const action of observation.actions) this.#do(observation.identifier, action);
    }
  }

  #do(observation: string, action: TestAction): void {
    switch (action.type) {
      case 'SendInstruction':
        this.#instructions.push(action.instruction);
        break;
      case 'OverrideSystemBehavior':
        this.#overrides.add(action);
        break;
      case 'EndTest':
        this.#isOver = true;
        break;
      case 'LogData':
        for (const [label, path] of Object.entries(action.expressions))
          this.#log[label] = valueAt(path, this.#contact) ?? '';
        break;
      case 'Assert': {
        const problem = assertionFailure(action, this.#contact);
        if (problem !== undefined) this.#failures.push(`${observation}: ${problem}`);
        break;
      }
    }
  }

  #note(line: string): void {
    this.#trace.push(`${String(this.#seconds).padStart(3)} s  ${line}`);
  }

  #conclude(): TestResult {
    const observations = this.#test.observations.map((observation) => ({
      identifier: observation.identifier,
      status: this.#tracker.isSatisfied(observation) ? ('PASSED' as const) : ('FAILED' as const),
      times: this.#tracker.timesOf(observation),
    }));
    for (const { identifier, status, times } of observations)
      if (status === 'FAILED')
        this.#failures.push(
          `${identifier}: observed ${times} times${this.#tracker.watched.some((watched) => watched.identifier === identifier) ? '' : ', never waited for: a group before it did not match'}`,
        );
    return {
      name: this.#test.name,
      status: this.#failures.length === 0 ? 'PASSED' : 'FAILED',
      observations,
      failures: this.#failures,
      trace: this.#trace,
      log: this.#log,
    };
  }
}
