import { type Flow, type FlowType, parseFlow } from '../../../flow-engine/src/index.ts';

const message = (identifier: string, text: string, next: string) => ({
  Identifier: identifier,
  Type: 'MessageParticipant',
  Parameters: { Text: text },
  Transitions: { NextAction: next, Conditions: [], Errors: [{ NextAction: next, ErrorType: 'NoMatchingError' }] },
});
const end = { Identifier: 'end', Type: 'EndFlowExecution', Parameters: {}, Transitions: {} };
const loop = (text: string) => ({
  Identifier: 'loop',
  Type: 'MessageParticipantIteratively',
  Parameters: { Messages: [{ Text: text }] },
  Transitions: { Conditions: [], Errors: [] },
});

function flow(name: string, type: FlowType, actions: readonly { readonly Identifier: string }[]): Flow {
  const parsed = parseFlow(
    { Version: '2019-10-30', StartAction: actions[0]?.Identifier, Metadata: {}, Actions: actions },
    { name, type, isModule: false },
  );
  if (parsed.flow === undefined)
    throw new Error(`${name}: ${parsed.findings.map((finding) => finding.message).join('; ')}`);
  return parsed.flow;
}

const flows = new Map<string, Flow>([
  [
    'CustomerQueue',
    flow('Default customer queue', 'CUSTOMER_QUEUE', [
      loop(
        'Thank you for calling. Your call is very important to us and will be answered in the order it was received.',
      ),
    ]),
  ],
  ['CustomerHold', flow('Default customer hold', 'CUSTOMER_HOLD', [loop('You are on hold.')])],
  ['AgentWhisper', flow('Default agent whisper', 'AGENT_WHISPER', [message('whisper', '$.Queue.Name', 'end'), end])],
  ['CustomerWhisper', flow('Default customer whisper', 'CUSTOMER_WHISPER', [end])],
  ['Outbound', flow('Default outbound', 'OUTBOUND_WHISPER', [end])],
]);

/** The flow every instance comes with for a moment of a contact's life; shaped as real instances export them. */
export function defaultFlow(
  moment: 'CustomerQueue' | 'CustomerHold' | 'AgentWhisper' | 'CustomerWhisper' | 'Outbound',
): Flow {
  const found = flows.get(moment);
  if (found === undefined) throw new Error(`no default flow for ${moment}`);
  return found;
}
