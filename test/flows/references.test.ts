import { describe, expect, test } from 'vitest';
import { contactAttributes } from '../../contracts/attributes.ts';
import type {
  CallbackRequestResponse,
  CallerNumberResponse,
  InboundContextResponse,
  QueueAnnouncementResponse,
} from '../../contracts/flow-responses.ts';
import { flowFunctions } from '../../contracts/functions.ts';
import type { Action, Flow, Transition } from '../../flow-engine/src/index.ts';
import { centres } from '../../programmes/index.ts';
import { actionsOf, statesAt, stringsIn } from './data-flow.ts';
import { flowFiles, flows } from './flow-files.ts';

type Keys<T> = Readonly<Record<keyof T, true>>;
const contextKeys: Keys<InboundContextResponse> = {
  state: true,
  reason: true,
  closedText: true,
  welcomeText: true,
  callbackOffered: true,
  callerNumber: true,
  personId: true,
  knownPerson: true,
  numberKey: true,
  priorityClass: true,
  ringBackId: true,
  recipientId: true,
};
const numberKeys: Keys<CallerNumberResponse> = {
  accepted: true,
  personId: true,
  numberKey: true,
  knownPerson: true,
  spokenNumber: true,
};
const callbackKeys: Keys<CallbackRequestResponse> = {
  registered: true,
  callbackId: true,
  callbackNumber: true,
  text: true,
};
const announcementKeys: Keys<QueueAnnouncementResponse> = { text: true, offerCallback: true };
const answers: Readonly<Record<string, Readonly<Record<string, true>>>> = {
  'inbound-context': contextKeys,
  'caller-number': numberKeys,
  'callback-request': callbackKeys,
  'queue-announcement': announcementKeys,
};

const functionOf = ({ parameters }: Action): string => String(parameters['LambdaFunctionARN']).split(':').at(-1) ?? '';
const everyFlow = [...flows.values()];

describe('COMMON-54: placeholders', () => {
  const placeholders = flowFiles.flatMap(({ name, text }) =>
    [...text.matchAll(/\{\{([^}]*)\}\}/g)].map(([, placeholder]) => ({ flow: name, placeholder: placeholder ?? '' })),
  );

  test('each names something that exists', () => {
    const programmeOf = (flow: string) => centres[flow.split('/')[0] ?? ''];
    const isKnown = ({ flow, placeholder }: (typeof placeholders)[number]): boolean => {
      const [kind = '', name = ''] = placeholder.split(':');
      const centre = programmeOf(flow);
      if (kind === 'function') return flowFunctions.some((known) => known === name);
      if (kind === 'flow' || kind === 'module')
        return flowFiles.some((file) => file.name === name && (file.type === 'MODULE') === (kind === 'module'));
      if (kind === 'queue') return centre?.queues.some((queue) => queue.name === name) ?? false;
      if (kind === 'hours') return centre?.hours.name === name;
      return kind === 'text' && centre?.flowTexts[name] !== undefined;
    };
    expect(placeholders.filter((entry) => !isKnown(entry))).toEqual([]);
  });

  test('none is forgotten: no ARN, no id, no unused text', () => {
    for (const { path, text } of flowFiles) {
      expect(text, path).not.toMatch(/arn:|[0-9a-f]{8}-[0-9a-f]{4}|000000000000/);
    }
    const used = new Set(placeholders.map(({ placeholder }) => placeholder));
    const texts = Object.values(centres).flatMap((centre) => Object.keys(centre.flowTexts));
    expect(texts.filter((key) => !used.has(`text:${key}`))).toEqual([]);
  });

  test('flows do not depend on each other in a circle, queues and their outbound whisper included', () => {
    const uses = new Map<string, string[]>();
    for (const { flow, placeholder } of placeholders) {
      const [kind, name = ''] = placeholder.split(':');
      if (kind === 'flow' || kind === 'module' || kind === 'queue') uses.set(flow, [...(uses.get(flow) ?? []), name]);
    }
    // What an agent's call or a native callback says first belongs to the queue.
    const whispers = flowFiles.filter(({ type }) => type === 'OUTBOUND_WHISPER').map(({ name }) => name);
    for (const centre of Object.values(centres)) for (const queue of centre.queues) uses.set(queue.name, whispers);
    const visit = (name: string, path: readonly string[]): void => {
      expect(path, [...path, name].join(' → ')).not.toContain(name);
      for (const next of uses.get(name) ?? []) visit(next, [...path, name]);
    };
    for (const name of uses.keys()) visit(name, []);
  });
});

