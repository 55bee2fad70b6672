import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireAccess } from '../access.ts';
import type { AssetFile } from '../assembly/assets.ts';
import type { ResolvedResource } from '../assembly/resource.ts';
import type { LocalLambda } from '../lambda/local-lambda.ts';
import type { Principal } from '../principal.ts';
import type { DeliveryChecks } from './delivery-checks.ts';
import { physicalName } from './physical-name.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** `AWS::Lambda::Function` from its unpacked asset. */
export function lambdaFunctionProvider(
  lambda: LocalLambda,
  assets: ReadonlyMap<string, AssetFile>,
  deliveries: DeliveryChecks,
): ResourceProvider {
  return (resource, cloud) => {
    const properties = new PropertyReader(resource).accept(
      'Architectures',
      'Code',
      'DeadLetterConfig',
      'Description',
      'Environment',
      'EphemeralStorage',
      'FunctionName',
      'Handler',
      'Layers',
      'LoggingConfig',
      'MemorySize',
      'ReservedConcurrentExecutions',
      'Role',
      'Runtime',
      'Tags',
      'Timeout',
      'TracingConfig',
    );
    const runtime = properties.text('Runtime');
    // Helpers of the CDK in Python exist, with their rights; what they do is done by providers, so that nobody invokes them.
    if (!/^(nodejs(20|22|24)\.x|python3\.\d+)$/.test(runtime))
      throw properties.error('Runtime', 'nodejs20.x, nodejs22.x, nodejs24.x, or Python of a helper of the CDK');
    const name = properties.optionalText('FunctionName') ?? physicalName(resource);
    const arn = `arn:${cloud.partition}:lambda:${cloud.region}:${cloud.account}:function:${name}`;
    const roleArn = properties.text('Role');
    requireAccess(cloud, {
      principal: { type: 'service', service: 'lambda.amazonaws.com', sourceArn: arn, sourceAccount: cloud.account },
      action: 'sts:AssumeRole',
      resource: roleArn,
    });
    const principal: Principal = { type: 'function', functionName: name, functionArn: arn, roleArn };
    if (properties.optionalObject('TracingConfig')?.optionalText('Mode') === 'Active') {
      // CreateFunction refuses a traced function whose role may not write traces.
      for (const action of ['xray:PutTraceSegments', 'xray:PutTelemetryRecords']) {
        requireAccess(cloud, { principal, action, resource: '*' });
      }
    }
    const deadLetterArn = properties.optionalObject('DeadLetterConfig')?.optionalText('TargetArn');
    deliveries.add(`Dead letters of function ${name}`, principal, deadLetterArn);
    const reserved = properties.number('ReservedConcurrentExecutions', -1);
    lambda.create({
      name,
      arn,
      roleArn,
      codeFolder: codeFolder(resource, properties.object('Code'), assets, cloud.stateFolder),
      handler: properties.text('Handler'),
      environment: properties.optionalObject('Environment')?.textMap('Variables') ?? {},
      timeoutSeconds: properties.number('Timeout', 3),
      memoryMb: properties.number('MemorySize', 128),
      concurrency: reserved < 0 ? undefined : reserved,
      deadLetterArn,
      logGroup: properties.optionalObject('LoggingConfig')?.optionalText('LogGroup') ?? `/aws/lambda/${name}`,
    });
    return { ref: name, attributes: { Arn: arn } };
  };
}

function codeFolder(
  resource: ResolvedResource,
  code: PropertyReader,
  assets: ReadonlyMap<string, AssetFile>,
  stateFolder: string,
): string {
  code.accept('S3Bucket', 'S3Key', 'ZipFile');
  if (code.has('ZipFile')) {
    const folder = join(stateFolder, 'inline', physicalName(resource));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.js'), code.text('ZipFile'));
    return folder;
  }
  const asset = assets.get(code.text('S3Key'));
  if (asset === undefined || asset.packaging !== 'zip') {
    throw code.error('S3Key', `the key of a zip asset of this assembly (${[...assets.keys()].join(', ') || 'none'})`);
  }
  return asset.path;
}
