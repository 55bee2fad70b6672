import { describe, expect, it } from 'vitest';
import { BranchCoverage, coverageHtml, coverageLcov, coverageText, FlowRun } from '../../src/index.ts';
import { createContactState } from '../../src/index.ts';
import { flowOf, onError, when, willingHost } from '../harness.ts';

const flow = flowOf(
  [
    [
      'which',
      'Compare',
      { ComparisonValue: '$.Attributes.motif' },
      { NextAction: 'bye', Conditions: [when('aide', 'set')], Errors: [onError('NoMatchingCondition', 'bye')] },
    ],
    ['set', 'UpdateContactAttributes', { Attributes: { x: '1' } }, { NextAction: 'bye', Errors: [onError('NoMatchingError', 'bye')] }],
    ['bye', 'DisconnectParticipant'],
    ['island', 'DisconnectParticipant'],
  ],
  { name: 'accueil' },
);

describe('BranchCoverage', () => {
  it('counts every branch a run can take, over any number of runs, and lists the missed ones', () => {
    const coverage = new BranchCoverage([flow]);
    for (const motif of ['aide', 'aide', 'autre']) {
      const contact = createContactState({ contactId: 'c', attributes: { motif } });
      new FlowRun({ flow, contact, host: willingHost(), onEvent: coverage.observe }).start();
    }
    expect(coverage.report()).toMatchObject([
      {
        flow: 'accueil',
        covered: 3,
        total: 4,
        unreachable: ['island'],
        transitions: [
          { from: 'which', via: { kind: 'condition', index: 0 }, hits: 2 },
          { from: 'which', via: { kind: 'error' }, hits: 1 },
          { from: 'set', via: { kind: 'next' }, hits: 2 },
          { from: 'set', via: { kind: 'error' }, hits: 0 },
        ],
      },
    ]);
    expect(coverageText(coverage.report(), [flow])).toBe(
      [
        'accueil: 3 of 4 branches (75 %)',
        '  missed  set  error NoMatchingError  -> bye',
        '  unreachable  island',
      ].join('\n'),
    );
    expect(coverageLcov(coverage.report())).toBe(
      'TN:\nSF:accueil\nBRDA:1,0,0,2\nBRDA:2,0,1,1\nBRDA:3,0,2,2\nBRDA:4,0,3,0\nBRF:4\nBRH:3\nend_of_record',
    );
    const html = coverageHtml(coverage.report(), [flow]);
    expect(html).toContain('<p>3 of 4 branches; unreachable: island</p>');
    expect(html).toContain('<td>set</td><td>error NoMatchingError</td><td>bye</td>');
    expect(html).toContain('<svg');
  });
});
