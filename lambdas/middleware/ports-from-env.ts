import { connectClient } from '../../adapters/connect-client.ts';
import { connectContacts } from '../../adapters/connect-contacts.ts';
import { dynamoCallbacks } from '../../adapters/dynamo-callbacks.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoContent } from '../../adapters/dynamo-content.ts';
import { dynamoJournal } from '../../adapters/dynamo-journal.ts';
import { peoplePorts } from '../../adapters/people-ports.ts';
import { readRegistry } from '../../adapters/ssm-registry.ts';
import { env } from '../../contracts/env.ts';
import type { Registry } from '../../contracts/registry.ts';
import { tables } from '../../contracts/tables.ts';
import type { Contacts } from '../../domain/call/contacts.ts';
import type { IdentifyPorts } from '../../domain/caller/identify.ts';
import { requireEnv } from './require-env.ts';

/** Ports made from the function's environment, each over the one client of its service. */
export function contentFromEnv() {
  return dynamoContent(dynamoClient(), requireEnv(tables.content.env));
}

export function callbacksFromEnv() {
  return dynamoCallbacks(dynamoClient(), requireEnv(tables.callbacks.env));
}

export function peopleFromEnv(): IdentifyPorts {
  return peoplePorts(dynamoClient(), {
    table: requireEnv(tables.people.env),
    identityKey: requireEnv(env.identityKey),
    pseudonymSecret: requireEnv(env.pseudonymSecret),
  });
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
