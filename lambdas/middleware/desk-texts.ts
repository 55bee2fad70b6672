import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoTextLog } from '../../adapters/dynamo-text-log.ts';
import { knowledgeTableKeys } from '../../contracts/knowledge-tables.ts';
import { tables } from '../../contracts/tables.ts';
import { deskTexts } from '../../domain/desk-text/desk-texts.ts';
import type { DeskTexting } from '../../domain/desk-text/send-desk-text.ts';
import type { OwnTexts } from '../../domain/message/message-ports.ts';
import { now } from './clock.ts';
import { knowledgeFromEnv } from './knowledge-from-env.ts';
import { consentPortsFromEnv, messagePortsFromEnv } from './message-ports.ts';
import { contentFromEnv } from './ports-from-env.ts';
import { requireEnv } from './require-env.ts';

/** Texts that follow from published cards and places; absent where there are none. */
export function publishedTextsFromEnv(): OwnTexts | undefined {
  return process.env[knowledgeTableKeys.knowledge.env] === undefined
    ? undefined
    : deskTexts({ base: knowledgeFromEnv(), content: contentFromEnv(), now });
}

/** Texts that agents had sent. */
export function textLogFromEnv() {
  return dynamoTextLog(dynamoClient(), requireEnv(tables.messages.env));
}

/** What having such a text sent takes; absent where nobody is written to. */
export function deskTextsFromEnv(): { readonly deskTexts?: DeskTexting } {
  const ownTexts = publishedTextsFromEnv();
  if (process.env[tables.messages.env] === undefined || ownTexts === undefined) {
    return {};
  }
  const messages = { ...messagePortsFromEnv(), ownTexts };
  return { deskTexts: { base: knowledgeFromEnv(), messages, consent: consentPortsFromEnv(), log: textLogFromEnv() } };
}
