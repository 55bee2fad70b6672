import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoKnowledge } from '../../adapters/dynamo-knowledge.ts';
import { knowledgeTableKeys } from '../../contracts/knowledge-tables.ts';
import { requireEnv } from './require-env.ts';

export function knowledgeFromEnv() {
  return dynamoKnowledge(dynamoClient(), requireEnv(knowledgeTableKeys.knowledge.env));
}
