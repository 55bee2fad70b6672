import type { JsonObject } from '../../flow-engine/src/index.ts';

type Choices = readonly (readonly [value: string, next: string])[];

/** Blocks of a flow that is generated, as Amazon Connect writes them. */
export class FlowBlocks {
  readonly actions: JsonObject[] = [];

  /** Says something; goes on even when it could not be said. */
  say(id: string, text: string, next: string): void {
    this.#add(id, 'MessageParticipant', { Text: spoken(text) }, next, [], [['NoMatchingError', next]]);
  }

  /** Asks for a key. `again` when nothing or something else was typed, `failed` when it could not be asked. */
  ask(id: string, text: string, keys: Choices, branches: { readonly again: string; readonly failed: string }): void {
    const { again, failed } = branches;
    this.#add(
      id,
      'GetParticipantInput',
      { Text: spoken(text), StoreInput: 'False', InputTimeLimitSeconds: '8' },
      again,
      keys,
      [
        ['InputTimeLimitExceeded', again],
        ['NoMatchingCondition', again],
        ['NoMatchingError', failed],
      ],
    );
  }

  /** Goes where the value of an attribute says, else `otherwise`. */
  compare(id: string, attribute: string, values: Choices, otherwise: string): void {
    this.#add(id, 'Compare', { ComparisonValue: `$.Attributes.${attribute}` }, otherwise, values, [
      ['NoMatchingCondition', otherwise],
    ]);
  }

  set(id: string, attribute: string, value: string, next: string): void {
    this.#add(
      id,
      'UpdateContactAttributes',
      { Attributes: { [attribute]: value }, TargetContact: 'Current' },
      next,
      [],
      [['NoMatchingError', next]],
    );
  }

  /** `times` rounds, then `done`. */
  loop(id: string, times: number, round: string, done: string): void {
    this.#add(
      id,
      'Loop',
      { LoopCount: String(times) },
      done,
      [
        ['ContinueLooping', round],
        ['DoneLooping', done],
      ],
      [],
    );
  }

  endModule(id: string): void {
    this.actions.push({ Identifier: id, Type: 'EndFlowModuleExecution', Parameters: {}, Transitions: {} });
  }

  #add(id: string, type: string, parameters: JsonObject, next: string, values: Choices, errors: Choices): void {
    this.actions.push({
      Identifier: id,
      Type: type,
      Parameters: parameters,
      Transitions: {
        NextAction: next,
        Conditions: values.map(([value, to]) => ({
          NextAction: to,
          Condition: { Operator: 'Equals', Operands: [value] },
        })),
        Errors: errors.map(([error, to]) => ({ NextAction: to, ErrorType: error })),
      },
    });
  }
}

/** As a synthetic voice reads it. */
function spoken(text: string): string {
  return text.replaceAll('’', "'").replace(/[\u00a0\u202f]/g, ' ');
}
