import type { AssetFile } from '../assembly/assets.ts';
import type { LocalEventBridge } from '../events/local-event-bridge.ts';
import type { LocalLambda } from '../lambda/local-lambda.ts';
import type { LocalQueues } from '../queues/local-queues.ts';
import type { LocalSchedules } from '../schedules/local-schedules.ts';
import type { LocalStreams } from '../streams/local-streams.ts';
import type { LocalTopics } from '../topics/local-topics.ts';
import { alarmProvider } from './cloudwatch-alarm.ts';
import type { DeliveryChecks } from './delivery-checks.ts';
import { eventBusProvider } from './events-event-bus.ts';
import { eventsRuleProvider } from './events-rule.ts';
import { iamManagedPolicyProvider } from './iam-managed-policy.ts';
import { iamPolicyProvider } from './iam-policy.ts';
import { iamRoleProvider, ManagedPolicies } from './iam-role.ts';
import { kinesisStreamProvider } from './kinesis-stream.ts';
import { kinesisStreamConsumerProvider } from './kinesis-stream-consumer.ts';
import { kmsAliasProvider } from './kms-alias.ts';
import { kmsKeyProvider } from './kms-key.ts';
import { eventInvokeConfigProvider } from './lambda-event-invoke-config.ts';
import { eventSourceMappingProvider } from './lambda-event-source-mapping.ts';
import { lambdaFunctionProvider } from './lambda-function.ts';
import { lambdaPermissionProvider } from './lambda-permission.ts';
import { logGroupProvider } from './logs-log-group.ts';
import { physicalName } from './physical-name.ts';
import type { ResourceProviders } from './provider.ts';
import { recordedProvider } from './recorded.ts';
import { scheduleProvider } from './scheduler-schedule.ts';
import { scheduleGroupProvider } from './scheduler-schedule-group.ts';
import { secretProvider } from './secretsmanager-secret.ts';
import { snsSubscriptionProvider } from './sns-subscription.ts';
import { snsTopicProvider } from './sns-topic.ts';
import { snsTopicPolicyProvider } from './sns-topic-policy.ts';
import { sqsQueueProvider } from './sqs-queue.ts';
import { sqsQueuePolicyProvider } from './sqs-queue-policy.ts';
import { ssmParameterProvider } from './ssm-parameter.ts';

export interface CoreServices {
  readonly assets: ReadonlyMap<string, AssetFile>;
  readonly lambda: LocalLambda;
  readonly events: LocalEventBridge;
  readonly schedules: LocalSchedules;
  readonly streams: LocalStreams;
  readonly queues: LocalQueues;
  readonly topics: LocalTopics;
  readonly deliveries: DeliveryChecks;
}

/** The resource types brought up by the core; the other parts bring their own. */
export function coreProviders(services: CoreServices): ResourceProviders {
  const { assets, lambda, events, schedules, streams, queues, topics, deliveries } = services;
  const managedPolicies = new ManagedPolicies();
  return {
    'AWS::Lambda::Function': lambdaFunctionProvider(lambda, assets, deliveries),
    'AWS::Lambda::LayerVersion': (resource, { partition, region, account }) => ({
      ref: `arn:${partition}:lambda:${region}:${account}:layer:${physicalName(resource)}:1`,
      attributes: {},
    }),
    'AWS::Lambda::Permission': lambdaPermissionProvider(lambda),
    'AWS::Lambda::EventInvokeConfig': eventInvokeConfigProvider(lambda, deliveries),
    'AWS::Lambda::EventSourceMapping': eventSourceMappingProvider(lambda, streams, queues, deliveries),
    'AWS::IAM::Role': iamRoleProvider(managedPolicies),
    'AWS::IAM::Policy': iamPolicyProvider,
    'AWS::IAM::ManagedPolicy': iamManagedPolicyProvider(managedPolicies),
    'AWS::KMS::Key': kmsKeyProvider,
    'AWS::KMS::Alias': kmsAliasProvider,
    'AWS::Kinesis::Stream': kinesisStreamProvider(streams),
    'AWS::Kinesis::StreamConsumer': kinesisStreamConsumerProvider,
    'AWS::SQS::Queue': sqsQueueProvider(queues),
    'AWS::SQS::QueuePolicy': sqsQueuePolicyProvider(queues),
    'AWS::SNS::Topic': snsTopicProvider(topics),
    'AWS::SNS::Subscription': snsSubscriptionProvider(topics),
    'AWS::SNS::TopicPolicy': snsTopicPolicyProvider,
    'AWS::Events::EventBus': eventBusProvider(events),
    'AWS::Events::Rule': eventsRuleProvider(events, deliveries),
    'AWS::Scheduler::Schedule': scheduleProvider(schedules, deliveries),
    'AWS::Scheduler::ScheduleGroup': scheduleGroupProvider,
    'AWS::SSM::Parameter': ssmParameterProvider,
    'AWS::SecretsManager::Secret': secretProvider,
    'AWS::Logs::LogGroup': logGroupProvider,
    'AWS::Logs::ResourcePolicy': recordedProvider('PolicyName', (name, base) => `arn:aws:logs:${base}:policy/${name}`),
    'AWS::CloudWatch::Alarm': alarmProvider(deliveries),
    'AWS::CloudWatch::CompositeAlarm': alarmProvider(deliveries),
    'AWS::CloudWatch::Dashboard': recordedProvider(
      'DashboardName',
      (name, base) => `arn:aws:cloudwatch:${base}:dashboard/${name}`,
    ),
    'AWS::CDK::Metadata': (resource) => ({ ref: resource.logicalId, attributes: {} }),
  };
}
