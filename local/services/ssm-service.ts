import type { CloudContext, StoredParameter } from '../cloud.ts';
import type { Json, JsonObject } from '../json.ts';
import type { AccessRequest } from '../principal.ts';
import { ServiceError } from '../service-error.ts';
import { requiredText } from './input-members.ts';
import { jsonProtocol } from './json-protocol.ts';
import type { LocalService } from './local-service.ts';

/** Systems Manager parameters, read only: the templates write them. */
export const ssmService: LocalService = {
  name: 'ssm',
  endpointName: 'SSM',
  protocol: jsonProtocol,
  operations: {
    GetParameter: {
      permissions: ({ Name }, cloud) => [read('ssm:GetParameter', String(Name), cloud)],
      perform: ({ input }, cloud) => {
        const name = requiredText(input, 'Name');
        const parameter = find(cloud, name);
        if (parameter === undefined) {
          const known = [...cloud.parameters.keys()].join(', ') || 'none';
          throw new ServiceError('ParameterNotFound', `parameter ${name} does not exist; there are ${known}`);
        }
        return { Parameter: describe(parameter, cloud) };
      },
    },
    GetParameters: {
      permissions: (input, cloud) => names(input).map((name) => read('ssm:GetParameters', name, cloud)),
      perform: ({ input }, cloud) => {
        const found = names(input).flatMap((name) => find(cloud, name) ?? []);
        const missing = names(input).filter((name) => find(cloud, name) === undefined);
        return { Parameters: found.map((parameter) => describe(parameter, cloud)), InvalidParameters: missing };
      },
    },
  },
};

function names(input: JsonObject): string[] {
  const list = input['Names'];
  if (Array.isArray(list) && list.length >= 1 && list.length <= 10) return list.map(String);
  throw new ServiceError(
    'ValidationException',
    `Names: 1 to 10 names are accepted, got ${JSON.stringify(list ?? null)}`,
  );
}

function find(cloud: CloudContext, nameOrArn: string): StoredParameter | undefined {
  return cloud.parameters.get(nameOrArn) ?? [...cloud.parameters.values()].find((each) => each.arn === nameOrArn);
}

function read(action: string, nameOrArn: string, cloud: CloudContext): Omit<AccessRequest, 'principal'> {
  const path = nameOrArn.startsWith('/') ? nameOrArn : `/${nameOrArn}`;
  const arn = `arn:${cloud.partition}:ssm:${cloud.region}:${cloud.account}:parameter${path}`;
  return { action, resource: nameOrArn.startsWith('arn:') ? nameOrArn : arn };
}

function describe(parameter: StoredParameter, cloud: CloudContext): Json {
  const { name, arn, type, value, version } = parameter;
  const LastModifiedDate = cloud.kernel.now() / 1000;
  return { Name: name, ARN: arn, Type: type, Value: value, Version: version, DataType: 'text', LastModifiedDate };
}
