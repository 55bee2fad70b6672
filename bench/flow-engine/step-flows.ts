import { createContactState, type Flow, FlowRun, type JsonObject, parseFlow } from '../../flow-engine/src/index.ts';

/** A straight line of actions, then the end. */
function line(
  steps: number,
  action: (index: number) => { readonly Type: string; readonly Parameters: JsonObject },
): Flow {
  const { flow, findings } = parseFlow({
    Version: '2019-10-30',
    StartAction: 'a0',
    Metadata: {},
    Actions: [
      ...Array.from({ length: steps }, (_, index) => {
        const { Type, Parameters } = action(index);
        const to = index + 1 === steps ? 'end' : `a${index + 1}`;
        const conditions = [{ NextAction: to, Condition: { Operator: 'Equals', Operands: ['yes'] } }];
        const branches =
          Type === 'Compare'
            ? { Conditions: conditions, Errors: [{ NextAction: 'end', ErrorType: 'NoMatchingCondition' }] }
            : {};
        return { Identifier: `a${index}`, Type, Parameters, Transitions: { NextAction: to, ...branches } };
      }),
      { Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
    ],
  });
  if (flow === undefined) throw new Error(JSON.stringify(findings));
  return flow;
}

/** Actions that do next to nothing, as Pass states do. */
export const quietFlow = (steps: number): Flow =>
  line(steps, () => ({ Type: 'UpdateFlowLoggingBehavior', Parameters: { FlowLoggingBehavior: 'Enabled' } }));

/** Attributes set from a text with a reference, and compared. */
export const attributeFlow = (steps: number): Flow =>
  line(steps, (index) =>
    index % 2 === 0
      ? { Type: 'UpdateContactAttributes', Parameters: { Attributes: { greeting: 'Bonjour $.Attributes.name .' } } }
      : { Type: 'Compare', Parameters: { ComparisonValue: '$.Attributes.known' } },
  );

/** One run of a flow by a new contact; with `isObserved`, somebody listens to its events. */
export function runner(flow: Flow, isObserved: boolean): () => void {
  const heard = { events: 0 };
  const count = (): void => {
    heard.events += 1;
  };
  const onEvent = isObserved ? count : undefined;
  return () => {
    const contact = createContactState({ contactId: 'c', attributes: { name: 'Awa', known: 'yes' } });
    const ended = new FlowRun({ flow, contact, host: {}, onEvent }).start();
    if (ended.kind !== 'ended' || ended.error !== undefined) throw new Error(JSON.stringify(ended));
  };
}
