import { describe, expect, it } from 'vitest';
import { checkFlow, drawSvg, explainFlow, type JsonObject, layoutFlow, parseFlow } from '../src/index.ts';
import { type ActionLine, document, onError } from './harness.ts';

const many = 5_000;
const lines = (line: (index: number) => ActionLine): JsonObject =>
  document(Array.from({ length: many }, (_, index) => line(index)));
const end: ActionLine = ['end', 'DisconnectParticipant'];

/** Documents made to be slow: deep, wide, tangled, or written against a regular expression. */
const hostile: readonly [string, unknown][] = [
  ['a loop on every action', lines((index) => [`a${index}`, 'UpdateFlowLoggingBehavior', {}, `a${index}`])],
  ['a ring of all actions', lines((index) => [`a${index}`, 'UpdateFlowLoggingBehavior', {}, `a${(index + 1) % many}`])],
  [
    'all actions leading to one',
    document([
      ...Array.from(
        { length: many },
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
    {
      ...lines((index) => [`a${index}`, 'MessageParticipant', { Text: '$.External.a $.Lex.b' }, `a${index + 1}`]),
      Settings: {},
    },
  ],
  ['opening tags without end', document([['a', 'MessageParticipant', { SSML: `<speak>${'<'.repeat(300_000)}` }, 'a']])],
  ['one endless tag', document([['a', 'MessageParticipant', { SSML: `<speak><${'a'.repeat(300_000)}` }, 'a']])],
  ['references without end', document([['a', 'MessageParticipant', { Text: "$.a['".repeat(60_000) }, 'a']])],
  [
    'one endless reference',
    document([['a', 'MessageParticipant', { Text: `$.Attributes${'.a-'.repeat(100_000)}` }, 'a']]),
  ],
  [
    '20 000 equal conditions',
    document([
      [
        'a',
        'Compare',
        { ComparisonValue: '$.Channel' },
        {
          NextAction: 'a',
          Conditions: Array.from({ length: 20_000 }, () => ({
            NextAction: 'a',
            Condition: { Operator: 'Equals', Operands: ['1'] },
          })),
        },
      ],
    ]),
  ],
  [
    'keys that reach for the prototype',
    JSON.parse(
      '{"Version":"2019-10-30","StartAction":"__proto__","__proto__":{"Actions":[]},"Actions":[{"Identifier":"__proto__","Type":"UpdateContactAttributes","Parameters":{"Attributes":{"__proto__":"x","constructor":"y"}},"Transitions":{"NextAction":"constructor"}}]}',
    ),
  ],
];

describe('documents made to be slow', () => {
  it.each(hostile)('%s', (_title, content) => {
    const start = performance.now();
    const { flow } = parseFlow(JSON.stringify(content));
    if (flow === undefined) throw new Error('it has the form of a flow');
    checkFlow(flow);
    layoutFlow(flow);
    drawSvg(flow);
    explainFlow(flow);
    expect(performance.now() - start).toBeLessThan(15_000);
    expect({}).not.toHaveProperty('Actions');
  });
});
