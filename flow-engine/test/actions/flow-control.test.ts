import { describe, expect, it } from 'vitest';
import { answer, type HostCapabilities, type JsonObject, refuse } from '../../src/index.ts';
import { around, branchTaken, drive, flowOf, queueInfo, when, willingHost } from '../harness.ts';

const branch = (
  type: string,
  parameters: JsonObject,
  branches: Parameters<typeof around>[2],
  init: Parameters<typeof drive>[1] = {},
  host: HostCapabilities = {},
) => {
  const { start, events } = drive(around(type, parameters, branches), init, willingHost(host));
  start();
  return branchTaken(events);
};

describe('Compare', () => {
  const errors = ['NoMatchingCondition'];
  it.each([
    ['Equals', 'oui', 'oui', true],
    ['Equals', 'Oui', 'oui', false],
    ['TextStartsWith', '+68725', '+687', true],
    ['TextEndsWith', '+68725', '25', true],
    ['TextContains', '+68725', '87', true],
    ['TextContains', '+68725', '99', false],
    ['NumberGreaterThan', '10', '9', true],
    ['NumberGreaterOrEqualTo', '9', '9', true],
    ['NumberLessThan', '9', '10', true],
    ['NumberLessOrEqualTo', '10.5', '10', false],
    ['NumberLessThan', 'neuf', '10', false],
    ['NumberLessThan', '', '10', false],
    ['NumberGreaterThan', '10', 'neuf', false],
    ['Invented', '1', '1', false],
  ])('%s: "%s" against "%s" is %s', (operator, value, operand, expected) => {
    const taken = branch(
      'Compare',
      { ComparisonValue: '$.Attributes.v' },
      { conditions: [[operand, operator]], errors },
      { attributes: { v: value } },
    );
    expect(taken).toBe(expected ? operand : 'NoMatchingCondition');
  });

  it('takes the first condition that holds, in order', () => {
    const conditions: [string, string][] = [
      ['1', 'TextStartsWith'],
      ['12', 'Equals'],
    ];
    expect(
      branch('Compare', { ComparisonValue: '$.Attributes.v' }, { conditions, errors }, { attributes: { v: '12' } }),
    ).toBe('1');
  });

  it('matches nothing when the value does not exist', () => {
    expect(branch('Compare', { ComparisonValue: '$.Attributes.v' }, { conditions: [['']], errors })).toBe(
      'NoMatchingCondition',
    );
  });

  it('compares with another reference', () => {
    const conditions: [string][] = [['$.Attributes.w']];
    expect(
      branch(
        'Compare',
        { ComparisonValue: '$.Attributes.v' },
        { conditions, errors },
        { attributes: { v: 'x', w: 'x' } },
      ),
    ).toBe('$.Attributes.w');
  });
});

describe('Loop', () => {
  const flow = (count: string) =>
    flowOf([
      [
        'loop',
        'Loop',
        { LoopCount: count },
        { NextAction: 'end', Conditions: [when('ContinueLooping', 'say'), when('DoneLooping', 'end')] },
      ],
      ['say', 'MessageParticipant', { Text: 'encore' }, 'loop'],
      ['end', 'MessageParticipant', { Text: 'fin' }, 'loop'],
    ]);

  it.each([
    ['0', 'fin'],
    ['1', 'encore fin'],
    ['3', 'encore encore encore fin'],
  ])('goes round %s times, then starts over', (count, once) => {
    const { start, send } = drive(flow(count));
    const heard: string[] = [];
    let suspension = start();
    const rounds = once.split(' ').length * 2;
    while (heard.length < rounds && suspension.kind === 'prompt') {
      const [prompt] = suspension.prompts;
      heard.push(prompt?.kind === 'text' ? prompt.text : '?');
      suspension = send({ kind: 'prompt-ended' });
    }
    expect(heard.join(' ')).toBe(`${once} ${once}`);
  });

  it('refuses a count that is no number from 0 to 100', () => {
    for (const LoopCount of ['101', '-1', 'x', '$.Attributes.absent'])
      expect(branch('Loop', { LoopCount }, { errors: ['NoMatchingError'] })).toBe('NoMatchingError');
  });
});

