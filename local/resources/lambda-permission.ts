import type { JsonObject } from '../json.ts';
import type { LocalLambda } from '../lambda/local-lambda.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** `AWS::Lambda::Permission`: a statement of the function's resource policy. */
export function lambdaPermissionProvider(lambda: LocalLambda): ResourceProvider {
  return (resource, cloud) => {
    const properties = new PropertyReader(resource).accept(
      'Action',
      'FunctionName',
      'Principal',
      'SourceAccount',
      'SourceArn',
    );
    const { arn } = lambda.definition(properties.text('FunctionName'));
    const principal = properties.text('Principal');
    const sourceArn = properties.optionalText('SourceArn');
    const sourceAccount = properties.optionalText('SourceAccount');
    const conditions: Record<string, JsonObject> = {
      ...(sourceArn === undefined ? {} : { ArnLike: { 'aws:SourceArn': sourceArn } }),
      ...(sourceAccount === undefined ? {} : { StringEquals: { 'aws:SourceAccount': sourceAccount } }),
    };
    const statement = {
      Sid: resource.logicalId,
      Effect: 'Allow',
      Principal: principal.includes('.amazonaws.com') ? { Service: principal } : { AWS: principal },
      Action: properties.text('Action'),
      Resource: arn,
      ...(Object.keys(conditions).length === 0 ? {} : { Condition: conditions }),
    };
    const origin = `${resource.stack}/${resource.logicalId}`;
    cloud.iam.attachResourcePolicy(arn, { document: { Version: '2012-10-17', Statement: [statement] }, origin });
    return { ref: origin, attributes: { Id: origin } };
  };
}
