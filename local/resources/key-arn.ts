import type { CloudContext } from '../cloud.ts';

/** The ARN of a key given by id, ARN or alias. */
export function keyArnOf(cloud: Pick<CloudContext, 'partition' | 'region' | 'account' | 'keys'>, key: string): string {
  if (key.startsWith('arn:')) return key;
  if (key.startsWith('alias/')) {
    const found = [...cloud.keys.values()].find((each) => each.aliases.includes(key));
    return found?.arn ?? `arn:${cloud.partition}:kms:${cloud.region}:${cloud.account}:${key}`;
  }
  return `arn:${cloud.partition}:kms:${cloud.region}:${cloud.account}:key/${key}`;
}

/** Makes the use of `resourceArn` need its customer key, if it names one of ours. */
export function encryptWith(cloud: CloudContext, resourceArn: string, key: string | undefined): void {
  if (key === undefined) return;
  const arn = keyArnOf(cloud, key);
  if (cloud.keys.has(arn)) cloud.iam.encryptWith(resourceArn, arn);
}
