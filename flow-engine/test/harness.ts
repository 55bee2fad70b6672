import {
  answer,
  type ContactInit,
  type ContactState,
  createContactState,
  type Flow,
  type FlowEvent,
  FlowRun,
  type FlowType,
  type HostCapabilities,
  type JsonObject,
  type Key,
  parseFlow,
  refuse,
  type Signal,
  type Suspension,
} from '../src/index.ts';

/** `[identifier, type, parameters, transitions]`; a text as transitions is the NextAction. */
export type ActionLine = readonly [string, string, JsonObject?, (string | JsonObject)?];

export const when = (operand: string, nextAction: string, operator = 'Equals'): JsonObject => ({
  NextAction: nextAction,
  Condition: { Operator: operator, Operands: [operand] },
});
export const onError = (errorType: string, nextAction: string): JsonObject => ({
  NextAction: nextAction,
  ErrorType: errorType,
});

export const document = (lines: readonly ActionLine[], extra: JsonObject = {}): JsonObject => ({
  Version: '2019-10-30',
  StartAction: lines[0]?.[0] ?? '',
  Metadata: {},
  Actions: lines.map(([Identifier, Type, Parameters = {}, transitions = {}]) => ({
    Identifier,
    Type,
    Parameters,
    Transitions: typeof transitions === 'string' ? { NextAction: transitions } : transitions,
  })),
  ...extra,
});

export const flowOf = (
  lines: readonly ActionLine[],
  options: { name?: string; type?: FlowType; isModule?: boolean } = {},
): Flow => {
  const { flow, findings } = parseFlow(document(lines), { name: 'flow', ...options });
  if (flow === undefined) throw new Error(findings.map(({ message }) => message).join('; '));
  return flow;
};

export const queueInfo = (id: string) => ({ arn: `arn:queue/${id}`, name: id });

/** A host that knows every queue and agent by its id, says open, takes everyone in. */
export const willingHost = (overrides: HostCapabilities = {}): HostCapabilities => ({
  hoursOfOperation: () => answer({ open: true }),
  queue: (id) => (id === 'unknown' ? refuse(`no queue "${id}"`) : answer(queueInfo(id))),
  agent: (id) => answer({ arn: `arn:agent/${id}`, userName: id }),
  enqueue: () => answer('queued'),
  createCallback: () => answer(true),
  isDialable: (number) => !number.startsWith('+99'),
  validatePhone: ({ digits }) => (digits.length >= 6 ? answer(`+687${digits}`) : refuse(`"${digits}" is no number`)),
  queueMetric: () => answer(3),
  metricData: () => answer({ Queue: { Size: 4 } }),
  randomPercent: () => 42,
  encrypt: (plain) => answer(`cipher(${plain.length})`),
  flow: (id) => refuse(`no flow "${id}"`),
  flowModule: (id) => refuse(`no module "${id}"`),
  ...overrides,
});

export interface Driven {
  readonly run: FlowRun;
  readonly contact: ContactState;
  readonly events: FlowEvent[];
  readonly start: () => Suspension;
  readonly send: (...signals: Signal[]) => Suspension;
  readonly press: (keys: string) => Suspension;
}

export const key = (text: string): Key => {
  const known = (['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'] as const).find((each) => each === text);
  if (known === undefined) throw new Error(`"${text}" is no key`);
  return known;
};

export const drive = (flow: Flow, init: Partial<ContactInit> = {}, host: HostCapabilities = willingHost()): Driven => {
  const contact = createContactState({ contactId: 'c-1', ...init });
  const events: FlowEvent[] = [];
  const run = new FlowRun({ flow, contact, host, onEvent: (event) => events.push(event) });
  const send = (...signals: Signal[]): Suspension => {
    let suspension = run.current;
    for (const signal of signals) suspension = run.resume(signal);
    if (suspension === undefined) throw new Error('send nothing before start');
    return suspension;
  };
  return {
    run,
    contact,
    events,
    start: () => run.start(),
    send,
    press: (keys) => send(...[...keys].map((digit): Signal => ({ kind: 'digit', digit: key(digit) }))),
  };
};

/** Runs one action: `ok` and every listed error and condition lead to an end named after the branch, read back from the last transition. */
export const branchTaken = (events: readonly FlowEvent[]): string => {
  const last = events.findLast((event) => event.kind === 'transition');
  return last?.kind === 'transition' ? last.to : 'none';
};

/** The action, its branches, and a hang-up behind each branch. */
export const around = (
  type: string,
  parameters: JsonObject,
  branches: { conditions?: [string, string?][]; errors?: string[] } = {},
): Flow => {
  const ends = ['ok', ...(branches.conditions ?? []).map(([operand]) => operand), ...(branches.errors ?? [])];
  return flowOf([
    [
      'it',
      type,
      parameters,
      {
        NextAction: 'ok',
        Conditions: (branches.conditions ?? []).map(([operand, operator]) => when(operand, operand, operator)),
        Errors: (branches.errors ?? []).map((errorType) => onError(errorType, errorType)),
      },
    ],
    ...ends.map((end): ActionLine => [end, 'DisconnectParticipant']),
  ]);
};
