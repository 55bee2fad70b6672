import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { requireAccess } from '../access.ts';
import type { CoreGround } from '../cloud-part.ts';
import { PropertyReader } from '../resources/property-reader.ts';
import type { ResourceProvider } from '../resources/provider.ts';
import type { Storage } from '../storage/start-storage.ts';

/** As `aws s3 sync` guesses them. */
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * `Custom::CDKBucketDeployment`: copies what an asset holds to a bucket. On AWS a function of the CDK does it, in Python; here this does, with the
 * rights of that function's role.
 */
export function bucketDeploymentProvider(
  { assets, lambda }: CoreGround,
  storage: Pick<Storage, 'putObject'>,
): ResourceProvider {
  return async (resource, cloud) => {
    const properties = new PropertyReader(resource).accept(
      ...['DestinationBucketKeyPrefix', 'DestinationBucketName', 'OutputObjectKeys', 'Prune', 'RetainOnDelete'],
      ...['ServiceToken', 'SourceBucketNames', 'SourceObjectKeys', 'SystemMetadata', 'WaitForDistributionInvalidation'],
    );
    if (properties.flag('Prune', true)) throw properties.error('Prune', 'false: what was there stays');
    const bucket = properties.text('DestinationBucketName');
    const prefix = properties.optionalText('DestinationBucketKeyPrefix');
    const principal = lambda.principalOf(lambda.definition(properties.text('ServiceToken')));
    const sources = properties.texts('SourceBucketNames');
    const metadata = properties.textMap('SystemMetadata');
    for (const [at, key] of properties.texts('SourceObjectKeys').entries()) {
      const asset = assets.get(key);
      if (asset?.packaging !== 'zip') throw properties.error('SourceObjectKeys', 'keys of zip assets of this assembly');
      const from = `arn:${cloud.partition}:s3:::${sources[at]}/${key}`;
      requireAccess(cloud, { principal, action: 's3:GetObject', resource: from });
      for (const file of filesOf(asset.path)) {
        const name = prefix === undefined ? file : `${prefix}/${file}`;
        const to = `arn:${cloud.partition}:s3:::${bucket}/${name}`;
        requireAccess(cloud, { principal, action: 's3:PutObject', resource: to });
        const type = types[extname(file)];
        if (type === undefined)
          throw new Error(`${to}: no known type for its ending; known are ${Object.keys(types).join(' ')}`);
        await storage.putObject(bucket, name, readFileSync(join(asset.path, file)), {
          ...metadata,
          'content-type': type,
        });
      }
    }
    return { ref: `${resource.stack}/${resource.logicalId}`, attributes: {} };
  };
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
