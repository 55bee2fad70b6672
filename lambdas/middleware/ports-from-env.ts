import { connectClient } from '../../adapters/connect-client.ts';
import { connectContacts } from '../../adapters/connect-contacts.ts';
import { dynamoCallbacks } from '../../adapters/dynamo-callbacks.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoContent } from '../../adapters/dynamo-content.ts';
import { dynamoJournal } from '../../adapters/dynamo-journal.ts';
import { dynamoPeople } from '../../adapters/dynamo-people.ts';
import { kmsClient } from '../../adapters/kms-client.ts';
import type { ReadItem } from '../../adapters/read-item.ts';
import { secretPseudonym } from '../../adapters/secret-pseudonym.ts';
import { readRegistry } from '../../adapters/ssm-registry.ts';
import { env } from '../../contracts/env.ts';
import type { Registry } from '../../contracts/registry.ts';
import { tables } from '../../contracts/tables.ts';
import type { Contacts } from '../../domain/call/contacts.ts';
import type { IdentifyPorts } from '../../domain/caller/identify.ts';
import type { People } from '../../domain/caller/people.ts';
import { requireEnv } from './require-env.ts';

/** Ports made from the function's environment, each over the one client of its service. */
export function contentFromEnv() {
  return dynamoContent(dynamoClient(), requireEnv(tables.content.env));
}

export function callbacksFromEnv() {
  return dynamoCallbacks(dynamoClient(), requireEnv(tables.callbacks.env));
}

/** People known by their number's key: to be read, or added once the number is hashed. */
export function identitiesFromEnv(read?: ReadItem): People {
  return dynamoPeople(dynamoClient(), requireEnv(tables.people.env), kmsClient(), requireEnv(env.identityKey), read);
}

/** Finding and adding people by their number. */
export function peopleFromEnv(): IdentifyPorts {
  return { people: identitiesFromEnv(), numberKeyOf: secretPseudonym(requireEnv(env.pseudonymSecret)) };
}

export function registryFromEnv(): Promise<Registry> {
  return readRegistry(requireEnv(env.registryParameter));
}

export function journalFromEnv() {
  return dynamoJournal(dynamoClient(), requireEnv(tables.journal.env));
}

/** Contacts of the instance of this ARN (or id). */
export function contactsOfInstance(instance: string): Contacts {
  return connectContacts(connectClient(), instance.slice(instance.lastIndexOf('/') + 1));
}
