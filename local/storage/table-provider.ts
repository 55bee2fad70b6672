import { encryptWith } from '../resources/key-arn.ts';
import { physicalName } from '../resources/physical-name.ts';
import { PropertyReader } from '../resources/property-reader.ts';
import type { ResourceProvider } from '../resources/provider.ts';
import type { Storage } from './start-storage.ts';
import type { IndexDefinition, KeyElement, TableDefinition } from './table-definition.ts';

/** These mean nothing locally: items do not expire, there are no backups, capacity is on demand. */
const ignored = [
  ...['TimeToLiveSpecification', 'PointInTimeRecoverySpecification', 'DeletionProtectionEnabled', 'Tags', 'TableClass'],
  ...['ContributorInsightsSpecification', 'OnDemandThroughput', 'WarmThroughput'],
];

/** `AWS::DynamoDB::Table`, on demand; streams are refused, the engine has none. */
export function tableProvider(storage: Storage): ResourceProvider {
  return async (resource, cloud) => {
    const properties = new PropertyReader(resource).accept(
      'AttributeDefinitions',
      'BillingMode',
      'GlobalSecondaryIndexes',
      'KeySchema',
      'LocalSecondaryIndexes',
      'ResourcePolicy',
      'SSESpecification',
      'TableName',
      ...ignored,
    );
    if (properties.optionalText('BillingMode') !== 'PAY_PER_REQUEST') {
      throw properties.error('BillingMode', 'PAY_PER_REQUEST: provisioned capacity is not emulated');
    }
    const name = properties.optionalText('TableName') ?? physicalName(resource, 255);
    await storage.createTable(definition(properties, name));
    const arn = `arn:${cloud.partition}:dynamodb:${cloud.region}:${cloud.account}:table/${name}`;
    encryptWith(cloud, arn, properties.optionalObject('SSESpecification')?.optionalText('KMSMasterKeyId'));
    const policy = properties.optionalObject('ResourcePolicy');
    if (policy !== undefined) {
      const origin = `${resource.stack}/${resource.logicalId}`;
      cloud.iam.attachResourcePolicy(arn, { document: policy.json('PolicyDocument'), origin });
    }
    return { ref: name, attributes: { Arn: arn } };
  };
}

function definition(properties: PropertyReader, name: string): TableDefinition {
  const globals = properties.objects('GlobalSecondaryIndexes').map(indexDefinition);
  const locals = properties.objects('LocalSecondaryIndexes').map(indexDefinition);
  return {
    TableName: name,
    AttributeDefinitions: properties.objects('AttributeDefinitions').map((attribute) => ({
      AttributeName: attribute.text('AttributeName'),
      AttributeType: attribute.text('AttributeType'),
    })),
    KeySchema: keySchema(properties),
    ...(globals.length > 0 ? { GlobalSecondaryIndexes: globals } : {}),
    ...(locals.length > 0 ? { LocalSecondaryIndexes: locals } : {}),
  };
}

function indexDefinition(index: PropertyReader): IndexDefinition {
  const projection = index.object('Projection');
  const attributes = projection.texts('NonKeyAttributes');
  return {
    IndexName: index.text('IndexName'),
    KeySchema: keySchema(index),
    Projection: {
      ProjectionType: projection.optionalText('ProjectionType') ?? 'ALL',
      ...(attributes.length > 0 ? { NonKeyAttributes: attributes } : {}),
    },
  };
}

function keySchema(properties: PropertyReader): KeyElement[] {
  return properties.objects('KeySchema').map((element) => {
    const KeyType = element.text('KeyType');
    if (KeyType !== 'HASH' && KeyType !== 'RANGE') throw element.error('KeyType', 'HASH or RANGE');
    return { AttributeName: element.text('AttributeName'), KeyType };
  });
}