describe('CheckHoursOfOperation', () => {
  const branches = { conditions: [['True'], ['False'], ['Férié']] as [string][], errors: ['NoMatchingError'] };

  it.each([
    ['open', answer({ open: true }), 'True'],
    ['closed', answer({ open: false }), 'False'],
    ['closed by a named override with its own branch', answer({ open: false, override: 'Férié' }), 'Férié'],
    ['closed by an override without a branch', answer({ open: false, override: 'Pont' }), 'False'],
    ['unknown', refuse('no such hours'), 'NoMatchingError'],
  ])('%s', (_title, hours, expected) => {
    expect(branch('CheckHoursOfOperation', {}, branches, {}, { hoursOfOperation: () => hours })).toBe(expected);
  });

  it('asks for the named hours, else for those of the working queue', () => {
    const asked: unknown[] = [];
    const host: HostCapabilities = {
      hoursOfOperation: ({ contact: _, ...rest }) => {
        asked.push(rest);
        return answer({ open: true });
      },
    };
    const queue = queueInfo('q');
    branch(
      'CheckHoursOfOperation',
      { HoursOfOperationId: '$.Attributes.h' },
      branches,
      { attributes: { h: 'h-1' } },
      host,
    );
    branch('CheckHoursOfOperation', {}, branches, { queue }, host);
    expect(asked).toEqual([{ hoursOfOperationId: 'h-1' }, { queue }]);
  });
});

describe('metrics', () => {
  const conditions: [string, string][] = [['0', 'NumberGreaterThan']];
  const errors = ['NoMatchingCondition', 'NoMatchingError'];
  const queue = queueInfo('q');

  it.each([
    [answer(2), '0'],
    [answer(0), 'NoMatchingCondition'],
    [refuse('down'), 'NoMatchingError'],
  ])('CheckMetricData on %j', (value, expected) => {
    const parameters = { MetricType: 'NumberOfAgentsAvailable' };
    expect(branch('CheckMetricData', parameters, { conditions, errors }, { queue }, { queueMetric: () => value })).toBe(
      expected,
    );
  });

  it('CheckMetricData needs a queue, and never falls back when a named one is lost', () => {
    const branches = { conditions, errors };
    expect(branch('CheckMetricData', { MetricType: 'NumberOfAgentsOnline' }, branches)).toBe('NoMatchingError');
    const lost = { MetricType: 'NumberOfAgentsOnline', QueueId: '$.Attributes.absent' };
    expect(branch('CheckMetricData', lost, branches, { queue })).toBe('NoMatchingError');
    expect(branch('CheckMetricData', { MetricType: 'Mood' }, branches, { queue })).toBe('NoMatchingError');
  });

  it('GetMetricData fills $.Metrics', () => {
    const { start, contact } = drive(around('GetMetricData', { QueueChannel: 'Voice' }), { queue });
    start();
    expect(contact.namespaces['Metrics']).toEqual({ Queue: { Size: 4 } });
  });
});

describe('DistributeByPercentage', () => {
  it.each([
    [1, '4'],
    [3, '4'],
    [4, '10'],
    [9, '10'],
    [10, 'NoMatchingCondition'],
    [100, 'NoMatchingCondition'],
  ])('draw %i takes %s', (draw, expected) => {
    const conditions: [string, string][] = [
      ['4', 'NumberLessThan'],
      ['10', 'NumberLessThan'],
    ];
    expect(
      branch(
        'DistributeByPercentage',
        {},
        { conditions, errors: ['NoMatchingCondition'] },
        {},
        { randomPercent: () => draw },
      ),
    ).toBe(expected);
  });
});

describe('Wait', () => {
  const branches = { conditions: [['CustomerReturned'], ['WaitCompleted']] as [string][], errors: ['NoMatchingError'] };

  it.each(['TimeLimitSeconds', 'TimeoutSeconds'])('reads %s, then goes on at the time or the event', (name) => {
    const parameters = { [name]: '900', Events: ['CustomerReturned'] };
    const elapsed = drive(around('Wait', parameters, branches));
    expect(elapsed.start()).toMatchObject({ kind: 'wait', seconds: 900, events: ['CustomerReturned'] });
    elapsed.send({ kind: 'timeout' });
    expect(branchTaken(elapsed.events)).toBe('WaitCompleted');

    const returned = drive(around('Wait', parameters, branches));
    const waiting = returned.start();
    expect(returned.send({ kind: 'event', name: 'Other' })).toBe(waiting);
    returned.send({ kind: 'event', name: 'CustomerReturned' });
    expect(branchTaken(returned.events)).toBe('CustomerReturned');
  });

  it.each(['0', '604801', 'x'])('refuses %s seconds', (TimeLimitSeconds) => {
    expect(branch('Wait', { TimeLimitSeconds }, branches)).toBe('NoMatchingError');
  });
});
