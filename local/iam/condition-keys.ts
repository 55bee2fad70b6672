/**
 * Condition keys that requests of the local cloud carry, in lower case; a name ending in `:` stands for all keys under it.
 * A policy with any other key is refused when read: it would silently never (or always) hold.
 */
const knownKeys: readonly string[] = [
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalisawsservice',
  'aws:principalservicename',
  'aws:requestedregion',
  'aws:resourceaccount',
  'aws:securetransport',
  'aws:sourceaccount',
  'aws:sourcearn',
  'cloudwatch:namespace',
  'connect:instanceid',
  'dynamodb:leadingkeys',
  'kms:calleraccount',
  'kms:encryptioncontext:',
  'kms:grantisforawsresource',
  'kms:viaservice',
  's3:delimiter',
  's3:max-keys',
  's3:prefix',
  's3:tlsversion',
  's3:x-amz-acl',
  's3:x-amz-server-side-encryption',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
  'secretsmanager:versionstage',
];

/** Throws, naming the key and its place, when requests never carry it. */
export function checkConditionKey(key: string, place: string): void {
  const lower = key.toLowerCase();
  if (knownKeys.some((known) => (known.endsWith(':') ? lower.startsWith(known) : lower === known))) return;
  throw new Error(`${place}: condition key ${key} is not evaluated locally; evaluated are ${knownKeys.join(', ')}`);
}
