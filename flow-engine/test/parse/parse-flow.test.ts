import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionDefinitions } from '../../src/actions/action-table.ts';
import { BranchCoverage, checkFlow, createContactState, FlowRun, layoutFlow, parseFlow } from '../../src/index.ts';
import { document, willingHost } from '../harness.ts';

const codes = (input: unknown) => parseFlow(input).findings.map(({ code }) => code);

describe('parseFlow', () => {
  it.each([
    ['text that is not JSON', '{"Version":', 'invalid-json'],
    ['nothing', undefined, 'not-a-flow'],
    ['a number', '12', 'not-a-flow'],
    ['a list', '[]', 'not-a-flow'],
    ['an object without Actions', '{}', 'not-a-flow'],
    ['Actions that are no list', '{"Actions":{}}', 'not-a-flow'],
    ['100 000 levels of nesting', `{"Actions":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'nested-too-deep'],
    ['contents inside contents', '{"Content":{"Content":{"Actions":[]}}}', 'not-a-flow'],
  ])('refuses %s', (_title, input, code) => {
    const parsed = parseFlow(input);
    expect(parsed.flow).toBeUndefined();
    expect(parsed.findings).toMatchObject([{ code, severity: 'error' }]);
  });

  it('reads a flow as text, as JSON, with a byte order mark, and inside a CreateContactFlow request', () => {
    const flow = document([['end', 'DisconnectParticipant']]);
    const text = JSON.stringify(flow);
    for (const input of [flow, text, `\uFEFF${text}`]) expect(parseFlow(input).findings).toEqual([]);
    for (const request of [
      { Name: 'accueil', Type: 'CUSTOMER_QUEUE', Content: text },
      { name: 'accueil', type: 'CUSTOMER_QUEUE', content: flow },
    ])
      expect(parseFlow(request).flow).toMatchObject({ name: 'accueil', type: 'CUSTOMER_QUEUE', startAction: 'end' });
  });

  it('tolerates null where exports write it', () => {
    const flow = document([['end', 'DisconnectParticipant']]);
    const transfer = {
      Identifier: 't',
      Type: 'TransferContactToQueue',
      Parameters: null,
      Transitions: { NextAction: '', Conditions: null, Errors: null },
    };
    expect(codes({ ...flow, StartAction: 't', Actions: [transfer] })).toEqual([]);
  });

  it('finds the type in the metadata of an export, and modules by their settings or their end', () => {
    const end = document([['end', 'DisconnectParticipant']]);
    expect(parseFlow({ ...end, Metadata: { type: 'customerQueue', name: 'File' } }).flow).toMatchObject({
      type: 'CUSTOMER_QUEUE',
      name: 'File',
    });
    expect(
      parseFlow({ ...end, Settings: { Transitions: [{ DisplayName: 'Oui', ReferenceName: 'yes' }] } }).flow,
    ).toMatchObject({ isModule: true, moduleBranches: [{ displayName: 'Oui', referenceName: 'yes' }] });
    expect(parseFlow(document([['end', 'EndFlowModuleExecution']])).flow).toMatchObject({ isModule: true });
  });

  it.each([
    ['no Version', { Version: undefined }, 'wrong-version'],
    ['an invented Version', { Version: '2025-06-21' }, 'wrong-version'],
    ['a StartAction that does not exist', { StartAction: 'x' }, 'unknown-start-action'],
    ['an action that is no object', { Actions: [7] }, 'malformed-action'],
    [
      'an action without Transitions',
      { Actions: [{ Identifier: 'end', Type: 'DisconnectParticipant' }] },
      'missing-property',
    ],
    [
      'an action with an unknown property',
      { Actions: [{ Identifier: 'end', Type: 'DisconnectParticipant', Transitions: {}, Next: 'x' }] },
      'unknown-property',
    ],
    [
      'an error branch without a type',
      {
        Actions: [
          { Identifier: 'end', Type: 'DisconnectParticipant', Transitions: { Errors: [{ NextAction: 'end' }] } },
        ],
      },
      'malformed-action',
    ],
  ])('reports %s', (_title, change, code) => {
    expect(codes({ ...document([['end', 'DisconnectParticipant']]), ...change })).toContain(code);
  });

  it('keeps the first of two actions with one Identifier', () => {
    const { flow, findings } = parseFlow(
      document([
        ['a', 'DisconnectParticipant'],
        ['a', 'EndFlowExecution'],
      ]),
    );
    expect(findings).toMatchObject([{ code: 'duplicate-identifier', action: 'a' }]);
    expect(flow?.actions.get('a')?.type).toBe('DisconnectParticipant');
  });

  it('reads 5 MB in a moment', () => {
    const lines = Array.from(
      { length: 40_000 },
      (_, index) => [`a${index}`, 'UpdateContactAttributes', { Attributes: { k: 'v' } }, `a${index + 1}`] as const,
    );
    const text = JSON.stringify(document(lines));
    expect(text.length).toBeGreaterThan(5_000_000);
    const { flow } = parseFlow(text);
    const found = flow === undefined ? [] : checkFlow(flow);
    expect(found.map(({ code }) => code)).toContain('content-too-long');
  });
});

describe('any JSON', () => {
  const names = ['a', 'b', 'c', '__proto__', 'constructor', ''];
  const types = [...actionDefinitions.map(({ type }) => type), 'PlayPrompt', '__proto__'];
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('$.Attributes.a', '$.External.x', 'True', '5', '1', null),
  );
  const anyName = fc.constantFrom(...names);
  const branch = fc.oneof(
    fc.record({
      NextAction: anyName,
      ErrorType: fc.constantFrom('NoMatchingError', 'NoMatchingCondition', '__proto__'),
    }),
    fc.record({
      NextAction: anyName,
      Condition: fc.record({
        Operator: fc.constantFrom('Equals', 'NumberLessThan', 'toString'),
        Operands: fc.array(value, { maxLength: 2 }),
      }),
    }),
    fc.jsonValue({ maxDepth: 1 }),
  );
  const parameterNames = [
    ...new Set(actionDefinitions.flatMap(({ parameters }) => Object.keys(parameters.properties))),
  ];
  const action = fc.oneof(
    {
      weight: 9,
      arbitrary: fc.record({
        Identifier: anyName,
        Type: fc.constantFrom(...types),
        Parameters: fc.oneof(fc.dictionary(fc.constantFrom(...parameterNames), value), fc.jsonValue({ maxDepth: 1 })),
        Transitions: fc.oneof(
          fc.record({
            NextAction: anyName,
            Conditions: fc.array(branch, { maxLength: 3 }),
            Errors: fc.array(branch, { maxLength: 3 }),
          }),
          fc.jsonValue({ maxDepth: 1 }),
        ),
      }),
    },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  );
  const flowLike = fc.record(
    {
      Version: fc.constant('2019-10-30'),
      StartAction: anyName,
      Metadata: value,
      Settings: value,
      Actions: fc.array(action, { maxLength: 8 }),
    },
    { requiredKeys: ['Actions'] },
  );

  const survive = (input: unknown): void => {
    const { flow, findings } = parseFlow(input);
    if (flow === undefined) {
      expect(findings.length).toBeGreaterThan(0);
      return;
    }
    checkFlow(flow);
    layoutFlow(flow);
    const coverage = new BranchCoverage([flow]);
    const run = new FlowRun({
      flow,
      contact: createContactState({ contactId: 'c' }),
      host: willingHost(),
      onEvent: coverage.observe,
      budget: { maxSteps: 50 },
    });
    run.start();
    coverage.report();
    expect(Object.keys(Object.prototype)).toEqual([]);
  };

  it('becomes findings, a flow or both, never an exception', () => {
    fc.assert(fc.property(fc.jsonValue(), survive), { numRuns: 200 });
    fc.assert(fc.property(fc.json(), survive), { numRuns: 200 });
    fc.assert(fc.property(flowLike, survive), { numRuns: 1000 });
  });

  it('truncated anywhere, is refused with a reason', () => {
    const text = JSON.stringify(
      document([
        ['say', 'MessageParticipant', { Text: 'Bonjour' }, 'end'],
        ['end', 'DisconnectParticipant'],
      ]),
    );
    for (let length = 0; length < text.length; length += 1)
      expect(codes(text.slice(0, length)), text.slice(0, length)).toContain('invalid-json');
  });
});
