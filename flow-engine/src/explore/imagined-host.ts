import { answer, refuse } from '../host/answer.ts';
import type { HostCapabilities } from '../host/host-capabilities.ts';
import type { Flow } from '../model/flow.ts';
import { isNamedBy } from '../model/is-named-by.ts';
import { parseFlow } from '../parse/parse-flow.ts';
import { type Chooser, option, rarely } from './chooser.ts';

const end = (type: string): Flow | undefined =>
  parseFlow(
    {
      Version: '2019-10-30',
      StartAction: 'end',
      Metadata: {},
      Actions: [{ Identifier: 'end', Type: type, Parameters: {}, Transitions: {} }],
    },
    { name: `(imagined ${type})` },
  ).flow;

/** A host that answers anything possible; which, the chooser decides. `library` are flows and modules known by name or ARN. */
export const imaginedHost = (choose: Chooser, library: readonly Flow[]): HostCapabilities => {
  const known = (id: string): Flow | undefined => library.find((flow) => isNamedBy(flow, id));
  const orRefuse = <T>(place: string, ...values: [string, T][]) =>
    choose.pick(place, [
      rarely('refused', refuse(`${place}: refused`)),
      ...values.map(([label, value]) => option(label, answer(value))),
    ]);
  const find = (kind: string, type: string) => (id: string) => {
    const flow = known(id) ?? end(type);
    return flow === undefined ? refuse(`no ${kind} ${id}`) : orRefuse(`${kind} ${id}`, ['exists', flow]);
  };
  return {
    flow: find('flow', 'DisconnectParticipant'),
    flowModule: find('module', 'EndFlowModuleExecution'),
    hoursOfOperation: () => orRefuse('hours', ['open', { open: true }], ['closed', { open: false }]),
    queue: (id) => orRefuse(`queue ${id}`, ['exists', { arn: id, name: id }]),
    agent: (id) => orRefuse(`agent ${id}`, ['exists', { arn: id, userName: id }]),
    queueMetric: (metric) => orRefuse(metric, ['0', 0], ['1', 1], ['1000', 1000]),
    metricData: () =>
      orRefuse('metrics', ['some', { Queue: { Size: 3, OldestContactAge: 60, EstimatedWaitTime: 120 } }], ['none', {}]),
    enqueue: () => orRefuse('queue takes the contact', ['yes', 'queued'], ['full', 'at-capacity']),
    createCallback: () => orRefuse('callback', ['created', true]),
    isDialable: (number) =>
      !number.startsWith('+99') &&
      choose.pick('number', [option('can be dialled', true), rarely('cannot be dialled', false)]),
    validatePhone: ({ digits }) => (digits.length >= 3 ? answer(`+33${digits}`) : refuse(`"${digits}" is no number`)),
    encrypt: () => orRefuse('encryption', ['done', 'cipher']),
    randomPercent: () =>
      choose.pick('percentage', [
        option('1', 1),
        ...[15, 35, 50, 65, 85, 100].map((share) => option(String(share), share)),
      ]),
    voiceExists: (voice) => choose.pick(`voice ${voice}`, [option('exists', true), rarely('does not exist', false)]),
    outboundCallStatus: () =>
      orRefuse(
        'call',
        ...['CallAnswered', 'VoicemailBeep', 'VoicemailNoBeep', 'NotDetected'].map((status): [string, string] => [
          status,
          status,
        ]),
      ),
  };
};
