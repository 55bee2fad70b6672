import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { IdentifyPorts } from '../domain/caller/identify.ts';
import { dynamoPeople } from './dynamo-people.ts';
import { secretPseudonym } from './secret-pseudonym.ts';

export interface PeopleSettings {
  readonly table: string;
  /** KMS key that wraps each person's own key. */
  readonly identityKey: string;
  /** Secret with the key of the hash. */
  readonly pseudonymSecret: string;
}

/** Finding and adding people, with clients made once. */
export function peoplePorts(dynamo: DynamoDBDocumentClient, settings: PeopleSettings): IdentifyPorts {
  return {
    people: dynamoPeople(dynamo, settings.table, new KMSClient({}), settings.identityKey),
    numberKeyOf: secretPseudonym(new SecretsManagerClient({}), settings.pseudonymSecret),
  };
}