describe('SAMPS-02: values come from where the flow can see them', () => {
  /** The function whose answer `$.External` holds; a failed call or a module leaves nothing certain. */
  const lastAnswer = (action: Action, state: string, { via }: Transition): string => {
    if (action.type === 'InvokeFlowModule') return 'none';
    if (action.type !== 'InvokeLambdaFunction') return state;
    return via.kind === 'error' ? 'none' : functionOf(action);
  };

  test.each(everyFlow.map((flow) => ({ name: flow.name, flow })))(
    '$name reads $.External from the last answer',
    ({ flow }) => {
      const states = statesAt<string>(flow, 'none', lastAnswer);
      for (const action of actionsOf(flow)) {
        const read = stringsIn(action.parameters).flatMap((text) => [...text.matchAll(/\$\.External\.(\w+)/g)]);
        for (const [reference, key = ''] of read)
          for (const state of states.get(action.identifier) ?? [])
            expect(answers[state]?.[key], `${action.identifier} reads ${reference} after ${state}`).toBe(true);
      }
    },
  );

  test('attributes written and read are those of the contract', () => {
    const known = new Set<string>(Object.values(contactAttributes));
    for (const action of everyFlow.flatMap(actionsOf)) {
      const written =
        action.type === 'UpdateContactAttributes' ? Object.keys(action.parameters['Attributes'] ?? {}) : [];
      const read = stringsIn(action.parameters).flatMap((text) =>
        [...text.matchAll(/\$\.Attributes\.(\w+)/g)].map(([, key]) => key ?? ''),
      );
      expect([...written, ...read].filter((key) => !known.has(key))).toEqual([]);
    }
  });

  test('a reference spoken inside a sentence is followed by a space, as the end of a token is not documented', () => {
    for (const action of everyFlow.flatMap(actionsOf))
      for (const text of stringsIn(action.parameters)) expect(text).not.toMatch(/\$\.[\w.]+[^\w.\s]/);
  });
});

describe('COMMON-51: no number in the flow logs', () => {
  const carriesNumber = (action: Action): boolean =>
    action.parameters['StoreInput'] === 'True' ||
    (action.parameters['LambdaInvocationAttributes'] !== undefined &&
      stringsIn(action.parameters).includes('keep-place')) ||
    stringsIn(action.parameters).some((text) =>
      /\$\.(StoredCustomerInput|CustomerEndpoint|External\.(callbackNumber|spokenNumber))/.test(text),
    );
  const logging = (action: Action, state: 'on' | 'off'): 'on' | 'off' => {
    if (action.type !== 'UpdateFlowLoggingBehavior') return state;
    return action.parameters['FlowLoggingBehavior'] === 'Enabled' ? 'on' : 'off';
  };

  test('logging is off wherever a number passes, and on again when a module or a wait goes on', () => {
    const numbers: string[] = [];
    for (const flow of everyFlow) {
      const states = statesAt<'on' | 'off'>(flow, 'on', logging);
      for (const action of actionsOf(flow)) {
        const state = [...(states.get(action.identifier) ?? [])];
        if (carriesNumber(action)) {
          numbers.push(action.identifier);
          expect(state, `${flow.name} ${action.identifier}`).toEqual(['off']);
        }
        if (action.type === 'EndFlowModuleExecution' || action.type === 'MessageParticipantIteratively')
          expect(state, `${flow.name} ${action.identifier}`).toEqual(['on']);
      }
    }
    expect(numbers).toEqual(['demande-rappel', 'numero-rappel', 'saisie', 'saisie-recue', 'verification', 'relecture']);
  });

  test.each(
    everyFlow.filter(({ type }) => type === 'CONTACT_FLOW' || type === 'CUSTOMER_QUEUE').map((flow) => ({ flow })),
  )('$flow.name is logged from its first action', ({ flow }: { flow: Flow }) => {
    expect(flow.actions.get(flow.startAction)).toMatchObject({
      type: 'UpdateFlowLoggingBehavior',
      parameters: { FlowLoggingBehavior: 'Enabled' },
    });
  });
});
