import { describe, expect, it } from 'vitest';
import {
  answer,
  type ContactInit,
  type HostCapabilities,
  type LambdaFailure,
  parseFlow,
  type Signal,
} from '../../src/index.ts';
import { drive, key, queueInfo, willingHost } from '../harness.ts';
import { corpusFlows, hasCorpus } from './corpus.ts';

/** Expected by reading the published flow, not by running it: actions by the first eight characters of their identifier. */
interface Trace {
  readonly title: string;
  readonly flow: string;
  readonly host?: HostCapabilities;
  readonly contact?: Partial<ContactInit>;
  readonly signals: readonly Signal[];
  readonly path: string;
  readonly reason: string;
}

const heard: Signal = { kind: 'prompt-ended' };
const silence: Signal = { kind: 'timeout' };
const press = (keys: string): Signal[] => [...keys].map((digit) => ({ kind: 'digit', digit: key(digit) }));
const lambda = (payload: Record<string, string>): Signal => ({ kind: 'lambda-result', payload });
const lambdaError = (reason: LambdaFailure): Signal => ({ kind: 'lambda-error', reason });
const intent = (intentName: string, slots = {}): Signal => ({ kind: 'lex-result', intentName, slots });
const pressed = (action: string, data = {}): Signal => ({ kind: 'view-result', action, data });
const full: HostCapabilities = { enqueue: () => answer('at-capacity') };
const closed: HostCapabilities = { hoursOfOperation: () => answer({ open: false }) };
const scv = 'AWS_Sample_SCV_Queue_Transfer';
const callback = 'Sample_interruptible_queue_flow_with_callback-2';
const queue = { queue: queueInfo('q') };

