import { describe, expect, it } from 'vitest';
import { appointmentTables, knowledgeTables } from '../../contracts/knowledge-tables.ts';
import {
  alertTables,
  followUpTables,
  messageTables,
  outboundTables,
  retentionTables,
  surveyTables,
  type TableName,
  tables,
} from '../../contracts/tables.ts';
import { demo, propertiesOf, resourcesOf } from './support/assembly.ts';
import { inboundAssembly } from './support/outbound-assembly.ts';

/** Without outbound calls: what those have is in `outbound/`. */
const assembly = inboundAssembly();
const properties = (type: string) => propertiesOf(assembly, type);

describe('tables', () => {
  const found = resourcesOf(assembly, 'AWS::DynamoDB::Table', 'Data');

  it('COMMON-03: have the keys and indexes of the contract, and no others: those of outbound calls are not here', () => {
    const elsewhere: readonly TableName[] = [
      ...[...outboundTables, ...followUpTables, ...surveyTables, ...messageTables],
      ...[...alertTables, ...retentionTables, ...knowledgeTables, ...appointmentTables],
    ];
    const here = Object.entries(tables).filter(([name]) => elsewhere.every((other) => other !== name));
    const keys = found.map(([, { Properties }]) => ({
      keys: Properties?.['KeySchema'],
      indexes: Properties?.['GlobalSecondaryIndexes'],
    }));
    const schema = (shape: { partitionKey: string; sortKey?: string }) => [
      { AttributeName: shape.partitionKey, KeyType: 'HASH' },
      ...(shape.sortKey === undefined ? [] : [{ AttributeName: shape.sortKey, KeyType: 'RANGE' }]),
    ];
    const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
    expect(sorted(keys)).toEqual(
      sorted(
        here.map(([, shape]) => ({
          keys: schema(shape),
          indexes:
            'dueIndex' in shape
              ? [
                  {
                    IndexName: shape.dueIndex.name,
                    KeySchema: schema(shape.dueIndex),
                    Projection: { ProjectionType: 'KEYS_ONLY' },
                  },
                ]
              : undefined,
        })),
      ),
    );
  });

  it('COMMON-52: can be restored to any second, are encrypted with our key, and outlive a mistaken deploy', () => {
    for (const [id, resource] of found) {
      expect(resource.Properties, id).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        DeletionProtectionEnabled: true,
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: expect.anything() },
      });
      expect([resource.DeletionPolicy, resource.UpdateReplacePolicy], id).toEqual(['Retain', 'Retain']);
    }
  });
});

describe('what is kept', () => {
  it('is encrypted with keys that turn every year', () => {
    const keys = properties('AWS::KMS::Key');
    expect(keys).toHaveLength(3);
    for (const key of keys) expect(key, key.id).toMatchObject({ EnableKeyRotation: true });
  });

  it('admits Connect to the key of its streams for this instance only', () => {
    const [key] = resourcesOf(assembly, 'AWS::KMS::Key', 'Instance');
    const document = key?.[1].Properties?.['KeyPolicy'];
    const connect = statementsOf(document).find((one) => JSON.stringify(one).includes('connect.amazonaws.com'));
    expect(connect).toEqual({
      Action: 'kms:GenerateDataKey',
      Effect: 'Allow',
      Principal: { Service: 'connect.amazonaws.com' },
      Resource: '*',
      Condition: {
        StringEquals: { 'aws:SourceAccount': '000000000000' },
        ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': ['Instance', 'Arn'] } },
      },
    });
  });

  it('COMMON-29: is private, versioned and reached over TLS only', () => {
    const buckets = propertiesOf(assembly, 'AWS::S3::Bucket', 'Data');
    expect(buckets).toHaveLength(2);
    for (const bucket of buckets) {
      expect(bucket, bucket.id).toMatchObject({
        VersioningConfiguration: { Status: 'Enabled' },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      });
    }
    const guarded = ['AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy'].flatMap((type) =>
      properties(type),
    );
    expect(guarded.length).toBe(3 + resourcesOf(assembly, 'AWS::SQS::Queue').length + 2);
    for (const policy of guarded) {
      expect(statementsOf(policy['PolicyDocument']), policy.id).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
    }
  });

  it('is kept as long as the deployment says', () => {
    const [reports] = properties('AWS::S3::Bucket').filter((bucket) => 'LoggingConfiguration' in bucket);
    expect(reports?.['LifecycleConfiguration']).toMatchObject({
      Rules: [
        {
          Status: 'Enabled',
          ExpirationInDays: demo.retention.reportsDays,
          NoncurrentVersionExpiration: { NoncurrentDays: demo.retention.supersededDays },
        },
      ],
    });
    const logs = properties('AWS::Logs::LogGroup');
    expect(logs.length).toBeGreaterThan(16);
    for (const group of logs) expect(group['RetentionInDays'], group.id).toBe(demo.retention.logsDays);
  });

  it('lets alarms reach the operators, though their topic admits nobody else', () => {
    const policies = properties('AWS::SNS::TopicPolicy').flatMap((one) => statementsOf(one['PolicyDocument']));
    expect(policies).toContainEqual(
      expect.objectContaining({
        Action: 'sns:Publish',
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': '000000000000' } },
      }),
    );
  });

  it('COMMON-29, SAMPS-41: is told to the named contacts of both parties, each to what names it, and to nobody else', () => {
    const named = [...demo.clientContacts, ...(demo.houseContacts ?? [])].map(({ email }) => email);
    const told = properties('AWS::SNS::Subscription').map(({ Protocol, Endpoint, FilterPolicy }) => ({
      Protocol,
      Endpoint,
      FilterPolicy,
    }));
    expect(told).toEqual(
      expect.arrayContaining(
        named
          .map((Endpoint): object => ({ Protocol: 'email', Endpoint, FilterPolicy: { contact: [Endpoint] } }))
          .concat(demo.operators.map((Endpoint) => ({ Protocol: 'email', Endpoint }))),
      ),
    );
    expect(told).toHaveLength(named.length + demo.operators.length);
  });
});

function statementsOf(document: unknown): readonly unknown[] {
  if (
    typeof document !== 'object' ||
    document === null ||
    !('Statement' in document) ||
    !Array.isArray(document.Statement)
  ) {
    throw new Error(`not a policy document: ${JSON.stringify(document)}`);
  }
  return document.Statement;
}
