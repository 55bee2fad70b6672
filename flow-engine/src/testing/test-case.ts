import type { Operator } from '../actions/action-definition.ts';
import type { JsonObject } from '../json/json.ts';

export type MatchingCriteria = 'Inclusion' | 'Similarity';

/** What the system is expected to do. */
export type TestEvent =
  | { readonly type: 'TestInitiated' }
  | { readonly type: 'TestCompleted' }
  | {
      readonly type: 'MessageReceived';
      readonly text?: string;
      readonly promptId?: string;
      readonly matching: MatchingCriteria;
    }
  | { readonly type: 'FlowActionStarted'; readonly actionType: string; readonly parameters: JsonObject };

export type Instruction =
  | { readonly type: 'DtmfInput'; readonly keys: string }
  | { readonly type: 'Utterance'; readonly text: string }
  | { readonly type: 'Disconnect' };

export type Strategy =
  | { readonly type: 'SubstituteResource'; readonly arn: string }
  | {
      readonly type: 'MockResult';
      readonly delaySeconds: number;
      readonly loadedData?: string;
      readonly value?: string;
    }
  | { readonly type: 'MockError'; readonly delaySeconds: number; readonly error: string };

export type TestAction =
  | { readonly type: 'SendInstruction'; readonly instruction: Instruction }
  | {
      readonly type: 'OverrideSystemBehavior';
      readonly actionType: string;
      readonly parameters: JsonObject;
      readonly strategy: Strategy;
    }
  | {
      readonly type: 'Assert';
      readonly namespace: string;
      readonly operator: Operator | 'Exists';
      readonly operand?: string;
    }
  | { readonly type: 'EndTest' }
  | { readonly type: 'LogData'; readonly expressions: Readonly<Record<string, string>> };

export interface Usage {
  readonly type: 'Exactly' | 'AtLeast' | 'AtMost' | 'Always';
  readonly times: number;
}

/** An interaction group: one thing to observe and what to do then. */
export interface Observation {
  readonly identifier: string;
  readonly event: TestEvent;
  readonly usage: Usage;
  /** In the order they run. */
  readonly actions: readonly TestAction[];
  readonly next: readonly string[];
}

export interface TestCase {
  readonly name: string;
  /** Id or ARN of the flow of its entry point, when it is a whole CreateTestCase request. */
  readonly flowId?: string;
  readonly observations: readonly Observation[];
  /** Contact attributes at the start (`InitializationData`). */
  readonly attributes: Readonly<Record<string, string>>;
}
