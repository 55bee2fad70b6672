import { describe, expect, it } from 'vitest';
import { checkFlow, drawSvg, explainFlow, type Flow, type JsonObject, layoutFlow, parseFlow } from '../src/index.ts';
import { type ActionLine, document, onError } from './harness.ts';
import { block, legacyExport } from './legacy/legacy-export.ts';

const lines = (many: number, line: (index: number) => ActionLine): JsonObject =>
  document(Array.from({ length: many }, (_, index) => line(index)));
const end: ActionLine = ['end', 'DisconnectParticipant'];
const says = (name: 'Text' | 'SSML', text: string): JsonObject =>
  document([['a', 'MessageParticipant', { [name]: text }, 'a']]);

/** Documents made to be slow: deep, wide, tangled, or written against a regular expression; as large as asked. */
const hostile: readonly [string, (size: number) => unknown][] = [
  [
    'a loop on every action',
    (size) => lines(size, (index) => [`a${index}`, 'UpdateFlowLoggingBehavior', {}, `a${index}`]),
  ],
  [
    'a ring of all actions',
    (size) => lines(size, (index) => [`a${index}`, 'UpdateFlowLoggingBehavior', {}, `a${(index + 1) % size}`]),
  ],
  [
    'all actions leading to one',
    (size) =>
      document([
        ...Array.from(
          { length: size },
          (_, index): ActionLine => [
            `a${index}`,
            'Compare',
            {},
            {
              NextAction: 'end',
              Errors: [onError('NoMatchingCondition', `a${index + 1}`)],
              Conditions: [{ NextAction: 'end', Condition: { Operator: 'Equals', Operands: ['1'] } }],
            },
          ],
        ),
        end,
      ]),
  ],
  [
    'a module that reads what it cannot see, everywhere',
    (size) => ({
      ...lines(size, (index) => [`a${index}`, 'MessageParticipant', { Text: '$.External.a $.Lex.b' }, `a${index + 1}`]),
      Settings: {},
    }),
  ],
  ['opening tags without end', (size) => says('SSML', `<speak>${'<'.repeat(size * 60)}`)],
  ['one endless tag', (size) => says('SSML', `<speak><${'a'.repeat(size * 60)}`)],
  ['references without end', (size) => says('Text', "$.a['".repeat(size * 12))],
  ['one endless reference', (size) => says('Text', `$.Attributes${'.a-'.repeat(size * 20)}`)],
  [
    'nothing but equal conditions',
    (size) =>
      document([
        [
          'a',
          'Compare',
          { ComparisonValue: '$.Channel' },
          {
            NextAction: 'a',
            Conditions: Array.from({ length: size * 4 }, () => ({
              NextAction: 'a',
              Condition: { Operator: 'Equals', Operands: ['1'] },
            })),
          },
        ],
      ]),
  ],
  [
    'an old export whose blocks all lead to all ends',
    (size) =>
      legacyExport(
        Array.from({ length: size }, (_, index) =>
          block(
            `a${index}`,
            'CheckAttribute',
            { Attribute: 'Channel', Namespace: 'System' },
            ['Evaluate', `a${index + 1}`, 'Equals', '1'],
            ['NoMatch', 'a0'],
          ),
        ),
      ),
  ],
  [
    'keys that reach for the prototype',
    () =>
      JSON.parse(
        '{"Version":"2019-10-30","StartAction":"__proto__","__proto__":{"Actions":[]},"Actions":[{"Identifier":"__proto__","Type":"UpdateContactAttributes","Parameters":{"Attributes":{"__proto__":"x","constructor":"y"}},"Transitions":{"NextAction":"constructor"}}]}',
      ),
  ],
];

/** A map that counts how often it is looked into. */
class CountedMap<K, V> extends Map<K, V> {
  looks = 0;
  override get(key: K): V | undefined {
    this.looks += 1;
    return super.get(key);
  }
  override has(key: K): boolean {
    this.looks += 1;
    return super.has(key);
  }
  override *values(): MapIterator<V> {
    for (const value of super.values()) {
      this.looks += 1;
      yield value;
    }
  }
  override *keys(): MapIterator<K> {
    for (const key of super.keys()) {
      this.looks += 1;
      yield key;
    }
  }
}

/** Looks at actions and runs of regular expressions that it takes to check, lay out, draw and explain a document: steps, not milliseconds. */
const workOf = (content: unknown): number => {
  const exec = RegExp.prototype.exec;
  let runs = 0;
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    runs += 1;
    return exec.call(this, text);
  };
  try {
    const { flow: parsed } = parseFlow(JSON.stringify(content));
    if (parsed === undefined) throw new Error('it has the form of a flow');
    const actions = new CountedMap(parsed.actions);
    const flow: Flow = { ...parsed, actions };
    checkFlow(flow);
    layoutFlow(flow);
    drawSvg(flow);
    explainFlow(flow);
    return actions.looks + runs;
  } finally {
    RegExp.prototype.exec = exec;
  }
};

describe('documents made to be slow', () => {
  it.each(hostile)('%s: twice as long takes about twice the steps', (_title, content) => {
    const once = workOf(content(400));
    expect(once).toBeGreaterThan(0);
    expect(workOf(content(800))).toBeLessThan(once * 2.5);
    expect({}).not.toHaveProperty('Actions');
  });
});
