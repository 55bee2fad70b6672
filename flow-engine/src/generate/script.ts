import type { JsonObject, JsonValue } from '../json/json.ts';
import { transferToQueueType } from '../model/action-types.ts';

/** What a caller and the systems around did during one imagined call, in the words of the testing language. */
export type ScriptLine =
  | { readonly kind: 'heard'; readonly text: string }
  | { readonly kind: 'keys'; readonly keys: string }
  | {
      readonly kind: 'override';
      readonly actionType: string;
      readonly parameters: JsonObject;
      readonly response: JsonObject;
    };

export const result = (ExecutionResult: JsonObject): JsonObject => ({ Type: 'ExecutionResult', ExecutionResult });
export const failure = (Value: string): JsonObject => ({ Type: 'Error', Error: { Value } });

const action = (Identifier: string, Type: string, Parameters: JsonObject): JsonObject => ({
  Identifier,
  Type,
  Parameters: { ActionType: Type, ...Parameters },
});

const instruction = (identifier: string, Type: string, Properties: JsonObject): JsonObject =>
  action(identifier, 'SendInstruction', { Actor: 'Customer', Instruction: { Type, Properties } });

/** Each action leads to the next; the last has no Transitions, the form the service accepts. */
const chained = (actions: readonly JsonObject[]): JsonValue[] =>
  actions.map((each, index) => {
    const next = actions[index + 1]?.['Identifier'];
    return next === undefined ? { ...each } : { ...each, Transitions: { NextAction: next } };
  });

const observation = (
  Identifier: string,
  Type: string,
  Properties: JsonObject,
  actions: readonly JsonObject[],
  next: string | undefined,
): JsonObject => ({
  Identifier,
  Event: { Identifier: `${Identifier}-event`, Type, Actor: 'System', Properties },
  Actions: chained(actions),
  Transitions: { NextObservations: next === undefined ? [] : [next] },
});

const endTest = action('end', 'TestControl', { Command: { Type: 'EndTest' } });

/** Where the contact goes when the call ends in a queue: a test that left it there could reach a live agent. */
const transferGroup = (QueueId: string): JsonObject =>
  observation(
    'transfer',
    'FlowActionStarted',
    { ActionType: transferToQueueType, ActionParameters: { QueueId } },
    [endTest],
    undefined,
  );

/**
 * The content of a native test case that repeats a script: overrides first, then one group per message heard; `queue` is where the contact
 * ends. `isCut`: what follows the last message cannot be tested, so the test ends with it.
 */
export const testCaseContent = (
  lines: readonly ScriptLine[],
  queue: string | undefined,
  isCut: boolean,
): JsonObject => {
  const groups: { text: string | undefined; actions: JsonObject[] }[] = [{ text: undefined, actions: [] }];
  const overrides: JsonObject[] = [];
  for (const [index, line] of lines.entries()) {
    const actions = groups.at(-1)?.actions ?? [];
    if (line.kind === 'heard') groups.push({ text: line.text, actions: [] });
    else if (line.kind === 'keys') actions.push(instruction(`press-${index}`, 'DtmfInput', { Value: line.keys }));
    else {
      const Properties = {
        ActionType: line.actionType,
        ActionParameters: line.parameters,
        Strategy: { Type: 'MockResponse', Response: line.response },
      };
      overrides.push(
        action(`override-${index}`, 'OverrideSystemBehavior', { Behavior: { Type: 'FlowAction', Properties } }),
      );
    }
  }
  if (isCut) groups.at(-1)?.actions.push(endTest);
  const nameOf = (index: number): string | undefined =>
    index < groups.length ? `heard-${index}` : queue === undefined ? undefined : 'transfer';
  const observations = groups.map(({ text, actions }, index) =>
    text === undefined
      ? observation('start', 'TestInitiated', {}, [...overrides, ...actions], nameOf(1))
      : observation(
          `heard-${index}`,
          'MessageReceived',
          { Text: text, MatchingCriteria: { Type: 'Inclusion' } },
          actions,
          nameOf(index + 1),
        ),
  );
  return {
    Version: '2019-10-30',
    Metadata: {},
    Observations: queue === undefined ? observations : [...observations, transferGroup(queue)],
  };
};
