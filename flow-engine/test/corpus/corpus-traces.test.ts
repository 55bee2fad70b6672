import { describe, expect, it } from 'vitest';
import {
  answer,
  type ContactInit,
  type HostCapabilities,
  type JsonObject,
  type LambdaFailure,
  parseFlow,
  refuse,
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
  /** What an earlier flow left in `$.External`. */
  readonly external?: JsonObject;
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
const townHall = 'town-hall';
const language = 'output__ivr-2-language-router';
const survey = '2-Simple_Survey_Example';
const external = 'RulesEngineExternalNumber';
const reminder = 'ReminderBotFlow';
const bankId = 'BankIDAuth';
const voicemail = 'vmx-contactflows.yaml__4';
const wait = 'RulesEngineWait';
const talked = (outcome: 'completed' | 'call-failed'): Signal => ({ kind: 'third-party-ended', outcome });

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
  {
    title: 'an open desk takes the call',
    flow: townHall,
    signals: [heard, ...press('1')],
    path: '00000010 00000011 00000012 00000013 00000015 0000001b 00000018 0000001a',
    reason: 'queued',
  },
  {
    title: 'a caller who is silent, then wrong, then silent again is let go',
    flow: townHall,
    signals: [heard, silence, heard, ...press('7'), heard, silence, heard],
    path: '00000010 00000011 00000012 00000013 00000015 00000016 00000017 00000015 00000016 00000017 00000015 00000016 00000017 0000001c',
    reason: 'disconnected',
  },
  {
    title: 'silence at the first menu ends the call',
    flow: language,
    signals: [heard, silence, heard],
    path: '8ced33f2 ff2a23ac 1ae9ff64 8f2b72fc 5b62f4a0 1219c3f2',
    reason: 'disconnected',
  },
  {
    title: 'a wrong key is asked again, and 3 is French',
    flow: language,
    signals: [heard, ...press('9'), heard, ...press('3'), heard],
    path: '8ced33f2 ff2a23ac 1ae9ff64 8f2b72fc 2471c113 c2d4691e a7526c76 2307c306 fb70c120 224c0b33 bb0328e9 1219c3f2',
    reason: 'disconnected',
  },
  {
    title: 'a contact whose attributes leave no room takes the error branch',
    flow: language,
    contact: { attributes: { filler: 'x'.repeat(32_768 - 'filler'.length) } },
    signals: [],
    path: '8ced33f2 ff2a23ac 1219c3f2',
    reason: 'disconnected',
  },
  {
    title: 'the caller is queued, the survey to come is set',
    flow: survey,
    signals: [heard],
    path: 'ce42704a 9c9176ba dc75988f ba8ce768 d7227083',
    reason: 'queued',
  },
  {
    title: 'a queue of another instance is not found',
    flow: survey,
    host: { queue: () => refuse('no such queue in this instance') },
    signals: [heard, heard],
    path: 'ce42704a 9c9176ba dc75988f ba8ce768 19de1736 73d4d2dc',
    reason: 'disconnected',
  },
  {
    title: 'a number that cannot be called leads to the error flow, which is not there',
    flow: external,
    external: { CurrentRule_resume: 'true', CurrentRule_externalNumber: '+33100000000' },
    signals: [talked('call-failed')],
    path: '575683fb e9bc28e6 77064cb1 ae032090 76c95b63',
    reason: 'disconnected',
  },
  {
    title: 'a rule that sends keys and does not resume hands the caller over',
    flow: external,
    external: { CurrentRule_sendDTMF: 'true', CurrentRule_dtmf: '1,2', CurrentRule_externalNumber: '+33100000000' },
    signals: [talked('completed')],
    path: '575683fb 8ec0044a 090868c9',
    reason: 'transferred-to-third-party',
  },
  {
    title: 'a rule without a number calls nobody',
    flow: external,
    signals: [],
    path: '575683fb 8ec0044a 0e8adb85 ae032090 76c95b63',
    reason: 'disconnected',
  },
  {
    title: 'whoever prefers e-mail leaves the bot that way',
    flow: reminder,
    signals: [intent('EmailIntent'), heard],
    path: '2f9a965a 2f08ce68 8aa6727f 73dbc0b9 ea48a6b5',
    reason: 'disconnected',
  },
  {
    title: 'two minutes of silence leave the bot by the time-out',
    flow: reminder,
    contact: { channel: 'CHAT' },
    signals: [silence, heard],
    path: '2f9a965a 2f08ce68 8aa6727f 07b13e07 ea48a6b5',
    reason: 'disconnected',
  },
  {
    title: 'a bot that is down leaves by the error branch',
    flow: reminder,
    signals: [{ kind: 'service-error' }, heard],
    path: '2f9a965a 2f08ce68 8aa6727f 8f73f57f ea48a6b5',
    reason: 'disconnected',
  },
  {
    title: 'an identity still pending after three looks is given up',
    flow: bankId,
    signals: [
      ...press('123456789012'),
      heard,
      lambda({ status: 'pending' }),
      lambda({ status: 'pending' }),
      lambda({ status: 'pending' }),
      heard,
    ],
    path: 'f975c9af 5c7d63e5 17403bfb 7a1ac8ba 2367a288 6162763b 595aea4e 2367a288 6162763b 595aea4e 2367a288 6162763b 595aea4e f225dcc9 5c69b8bf',
    reason: 'disconnected',
  },
  {
    title: 'an identity proved meets a full queue',
    flow: bankId,
    host: full,
    signals: [...press('12#'), heard, lambda({ status: 'complete', givenName: 'Awa' }), heard, heard, heard],
    path: 'f975c9af 5c7d63e5 17403bfb 7a1ac8ba 2367a288 6162763b 319c4da8 bb212c4b 0bf507b6 93a19012 e501e887 f225dcc9 5c69b8bf',
    reason: 'disconnected',
  },
  {
    title: 'a call cannot wait: the next flow is not there, nor the error flow',
    flow: wait,
    signals: [],
    path: '525d3fb5 918da7e0 4d5b44e1 406b3b14',
    reason: 'disconnected',
  },
  {
    title: 'a chat asked to wait for no known time takes the error branch',
    flow: wait,
    contact: { channel: 'CHAT' },
    signals: [],
    path: '525d3fb5 2ecb7822 4d5b44e1 406b3b14',
    reason: 'disconnected',
  },
  {
    title: 'a queue voicemail ends where its core flow is not there',
    flow: voicemail,
    signals: [heard, ...press('1'), ...press('2'), heard, heard],
    path: 'a2e856a6 f8569fff 1b3e66c4 24fac637 b3f2b2be 61b6b994 a36f4066 447c47da c9711647 dfa0b76f 2d4ffa7b 08a51b26 4c3215ff',
    reason: 'disconnected',
  },
  {
    title: 'an agent nobody knows has no voicemail',
    flow: voicemail,
    host: { agent: (id) => refuse(`no agent "${id}"`) },
    signals: [heard, ...press('21'), heard],
    path: 'a2e856a6 f8569fff 1b3e66c4 24fac637 ae757e99 61b6b994 39b2f5a6 99aa3e2f a40ce477',
    reason: 'disconnected',
  },
];

const isHere = ({ flow }: Trace): boolean => hasCorpus || flow === townHall;

describe('exported flows, traced by hand', () => {
  it.each(traces.filter(isHere).map((trace) => [`${trace.flow}: ${trace.title}`, trace] as const))(
    '%s',
    (_title, { flow: name, host, contact, external: left, signals, path, reason }) => {
      const file = corpusFlows().find((each) => each.name.includes(name));
      const { flow } = parseFlow(file?.text ?? '');
      if (flow === undefined) throw new Error(`no flow ${name}`);
      const { start, send, events, contact: state } = drive(flow, contact, willingHost(host));
      state.external = left;
      start();
      for (const signal of signals) send(signal);
      const taken = events.flatMap((event) => (event.kind === 'action-started' ? [event.action.slice(0, 8)] : []));
      expect(taken.join(' ')).toBe(path);
      expect(events.at(-1)).toMatchObject({ kind: 'ended', ended: { reason } });
    },
  );
});
