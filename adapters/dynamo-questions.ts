import { type DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { tables } from '../contracts/tables.ts';
import type { Question, Questions } from '../domain/question/question.ts';
import { conditional } from './conditional.ts';

const { partitionKey, sortKey } = tables.questions;
/** Two people rarely change one question at once. */
const maxTries = 5;

/** Questions of a programme in one partition; `version` guards changes. */
export function dynamoQuestions(client: DynamoDBDocumentClient, table: string): Questions {
  async function read(programme: string, questionId: string) {
    const key = { [partitionKey]: partitionOf(programme), [sortKey]: questionId };
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
    return Item === undefined ? undefined : { question: toQuestion(Item), version: Number(Item['version']) };
  }

  async function write(programme: string, question: Question, version: number): Promise<boolean> {
    return await conditional(
      client.send(
        new PutCommand({
          TableName: table,
          Item: { [partitionKey]: partitionOf(programme), [sortKey]: question.questionId, version, content: question },
          ConditionExpression: version === 1 ? 'attribute_not_exists(#question)' : '#version = :read',
          ExpressionAttributeNames: version === 1 ? { '#question': sortKey } : { '#version': 'version' },
          ...(version > 1 && { ExpressionAttributeValues: { ':read': version - 1 } }),
        }),
      ),
    );
  }

  return {
    async open(programme, question) {
      if (await write(programme, question, 1)) {
        return question;
      }
      return (await read(programme, question.questionId))?.question ?? question;
    },

    async change(programme, questionId, change) {
      for (let tries = 0; tries < maxTries; tries += 1) {
        const kept = await read(programme, questionId);
        if (kept === undefined) {
          return undefined;
        }
        // What is already told stays as it was first told.
        const question = { ...change, ...kept.question };
        const isTold = Object.keys(change).every((name) => name in kept.question);
        if (isTold || (await write(programme, question, kept.version + 1))) {
          return question;
        }
      }
      throw new Error(`Question ${questionId}: ${maxTries} concurrent changes in a row; retry later`);
    },

    async find(programme, questionId) {
      return (await read(programme, questionId))?.question;
    },

    async list(programme) {
      const questions: Question[] = [];
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          KeyConditionExpression: '#programme = :programme',
          ExpressionAttributeNames: { '#programme': partitionKey },
          ExpressionAttributeValues: { ':programme': partitionOf(programme) },
        },
      );
      for await (const { Items = [] } of pages) {
        questions.push(...Items.map(toQuestion));
      }
      return questions.sort((a, b) => (a.opened.at < b.opened.at ? -1 : 1));
    },
  };
}

/** Only `write` above fills these items. */
function toQuestion(item: Record<string, unknown>): Question {
  return item['content'] as Question;
}

function partitionOf(programme: string): string {
  return `${programme}#questions`;
}
