import { describe, expect, it } from 'vitest';
import { hoursOpen } from '../../../local/connect/model/hours-open.ts';
import { Centre, functionArn } from './support/centre.ts';
import { disconnect, flow, lambda, say, setQueue, toQueue } from './support/flows.ts';

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];

describe('resources of the templates', () => {
  it('give the same ARNs in every run', async () => {
    const arns = await Promise.all([1, 2].map(async () => (await Centre.open()).staff(['aide', 'bourses'], ['lea'])));
    expect(arns[0]).toEqual(arns[1]);
    expect(arns[0]?.['aide']).toMatch(/^arn:aws:connect:eu-central-1:000000000000:instance\/[^/]+\/queue\/[^/]+$/);
  });

  it('refuse a flow that CreateContactFlow would refuse, with every problem', async () => {
    const centre = await Centre.open();
    const broken = flow(
      { Identifier: 'a', Type: 'PlayPrompt', Parameters: {}, Transitions: { NextAction: 'nowhere' } },
      { Identifier: 'b', Type: 'DisconnectParticipant', Parameters: {} },
    );
    await expect(centre.flow('casse', broken)).rejects.toThrow(/InvalidContactFlowException[\s\S]*PlayPrompt/);
    expect(centre.part.connect.instance.flows.names()).toEqual([]);
  });

  it('refuse a flow that names a queue, a flow or a function the instance does not have', async () => {
    const centre = await Centre.open();
    const dangling = flow(
      setQueue('q', `${centre.instanceArn}/queue/none`, 'l'),
      lambda('l', functionArn('none'), 't', 'x'),
      toQueue('t', 'x'),
      disconnect('x'),
    );
    await expect(centre.flow('pend', dangling)).rejects.toThrow(
      /q \(UpdateContactTargetQueue\): queue[\s\S]*l \(InvokeLambdaFunction\): function/,
    );
  });

  it('refuse ids that do not exist, naming property, value and what is accepted', async () => {
    const centre = await Centre.open();
    await centre.staff(['aide'], []);
    await expect(centre.create('Queue', 'Q', { Name: 'q', HoursOfOperationArn: 'nope' })).rejects.toThrow(
      'test/Q (AWS::Connect::Queue): HoursOfOperationArn is "nope"; accepted: no hours of operation "nope" in the instance; it has: always',
    );
    await expect(
      centre.create('User', 'U', { Username: 'u', RoutingProfileArn: 'nope', SecurityProfileArns: [] }),
    ).rejects.toThrow('RoutingProfileArn is "nope"');
    await expect(centre.create('AgentStatus', 'S', { Name: 'Pause', State: 'ON' })).rejects.toThrow(
      'State is "ON"; accepted: ENABLED, DISABLED',
    );
    await expect(
      centre.create('Queue', 'Twin', {
        Name: 'q',
        InstanceArn: 'arn:aws:connect:eu-central-1:000000000000:instance/other',
      }),
    ).rejects.toThrow('the one instance of this local cloud');
  });

  it('let a flow of an instance that no stack creates be tried all the same', async () => {
    const centre = await Centre.open();
    const arn = await centre.flow('seul', flow(say('a', 'Bonjour.', 'x'), disconnect('x')));
    expect(arn).toContain('/contact-flow/');
  });
});

describe('hours of operation', () => {
  const at = (text: string) => Date.parse(text);

  it('are read in their own zone, with overrides for local dates, across midnight UTC', async () => {
    const centre = await Centre.open();
    await centre.create('HoursOfOperation', 'H', {
      Name: 'noumea',
      TimeZone: 'Pacific/Noumea',
      Config: weekdays.map((Day) => ({
        Day,
        StartTime: { Hours: 7, Minutes: 30 },
        EndTime: { Hours: 16, Minutes: 0 },
      })),
      HoursOfOperationOverrides: [
        { OverrideName: 'fête', EffectiveFrom: '2025-09-24', EffectiveTill: '2025-09-24', OverrideConfig: [] },
        {
          OverrideName: 'court',
          EffectiveFrom: '2025-12-24',
          EffectiveTill: '2025-12-24',
          OverrideConfig: [
            { Day: 'WEDNESDAY', StartTime: { Hours: 7, Minutes: 30 }, EndTime: { Hours: 11, Minutes: 0 } },
          ],
        },
      ],
    });
    const hours = centre.part.connect.instance.hours.get(centre.part.connect.instance.hours.byName('noumea')?.id ?? '');
    // Friday 4 July 2025, 07:29:59, 07:30 and 10:59:59 local are still Thursday in UTC.
    expect(hoursOpen(hours, at('2025-07-03T20:29:59Z')).open).toBe(false);
    expect(hoursOpen(hours, at('2025-07-03T20:30:00Z')).open).toBe(true);
    expect(hoursOpen(hours, at('2025-07-03T23:59:59Z')).open).toBe(true);
    expect(hoursOpen(hours, at('2025-07-04T04:59:59Z')).open).toBe(true);
    expect(hoursOpen(hours, at('2025-07-04T05:00:00Z')).open).toBe(false);
    // Saturday local begins on Friday afternoon in UTC.
    expect(hoursOpen(hours, at('2025-07-04T22:00:00Z')).open).toBe(false);
    expect(hoursOpen(hours, at('2025-09-23T22:00:00Z'))).toEqual({ open: false, override: 'fête' });
    expect(hoursOpen(hours, at('2025-12-23T23:59:00Z')).open).toBe(true);
    expect(hoursOpen(hours, at('2025-12-24T00:00:00Z')).open).toBe(false);
  });

  it('may run past midnight', () => {
    const hours = {
      id: 'h',
      arn: 'h',
      name: 'nuit',
      timeZone: 'Europe/Paris',
      slices: [{ day: 'FRIDAY', start: 22 * 60, end: 6 * 60 }],
      overrides: [],
    };
    expect(hoursOpen(hours, at('2025-07-04T20:30:00Z')).open).toBe(true);
    expect(hoursOpen(hours, at('2025-07-05T03:59:00Z')).open).toBe(true);
    expect(hoursOpen(hours, at('2025-07-05T04:00:00Z')).open).toBe(false);
  });
});
