import { CfnAgentStatus, CfnHoursOfOperation, CfnInstance, CfnInstanceStorageConfig } from 'aws-cdk-lib/aws-connect';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { isNewInstance } from '../config/deployment.ts';
import { RecordStream } from '../constructs/record-stream.ts';
import type { CentreHouse, ProgrammeOfCentre } from '../house.ts';
import type { AlarmDesk } from '../monitoring/alarm-desk.ts';
import { connectHours } from './connect-hours.ts';

/** The Connect instance, what it writes (contact records, agent events), and what needs no function: hours and agent statuses. */
export class InstanceStack extends Stack {
  readonly instanceArn: string;
  readonly instanceId: string;
  readonly contactRecords: RecordStream;
  readonly agentEvents: RecordStream;
  /** ARN of the hours of operation by their name. */
  readonly hours: ReadonlyMap<string, string>;

  constructor(scope: Construct, id: string, house: CentreHouse, alarms: AlarmDesk, props: StackProps) {
    super(scope, id, props);
    const { arn, instanceId } = this.#instance(house);
    this.instanceArn = arn;
    this.instanceId = instanceId;

    const key = new Key(this, 'StreamKey', {
      description: 'What Connect writes to its streams',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    key.grant(
      new ServicePrincipal('connect.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': this.account }, ArnEquals: { 'aws:SourceArn': arn } },
      }),
      'kms:GenerateDataKey',
    );
    this.contactRecords = new RecordStream(this, 'ContactRecords', {
      alarms,
      key,
      // A record is written once: what is not read within its retention is a call missing from the reports for ever.
      retention: Duration.days(7),
      runbook: 'contact-records-late',
      impact: 'People whose call was not answered are called back late, and the daily report misses calls.',
    });
    this.agentEvents = new RecordStream(this, 'AgentEvents', {
      alarms,
      key,
      retention: Duration.days(1),
      runbook: 'agent-events-late',
      impact: 'Callbacks wait or ring with no agent free, because the state of agents is old.',
    });
    this.#store('CONTACT_TRACE_RECORDS', this.contactRecords);
    this.#store('AGENT_EVENTS', this.agentEvents);

    this.hours = new Map(house.programmes.map((one) => [one.centre.hours.name, this.#hours(one)]));
    // Programmes of one instance share its statuses: the first to name one describes it.
    const statuses = new Map(
      house.programmes.flatMap(({ centre }) => centre.agentStatuses.map((one) => [one.name, one] as const)).reverse(),
    );
    for (const { name, description, order } of statuses.values()) {
      new CfnAgentStatus(this, `Status-${name.normalize('NFD').replace(/[^A-Za-z0-9]/g, '')}`, {
        instanceArn: arn,
        name,
        description,
        displayOrder: order,
        state: 'ENABLED',
        type: 'CUSTOM',
      });
    }
  }

  #instance(house: CentreHouse): { readonly arn: string; readonly instanceId: string } {
    const { instance } = house.deployment;
    if (!isNewInstance(instance)) {
      return { arn: instance.arn, instanceId: instance.arn.split('/').at(-1) ?? '' };
    }
    const created = new CfnInstance(this, 'Instance', {
      identityManagementType: 'CONNECT_MANAGED',
      instanceAlias: instance.alias,
      attributes: {
        inboundCalls: true,
        outboundCalls: true,
        contactflowLogs: true,
        autoResolveBestVoices: true,
        earlyMedia: true,
        contactLens: false,
      },
    });
    // An alias is taken for ever, and an account may create and delete 100 instances in 30 days: a stack never deletes one.
    created.applyRemovalPolicy(RemovalPolicy.RETAIN);
    return { arn: created.attrArn, instanceId: created.attrId };
  }

  #store(resourceType: 'CONTACT_TRACE_RECORDS' | 'AGENT_EVENTS', stream: RecordStream): void {
    new CfnInstanceStorageConfig(this, `Storage${resourceType}`, {
      instanceArn: this.instanceArn,
      resourceType,
      storageType: 'KINESIS_STREAM',
      kinesisStreamConfig: { streamArn: stream.stream.streamArn },
    });
  }

  #hours({ programme, centre }: ProgrammeOfCentre): string {
    const { config, overrides } = connectHours(programme.calendar);
    const hours = new CfnHoursOfOperation(this, `Hours-${centre.hours.name}`, {
      instanceArn: this.instanceArn,
      name: centre.hours.name,
      description: centre.hours.description,
      timeZone: programme.calendar.timeZone,
      config: [...config],
      hoursOfOperationOverrides: [...overrides],
    });
    return hours.attrHoursOfOperationArn;
  }
}
