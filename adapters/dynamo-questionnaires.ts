import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type {
  QuestionnaireRecord,
  QuestionnaireRecords,
  RecordKey,
} from '../domain/questionnaire/questionnaire-record.ts';
import type { Erasable } from '../domain/retention/keeper.ts';
import { conditional } from './conditional.ts';
import { readItem } from './read-item.ts';
import { writeBatches } from './write-batches.ts';

const { partitionKey } = tables.questionnaires;

/** Questionnaires as they were passed, one item a person and cycle: under a kilobyte, so one write unit a revision; `revision` guards changes. */
export function dynamoQuestionnaires(
  client: DynamoDBDocumentClient,
  table: string,
  read = readItem(client),
): QuestionnaireRecords & Erasable<RecordKey> {
  return {
    async find(programme, key) {
      const item = await read(table, { [partitionKey]: itemOf(programme, key) });
      return item && toRecord(item);
    },

    async keep(programme, record) {
      const { revision, ...content } = record;
      const isFirst = revision === 1;
      return await conditional(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { [partitionKey]: itemOf(programme, record), revision, content },
            ConditionExpression: isFirst ? 'attribute_not_exists(#record)' : '#revision = :read',
            ExpressionAttributeNames: isFirst ? { '#record': partitionKey } : { '#revision': 'revision' },
            ...(!isFirst && { ExpressionAttributeValues: { ':read': revision - 1 } }),
          }),
        ),
      );
    },

    async erase(programme, keys) {
      const requests = keys.map((key) => ({ DeleteRequest: { Key: { [partitionKey]: itemOf(programme, key) } } }));
      await writeBatches(client, table, requests);
    },
  };
}

/** Only `keep` above fills these items. */
function toRecord({ content, revision }: Record<string, unknown>): QuestionnaireRecord {
  return { ...(content as Omit<QuestionnaireRecord, 'revision'>), revision: Number(revision) };
}

function itemOf(programme: string, { campaign, cycle, recipientId }: RecordKey): string {
  return `${programme}#${campaign}-${cycle}-${recipientId}`;
}