const traces: readonly Trace[] = [
  {
    title: 'a Lambda that fails twice exhausts its loop',
    flow: scv,
    signals: [lambdaError('failed'), silence, heard],
    path: 'ec805ed6 e5d888c7 ec805ed6 e5d888c7 ec805ed6 dee37473 90f850c6 6a106786',
    reason: 'disconnected',
  },
  {
    title: 'a closed department says so',
    flow: scv,
    host: closed,
    contact: queue,
    signals: [lambda({ voiceCallId: 'v' }), heard, heard],
    path: 'ec805ed6 e5d888c7 1786d38e 861b5e68 5babd3fa 8cf205f1 a09f52a9',
    reason: 'disconnected',
  },
  {
    title: 'a full queue turns the call away',
    flow: scv,
    host: full,
    contact: queue,
    signals: [lambda({ voiceCallId: 'v' }), heard, heard, heard],
    path: 'ec805ed6 e5d888c7 1786d38e 861b5e68 aa2e49ed e93a9427 2f8d63be 127a3beb 65d255e0 8cf205f1 a09f52a9',
    reason: 'disconnected',
  },
  {
    title: 'nobody staffed turns the call away',
    flow: scv,
    host: { queueMetric: () => answer(0) },
    contact: queue,
    signals: [lambda({ voiceCallId: 'v' }), heard, heard],
    path: 'ec805ed6 e5d888c7 1786d38e 861b5e68 aa2e49ed c9e05d1c 8cf205f1 a09f52a9',
    reason: 'disconnected',
  },
  {
    title: 'a waiting caller leaves a number and hangs up',
    flow: callback,
    contact: queue,
    signals: [{ kind: 'interrupt' }, ...press('1'), ...press('251234#'), heard],
    path: '1b40bdee 96f7b261 2ff07095 bb25d7fc 540529df ff2c225e d82a6199 5551df8f',
    reason: 'disconnected',
  },
  {
    title: 'a wrong number is asked again',
    flow: callback,
    contact: queue,
    signals: [{ kind: 'interrupt' }, ...press('1'), ...press('25#'), heard, ...press('251234#'), heard],
    path: '1b40bdee 96f7b261 2ff07095 ba9f1975 2ff07095 bb25d7fc 540529df ff2c225e d82a6199 5551df8f',
    reason: 'disconnected',
  },
  {
    title: 'a silent caller stays in the queue',
    flow: callback,
    contact: queue,
    signals: [{ kind: 'interrupt' }, silence],
    path: '1b40bdee 96f7b261 f6ea029e',
    reason: 'flow-ended',
  },
  {
    title: 'a chat customer who comes back is queued again',
    flow: 'RulesEngineDisconnect',
    contact: { ...queue, channel: 'CHAT' },
    signals: [heard, { kind: 'event', name: 'CustomerReturned' }, heard],
    path: 'f2277eda 44c598fe cc927fd6 088df29e 616f94d7',
    reason: 'queued',
  },
  {
    title: 'one who does not is let go',
    flow: 'RulesEngineDisconnect',
    contact: { channel: 'CHAT' },
    signals: [heard, silence, heard],
    path: 'f2277eda 44c598fe cc927fd6 8b170d37 8e32b3b8',
    reason: 'disconnected',
  },
  {
    title: 'a name never understood is asked four times',
    flow: 'amazon-connect-flows__GetCustomerNameModule',
    contact: { attributes: { UPDATE_LAMBDA_ARN: 'f', LEX_CUSTOMER_NAME_BOT_ARN: 'b' } },
    signals: [
      intent('Fallback'),
      heard,
      intent('Fallback'),
      heard,
      intent('Fallback'),
      heard,
      intent('Fallback'),
      lambda({}),
      heard,
    ],
    path: 'Prompt C 21a85f80 Repeat P Prompt C 21a85f80 Repeat P Prompt C 21a85f80 Repeat P Prompt C 21a85f80 Timeout  Apology  4687e9a8 94007471',
    reason: 'disconnected',
  },
  {
    title: 'a name understood is kept, and the module returns',
    flow: 'amazon-connect-flows__GetCustomerNameModule',
    contact: { attributes: { UPDATE_LAMBDA_ARN: 'f', LEX_CUSTOMER_NAME_BOT_ARN: 'b' } },
    signals: [intent('getCustomerName', { firstName: 'Awa' }), lambda({})],
    path: 'Prompt C Set Cust Update N 2938f9ab',
    reason: 'flow-ended',
  },
  {
    title: 'an agent goes back, chooses, and lets the confirmation lapse',
    flow: 'View-Dialer-DispositionCodes',
    contact: { channel: 'CHAT' },
    signals: [pressed('Back'), pressed('ActionSelected', { Id: 'no-exitoso' }), lambda({}), silence, pressed('Other')],
    path: '288442fc 6480b731 24d443fb 6480b731 44e047b8 590553fb a7e61ad6 6480b731 0f20dfb0',
    reason: 'disconnected',
  },
  {
    title: '100 in 100 goes to group B, as operands are one too many',
    flow: 'ivr-5-ab-test-transfer__flow-5a',
    host: { randomPercent: () => 100 },
    signals: [heard, heard],
    path: 'c5000001 c5000002 c5000003 c5000004 c5000006 c5000008',
    reason: 'disconnected',
  },
  {
    title: 'a flow that cannot be found ends the call',
    flow: 'ivr-5-ab-test-transfer__flow-5a',
    host: { randomPercent: () => 99 },
    signals: [heard, heard],
    path: 'c5000001 c5000002 c5000003 c5000004 c5000005 c5000007 c5000009',
    reason: 'disconnected',
  },
  {
    title: 'a Lambda that is down says so',
    flow: 'output__ivr-4-business-hours',
    signals: [heard, ...press('1'), silence, heard],
    path: 'a1000001 a1000002 a1000003 a1000004 a1000006 a1000008 a1000009 a1000016 a1000017',
    reason: 'disconnected',
  },
];

describe.runIf(hasCorpus)('flows published by others, traced by hand', () => {
  it.each(traces.map((trace) => [`${trace.flow}: ${trace.title}`, trace] as const))(
    '%s',
    (_title, { flow: name, host, contact, signals, path, reason }) => {
      const file = corpusFlows().find((each) => each.name.includes(name));
      const { flow } = parseFlow(file?.text ?? '');
      if (flow === undefined) throw new Error(`no flow ${name}`);
      const { start, send, events } = drive(flow, contact, willingHost(host));
      start();
      for (const signal of signals) send(signal);
      const taken = events.flatMap((event) => (event.kind === 'action-started' ? [event.action.slice(0, 8)] : []));
      expect(taken.join(' ')).toBe(path);
      expect(events.at(-1)).toMatchObject({ kind: 'ended', ended: { reason } });
    },
  );
});
