import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type TableIndex, tableIndexes } from '../../contracts/table-indexes.ts';
import { type TableName, tables } from '../../contracts/tables.ts';
import type { AlarmDesk, Impact } from '../monitoring/alarm-desk.ts';
import type { HandlerFunction } from './handler-function.ts';

export interface HouseTableProps {
  readonly alarms: AlarmDesk;
  readonly name: TableName;
  readonly key: IKey;
  readonly impact: Impact;
}

/** What a function may do with the items of a table, and with its index. */
export interface TableUse {
  readonly items?: readonly ItemAction[];
  /** Queries of the table's index. */
  readonly index?: readonly 'Query'[];
  /** Queries of the one by which some of it is searched. */
  readonly searchIndex?: readonly 'Query'[];
}

type ItemAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'Scan'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'BatchWriteItem'
  | 'ConditionCheckItem';

/** A table of contracts/tables.ts: on demand, encrypted with our key, recoverable to the second for 35 days, not to be deleted by a deploy. */
export class HouseTable extends Construct {
  readonly table: Table;
  readonly #name: TableName;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, props: HouseTableProps) {
    super(scope, id);
    this.#name = props.name;
    this.#key = props.key;
    const shape = tables[props.name];
    this.table = new Table(this, 'Table', {
      partitionKey: { name: shape.partitionKey, type: AttributeType.STRING },
      ...('sortKey' in shape ? { sortKey: { name: shape.sortKey, type: AttributeType.STRING } } : {}),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const { name, partitionKey, sortKey } of tableIndexes(props.name)) {
      this.table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: { name: partitionKey, type: AttributeType.STRING },
        sortKey: { name: sortKey, type: AttributeType.STRING },
        // What is due is read again on its item before anything is done (design decision 13): the index needs no more.
        projectionType: ProjectionType.KEYS_ONLY,
      });
    }
    props.alarms.declare(this, 'Alarm', {
      runbook: `${props.name}-table`,
      impact: props.impact,
      metric: new MathExpression({
        expression: 'FILL(reads, 0) + FILL(writes, 0)',
        label: 'Throttled requests',
        usingMetrics: { reads: this.#throttled('ReadThrottleEvents'), writes: this.#throttled('WriteThrottleEvents') },
        period: Duration.minutes(5),
      }),
      threshold: 1,
    });
  }

  /** Gives the permission and the table's name together, so that neither goes without the other. */
  grant(handler: HandlerFunction, use: TableUse): void {
    const shape = tables[this.#name];
    handler.setEnvironment(shape.env, this.table.tableName);
    if (use.items !== undefined) {
      handler.allow(
        use.items.map((action) => `dynamodb:${action}`),
        [this.table.tableArn],
      );
    }
    const indexes = tableIndexes(this.#name);
    for (const [actions, index] of [
      [use.index, indexes[0]],
      [use.searchIndex, indexes[1]],
    ] as const) {
      if (actions !== undefined) {
        this.#grantIndex(handler, actions, index);
      }
    }
    // DynamoDB opens the table's key in the name of the caller, for writes as for reads.
    handler.allow(['kms:Decrypt'], [this.#key.keyArn]);
  }

  #grantIndex(handler: HandlerFunction, actions: readonly 'Query'[], index: TableIndex | undefined): void {
    if (index === undefined) {
      throw new Error(`Table "${this.#name}" has no such index to grant; contracts/tables.ts declares none`);
    }
    handler.allow(
      actions.map((action) => `dynamodb:${action}`),
      [`${this.table.tableArn}/index/${index.name}`],
    );
  }

  #throttled(metricName: string): Metric {
    return new Metric({
      namespace: 'AWS/DynamoDB',
      metricName,
      dimensionsMap: { TableName: this.table.tableName },
      statistic: 'Sum',
    });
  }
}
