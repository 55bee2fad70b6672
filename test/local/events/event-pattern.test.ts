import { describe, expect, it } from 'vitest';
import { compileEventPattern } from '../../../local/events/event-pattern.ts';
import { targetPayload } from '../../../local/events/target-input.ts';
import type { JsonObject } from '../../../local/json.ts';

const event: JsonObject = {
  source: 'aws.connect',
  'detail-type': 'Amazon Connect Contact Event',
  time: '2025-07-03T20:30:00Z',
  resources: ['arn:instance', 'arn:contact'],
  detail: { eventType: 'COMPLETED', waited: 42, queueInfo: { queueArn: 'arn:queue' }, note: null, name: 'Léa "L"' },
};
const rule = { name: 'wake', arn: 'arn:rule' };

describe('event patterns', () => {
  it.each<[JsonObject, boolean]>([
    [{ source: ['aws.connect'] }, true],
    [{ source: ['aws.s3'] }, false],
    [{ source: ['aws.connect'], detail: { eventType: ['COMPLETED', 'DISCONNECTED'] } }, true],
    [{ detail: { eventType: ['INITIATED'] } }, false],
    [{ resources: ['arn:contact'] }, true],
    [{ detail: { eventType: [{ prefix: 'COMP' }] } }, true],
    [{ detail: { eventType: [{ suffix: 'TED' }] } }, true],
    [{ detail: { eventType: [{ 'equals-ignore-case': 'completed' }] } }, true],
    [{ detail: { eventType: [{ wildcard: 'C*E*D' }] } }, true],
    [{ detail: { eventType: [{ 'anything-but': ['INITIATED', 'QUEUED'] }] } }, true],
    [{ detail: { eventType: [{ 'anything-but': 'COMPLETED' }] } }, false],
    [{ detail: { eventType: [{ 'anything-but': { prefix: 'COMP' } }] } }, false],
    [{ detail: { absent: [{ 'anything-but': 'x' }] } }, false],
    [{ detail: { queueInfo: { queueArn: [{ exists: true }] } } }, true],
    [{ detail: { agentInfo: { agentArn: [{ exists: false }] } } }, true],
    [{ detail: { note: [null] } }, true],
    [{ detail: { waited: [{ numeric: ['>', 20, '<=', 42] }] } }, true],
    [{ detail: { waited: [{ numeric: ['<', 42] }] } }, false],
    [{ $or: [{ source: ['aws.s3'] }, { detail: { waited: [42] } }] }, true],
  ])('matches %j: %s', (pattern, expected) => {
    expect(compileEventPattern(pattern)(event)).toBe(expected);
  });

  it.each<[JsonObject, RegExp]>([
    [{ detail: { x: [{ cidr: '10.0.0.0/8' }] } }, /operator .*cidr.*accepted is one of prefix/],
    [{ source: 'aws.connect' }, /"source".*a list of values/],
    [{ source: [] }, /at least one value/],
    [{ detail: { n: [{ numeric: ['~', 3] }] } }, /numeric/],
  ])('refuses %j', (pattern, message) => {
    expect(() => compileEventPattern(pattern)).toThrow(message);
  });
});

describe('inputs of rule targets', () => {
  it('gives the event, a constant or a part of it', () => {
    expect(targetPayload({ type: 'event' }, event, rule)).toBe(event);
    expect(targetPayload({ type: 'constant', text: '{"reason":"tick"}' }, event, rule)).toEqual({ reason: 'tick' });
    expect(targetPayload({ type: 'path', path: '$.resources[1]' }, event, rule)).toBe('arn:contact');
    expect(() => targetPayload({ type: 'path', path: '$..x' }, event, rule)).toThrow(/accepted are \$\.name/);
  });

  it('fills a template: values outside quotes as JSON, inside as text', () => {
    const template =
      '{"type": <type>, "waited": <waited>, "who": <name>, "text": "<name> from <aws.events.rule-name>", "missing": <none>}';
    const paths = {
      type: '$.detail.eventType',
      waited: '$.detail.waited',
      name: '$.detail.name',
      none: '$.detail.none',
    };
    expect(targetPayload({ type: 'template', paths, template }, event, rule)).toEqual({
      type: 'COMPLETED',
      waited: 42,
      who: 'Léa "L"',
      text: 'Léa "L" from wake',
      missing: null,
    });
    expect(() => targetPayload({ type: 'template', paths: {}, template: '<who>' }, event, rule)).toThrow(
      /no variable <who>/,
    );
  });
});
