import type { ContactState } from '../contact/contact-state.ts';
import { contactIn, createContactState } from '../contact/create-contact-state.ts';
import { type Chooser, option, rarely } from '../explore/chooser.ts';
import { imaginedData, imaginedSignal } from '../explore/imagined-world.ts';
import { answer, refuse } from '../host/answer.ts';
import type { HostCapabilities } from '../host/host-capabilities.ts';
import { recordFrom } from '../json/json.ts';
import {
  checkHoursType,
  connectLexBotType,
  dequeueType,
  invokeLambdaType,
  transferToQueueType,
} from '../model/action-types.ts';
import { noMatchingError, timeLimitExceeded } from '../model/error-types.ts';
import type { Flow } from '../model/flow.ts';
import { FlowRun } from '../run/flow-run.ts';
import type { EndedSuspension, Suspension } from '../run/suspension.ts';
import { MessageCollector } from '../testing/message-collector.ts';
import { failure, result, type ScriptLine } from './script.ts';

type Values = ReadonlyMap<string, readonly string[]>;

export interface ImaginedCall {
  readonly lines: readonly ScriptLine[];
  readonly attributes: Readonly<Record<string, string>>;
  /** Absent when the call came to what no test case can answer: the case ends with the last message before it. */
  readonly ended?: EndedSuspension;
}

const maximumSignals = 60;
/** A test case lives five minutes; the rest is for what is said. */
const maximumWaitSeconds = 200;

/** The host of a call, with hours and queue decided by the chooser and written down as overrides. */
const scriptedHost = (
  choose: Chooser,
  base: HostCapabilities,
  write: (line: ScriptLine) => void,
): HostCapabilities => ({
  ...base,
  hoursOfOperation({ hoursOfOperationId }) {
    const parameters = hoursOfOperationId === undefined ? {} : { HoursOfOperationId: hoursOfOperationId };
    const state = choose.pick('hours', [
      option('InHours', 'InHours'),
      option('OutOfHours', 'OutOfHours'),
      rarely('error', 'error'),
    ]);
    write({
      kind: 'override',
      actionType: checkHoursType,
      parameters,
      response: state === 'error' ? failure(noMatchingError) : result({ Value: state }),
    });
    return state === 'error' ? refuse('hours cannot be read') : answer({ open: state === 'InHours' });
  },
  enqueue(_contact, target, { dequeue }) {
    const state = choose.pick('queue takes the contact', [
      option('yes', 'yes'),
      rarely('full', 'QueueAtCapacity'),
      rarely('error', noMatchingError),
    ]);
    if (state === 'yes') return answer('queued');
    const parameters = target.kind === 'queue' ? { QueueId: target.queue.arn } : { AgentId: target.agent.arn };
    write({
      kind: 'override',
      actionType: dequeue ? dequeueType : transferToQueueType,
      parameters,
      response: failure(state),
    });
    return state === 'QueueAtCapacity' ? answer('at-capacity') : refuse('queue error');
  },
});

/** What no instruction and no override of the testing language answers: a guide, another service, a third party; a wait only passes when it is short. */
const cannotBeScripted = (suspension: Suspension): boolean =>
  ['view', 'service', 'third-party'].includes(suspension.kind) ||
  (suspension.kind === 'wait' && suspension.seconds > maximumWaitSeconds);

/** One call by an imagined caller, written down so that a test case can repeat it; undefined when none could. */
export const imagineCall = (
  flow: Flow,
  base: HostCapabilities,
  choose: Chooser,
  values: Values,
): ImaginedCall | undefined => {
  const lines: ScriptLine[] = [];
  const write = (line: ScriptLine): void => {
    lines.push(line);
  };
  const attributes = recordFrom(
    Object.entries(imaginedData(choose, '$.Attributes', values, 'Attributes')).map(([key, value]) => [
      key,
      String(value),
    ]),
  );
  const contact: ContactState = createContactState({ contactId: 'imagined', attributes, ...contactIn(flow) });
  const collector = new MessageCollector('field', ({ text }) => write({ kind: 'heard', text }));
  const run = new FlowRun({
    flow,
    contact,
    host: scriptedHost(choose, base, write),
    onEvent: collector.observe,
    budget: { maxSteps: 500 },
  });
  let suspension = run.start();
  for (let signals = 0; suspension.kind !== 'ended'; signals += 1) {
    if (signals > maximumSignals) return undefined;
    if (cannotBeScripted(suspension))
      return lines.some(({ kind }) => kind === 'heard') ? { lines, attributes } : undefined;
    if (suspension.kind === 'wait') {
      suspension = run.resume({ kind: 'timeout' });
      continue;
    }
    if (suspension.kind === 'iterative-prompts' && suspension.interruptAfterSeconds === undefined) {
      suspension = run.resume({ kind: 'stop' });
      continue;
    }
    const signal = imaginedSignal(choose, suspension, run.action, values);
    if (signal.kind === 'digit') write({ kind: 'keys', keys: signal.digit });
    if (suspension.kind === 'lambda') write(lambdaOverride(suspension.functionArn, signal));
    if (suspension.kind === 'lex' && signal.kind === 'lex-result')
      write({
        kind: 'override',
        actionType: connectLexBotType,
        parameters: 'aliasArn' in suspension.bot ? { LexV2Bot: { AliasArn: suspension.bot.aliasArn } } : {},
        response: result({ LoadedData: JSON.stringify({ IntentName: signal.intentName, Slots: signal.slots ?? {} }) }),
      });
    suspension = run.resume(signal);
  }
  return { lines, attributes, ended: suspension };
};

const lambdaOverride = (LambdaFunctionARN: string, signal: ReturnType<typeof imaginedSignal>): ScriptLine => ({
  kind: 'override',
  actionType: invokeLambdaType,
  parameters: { LambdaFunctionARN },
  response:
    signal.kind === 'lambda-result'
      ? result({ LoadedData: JSON.stringify(signal.payload) })
      : failure(signal.kind === 'lambda-error' && signal.reason === 'timeout' ? timeLimitExceeded : noMatchingError),
});
