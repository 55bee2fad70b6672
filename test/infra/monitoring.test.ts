import { readFileSync } from 'node:fs';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { App, Stack } from 'aws-cdk-lib/core';
import { describe, expect, it } from 'vitest';
import {
  alertFunctionNames,
  dashboardFunctionNames,
  followUpFunctionNames,
  functionNames,
  messageFunctionNames,
  outboundFunctionNames,
  surveyFunctionNames,
} from '../../contracts/functions.ts';
import { tables } from '../../contracts/tables.ts';
import { readDeployment } from '../../lib/config/read-deployment.ts';
import { createHouse } from '../../lib/house.ts';
import { AlarmDesk } from '../../lib/monitoring/alarm-desk.ts';
import { type Assembly, demo, known, propertiesOf, resourcesOf, root, synthesized } from './support/assembly.ts';
import { outboundAssembly } from './support/outbound-assembly.ts';

/** With campaigns: all that a deployment without them has, and more. */
const called = outboundAssembly();
/** Structures write to their members, and nobody calls. */
const uncalled = synthesized(readDeployment(`${root}deployments/alertes-demo.json`, known));
const assemblies = [called, uncalled];
const alarms = assemblies.flatMap(alarmsOf);

function alarmsOf(assembly: Assembly) {
  return propertiesOf(assembly, 'AWS::CloudWatch::Alarm').map((one) => {
    const [, impact = '', heading = ''] =
      /^(.*) Runbook: docs\/runbook\.md#(.+)$/.exec(String(one['AlarmDescription'])) ?? [];
    return { name: String(one['AlarmName']), impact, heading, actions: one['AlarmActions'], text: JSON.stringify(one) };
  });
}

describe('alarms', () => {
  it('each have a heading in the runbook, and each heading an alarm', () => {
    const headings = [...readFileSync(`${root}docs/runbook.md`, 'utf8').matchAll(/^## (.+)$/gm)].map(
      ([, heading]) => heading,
    );
    expect(new Set(headings).size).toBe(headings.length);
    expect([...new Set(alarms.map(({ heading }) => heading))].sort()).toEqual(headings.sort());
  });

  it('say who suffers, under a name that is theirs alone, and tell the operators', () => {
    for (const { name, impact, heading, actions } of alarms) {
      expect(impact, name).toMatch(/^[A-Z].{30,}\.$/);
      expect(name).toMatch(new RegExp(`^permanence-(samps|alertes)-demo-${heading}(-[a-z0-9-]+)?$`));
      expect(actions, name).toHaveLength(1);
    }
    expect(new Set(alarms.map(({ name }) => name)).size).toBe(alarms.length);
  });

  it('watch every function, table, queue, stream and schedule', () => {
    const headings = new Set(alarms.map(({ heading }) => heading));
    for (const name of [
      ...functionNames,
      ...outboundFunctionNames,
      ...surveyFunctionNames,
      ...dashboardFunctionNames,
      ...messageFunctionNames,
      ...followUpFunctionNames,
      ...alertFunctionNames,
    ])
      expect(headings, name).toContain(name);
    for (const name of Object.keys(tables)) expect(headings, name).toContain(`${name}-table`);
    for (const assembly of assemblies) {
      const watched = alarmsOf(assembly)
        .map(({ text }) => text)
        .join();
      const ids = (type: string) => resourcesOf(assembly, type).map(([id]) => id);
      for (const id of [...ids('AWS::SQS::Queue'), ...ids('AWS::Kinesis::Stream')])
        expect(watched).toContain(`"${id}"`);
      for (const { GroupName } of propertiesOf(assembly, 'AWS::Scheduler::Schedule'))
        expect(watched).toContain(`"${GroupName}"`);
      for (const { Name } of propertiesOf(assembly, 'AWS::Connect::Queue')) expect(watched).toContain(`"${Name}"`);
    }
  });

  it.each(['', 'broken', 'The client suffers', 'the client suffers.'])(
    'cannot be declared with the impact "%s"',
    (impact) => {
      const stack = new Stack(new App());
      const house = createHouse(demo, known, { bundles: '', contactFlows: '' });
      const desk = new AlarmDesk(house, new Topic(stack, 'Topic'));
      const metric = new Metric({ namespace: 'N', metricName: 'M' });
      expect(() => desk.declare(stack, 'Alarm', { runbook: 'x', impact, metric, threshold: 1 })).toThrow(
        `Impact of x: "${impact}" is not accepted; write who suffers and how`,
      );
    },
  );
});
