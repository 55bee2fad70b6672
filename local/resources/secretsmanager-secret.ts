import { isJsonObject } from '../json.ts';
import { derive, laneRandom } from '../kernel/random.ts';
import { encryptWith, keyArnOf } from './key-arn.ts';
import { physicalName } from './physical-name.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/** `AWS::SecretsManager::Secret`: given or generated; the generated one derives from the seed, so that a world can be replayed. */
export const secretProvider: ResourceProvider = (resource, cloud) => {
  const properties = new PropertyReader(resource).accept(
    'Description',
    'GenerateSecretString',
    'KmsKeyId',
    'Name',
    'SecretString',
    'Tags',
  );
  const name = properties.optionalText('Name') ?? physicalName(resource, 512);
  const suffix = derive('secret', name).slice(0, 6);
  const arn = `arn:${cloud.partition}:secretsmanager:${cloud.region}:${cloud.account}:secret:${name}-${suffix}`;
  const generate = properties.optionalObject('GenerateSecretString');
  const secretString = properties.optionalText('SecretString') ?? generated(generate, cloud.seed, arn);
  const key = properties.optionalText('KmsKeyId');
  const kmsKeyArn = key === undefined ? undefined : keyArnOf(cloud, key);
  cloud.secrets.set(arn, { name, arn, secretString, kmsKeyArn });
  encryptWith(cloud, arn, key);
  return { ref: arn, attributes: { Id: arn } };
};

function generated(options: PropertyReader | undefined, seed: string, arn: string): string {
  options?.accept(
    'ExcludeCharacters',
    'ExcludeLowercase',
    'ExcludeNumbers',
    'ExcludePunctuation',
    'ExcludeUppercase',
    'GenerateStringKey',
    'IncludeSpace',
    'PasswordLength',
    'RequireEachIncludedType',
    'SecretStringTemplate',
  );
  const excluded = options?.optionalText('ExcludeCharacters') ?? '';
  const alphabet = [
    options?.flag('ExcludeLowercase', false) ? '' : lower,
    options?.flag('ExcludeUppercase', false) ? '' : lower.toUpperCase(),
    options?.flag('ExcludeNumbers', false) ? '' : digits,
    options?.flag('ExcludePunctuation', false) ? '' : punctuation,
  ]
    .join('')
    .split('')
    .filter((character) => !excluded.includes(character));
  const random = laneRandom(seed, `secret/${arn}`);
  const length = options?.number('PasswordLength', 32) ?? 32;
  const password = Array.from({ length }, () => random.pick(alphabet)).join('');
  const key = options?.optionalText('GenerateStringKey');
  if (key === undefined) return password;
  const template: unknown = JSON.parse(options?.optionalText('SecretStringTemplate') ?? '{}');
  return JSON.stringify({ ...(isJsonObject(template) ? template : {}), [key]: password });
}
