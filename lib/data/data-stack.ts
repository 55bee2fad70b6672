import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import {
  type House,
  hasAlerts,
  hasAppointments,
  hasFollowUp,
  hasKnowledge,
  hasMessages,
  hasOutbound,
  hasReferrals,
  hasRetention,
  hasSurvey,
} from '../house.ts';
import { MessageChannel } from '../messaging/message-channel.ts';
import { AlarmDesk } from '../monitoring/alarm-desk.ts';
import { ListBucket } from '../outbound/list-bucket.ts';
import { ReferralNotices } from '../outbound/referral-notices.ts';
import { LinkSecret } from '../survey/link-secret.ts';
import { Identity } from './identity.ts';
import {
  type AlertTables,
  type AppointmentTables,
  createAlertTables,
  createAppointmentTables,
  createFollowUpTables,
  createKnowledgeTables,
  createMessageTables,
  createOutboundTables,
  createRetentionTables,
  createSurveyTables,
  createTables,
  type FollowUpTables,
  type HouseTables,
  type KnowledgeTables,
  type MessageTables,
  type OutboundTables,
  type RetentionTables,
  type SurveyTables,
} from './tables.ts';

/** All that must outlive a deploy: keys, tables, the pseudonym secret, and those who are told. */
export class DataStack extends Stack {
  /** Encrypts everything that is kept. */
  readonly key: Key;
  readonly alarms: AlarmDesk;
  /** Tables of a house without calls; those of calls are CentreDataStack's. */
  readonly tables: HouseTables;
  /** Absent where no programme calls people on its own account. */
  readonly outboundTables: OutboundTables | undefined;
  /** Absent where no programme has a survey. */
  readonly surveyTables: SurveyTables | undefined;
  readonly linkSecret: LinkSecret | undefined;
  /** Absent where no programme writes to people. */
  readonly messageTables: MessageTables | undefined;
  readonly messageChannel: MessageChannel | undefined;
  /** Absent where no programme follows people. */
  readonly followUpTables: FollowUpTables | undefined;
  /** Absent where no programme has rules of retention. */
  readonly retentionTables: RetentionTables | undefined;
  /** Absent where no appointments are given. */
  readonly appointmentTables: AppointmentTables | undefined;
  /** Absent where agents have no cards. */
  readonly knowledgeTables: KnowledgeTables | undefined;
  readonly identity: Identity;
  /** Absent where no structure writes to its members. */
  readonly alertTables: AlertTables | undefined;
  /** Absent where no programme refers people to cells. */
  readonly referralNotices: ReferralNotices | undefined;
  /** Absent where no programme takes files of people in. */
  readonly lists: ListBucket | undefined;

  constructor(scope: Construct, id: string, house: House, props: StackProps) {
    super(scope, id, props);
    this.key = new Key(this, 'Key', {
      description: `Everything that ${house.deployment.name} keeps`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const { key } = this;

    const operators = new Topic(this, 'Operators', { masterKey: key, enforceSSL: true });
    // A topic with a policy of its own no longer admits the services of its account: alarms are let in by name.
    const alarmService = new ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
    });
    operators.grantPublish(alarmService);
    key.grant(alarmService, 'kms:GenerateDataKey*', 'kms:Decrypt');
    for (const email of house.deployment.operators) {
      operators.addSubscription(new EmailSubscription(email));
    }
    this.alarms = new AlarmDesk(house, operators);

    this.tables = createTables(this, this.alarms, key);
    this.outboundTables = hasOutbound(house) ? createOutboundTables(this, house, this.alarms, key) : undefined;
    // A message also carries the link by which whoever got it stops the next.
    const hasLinks = hasSurvey(house) || hasAlerts(house) || (hasAppointments(house) && hasMessages(house));
    this.surveyTables = hasLinks ? createSurveyTables(this, this.alarms, key) : undefined;
    this.linkSecret = hasLinks ? new LinkSecret(this, 'LinkSecret', { dataKey: key }) : undefined;
    this.messageTables = hasMessages(house) ? createMessageTables(this, this.alarms, key) : undefined;
    this.messageChannel = hasMessages(house) ? new MessageChannel(this, 'Messages', { house, key }) : undefined;
    this.alertTables = hasAlerts(house) ? createAlertTables(this, this.alarms, key) : undefined;
    this.followUpTables = hasFollowUp(house) ? createFollowUpTables(this, this.alarms, key) : undefined;
    this.retentionTables = hasRetention(house) ? createRetentionTables(this, this.alarms, key) : undefined;
    this.appointmentTables = hasAppointments(house) ? createAppointmentTables(this, this.alarms, key) : undefined;
    this.knowledgeTables = hasKnowledge(house) ? createKnowledgeTables(this, this.alarms, key) : undefined;
    this.identity = new Identity(this, 'Identity', { dataKey: key });
    this.referralNotices = hasReferrals(house)
      ? new ReferralNotices(this, 'ReferralNotices', { house, key })
      : undefined;
    this.lists = hasOutbound(house) || hasAlerts(house) ? new ListBucket(this, 'ListBucket', { key }) : undefined;
  }
}
