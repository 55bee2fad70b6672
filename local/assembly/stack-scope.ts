import type { CloudContext } from '../cloud.ts';
import { isJsonObject, type Json } from '../json.ts';
import { deriveUuid } from '../kernel/random.ts';
import { type IntrinsicScope, resolve } from './intrinsics.ts';
import type { ProvidedResource } from './resource.ts';
import type { Template } from './template.ts';

/** What the resources of one stack may name while it comes up: its own resources so far, parameters, exports of earlier stacks. */
export function createStackScope(
  template: Template,
  cloud: Pick<CloudContext, 'account' | 'region' | 'partition' | 'parameters' | 'secrets'>,
  provided: ReadonlyMap<string, ProvidedResource>,
  exports: ReadonlyMap<string, Json>,
): IntrinsicScope {
  const pseudo: Readonly<Record<string, Json>> = {
    'AWS::AccountId': cloud.account,
    'AWS::Region': cloud.region,
    'AWS::Partition': cloud.partition,
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': template.stack,
    'AWS::StackId': `arn:${cloud.partition}:cloudformation:${cloud.region}:${cloud.account}:stack/${template.stack}/${deriveUuid('stack', template.stack)}`,
    'AWS::NotificationARNs': [],
  };
  const created = (logicalId: string): ProvidedResource => {
    const resource = provided.get(logicalId);
    if (resource === undefined) {
      throw new Error(`"${logicalId}" is neither a resource created so far, a parameter nor a pseudo parameter`);
    }
    return resource;
  };
  const parameterValue = (name: string): string => {
    const parameter = cloud.parameters.get(name);
    if (parameter === undefined) throw new Error(`SSM parameter "${name}" does not exist in the local cloud`);
    return parameter.value;
  };
  const scope: IntrinsicScope = {
    mappings: template.mappings,
    ref(name) {
      if (name === 'AWS::NoValue') return undefined;
      if (name in pseudo) return pseudo[name];
      const parameter = template.parameters[name];
      if (isJsonObject(parameter)) {
        const value = parameter['Default'];
        if (typeof value !== 'string' && typeof value !== 'number') {
          throw new Error(`parameter "${name}" has no default; the local cloud is given no parameter values`);
        }
        const type = String(parameter['Type']);
        const given = type.startsWith('AWS::SSM::Parameter::Value') ? parameterValue(String(value)) : value;
        return type.includes('List') ? String(given).split(',') : given;
      }
      return created(name).ref;
    },
    attribute(logicalId, name) {
      const { attributes } = created(logicalId);
      const value = attributes[name];
      if (value === undefined) {
        const known = Object.keys(attributes).join(', ') || 'none';
        const type = template.resources.get(logicalId)?.type;
        throw new Error(`${logicalId} (${type}) has no attribute "${name}"; it has ${known}`);
      }
      return value;
    },
    importValue(name) {
      const value = exports.get(name);
      if (value === undefined) throw new Error(`no stack brought up so far exports "${name}"`);
      return value;
    },
    condition(name) {
      const expression = template.conditions[name];
      if (expression === undefined) throw new Error(`condition "${name}" is not in the template`);
      return resolve(expression, scope) === true;
    },
    dynamicReference(service, reference) {
      if (service === 'ssm' || service === 'ssm-secure') return parameterValue(reference.replace(/:\d+$/, ''));
      if (service === 'secretsmanager') return secretValue(cloud, reference);
      throw new Error(`dynamic reference "{{resolve:${service}:…}}": accepted services are ssm and secretsmanager`);
    },
  };
  return scope;
}

/** `<arn or name>:SecretString:<json key>:<stage>:<version>`; only the current version exists. */
function secretValue(cloud: Pick<CloudContext, 'secrets'>, reference: string): string {
  const [id = '', rest = ''] = reference.split(/:SecretString:?/);
  const secret = cloud.secrets.get(id) ?? [...cloud.secrets.values()].find((each) => each.name === id);
  if (secret === undefined) throw new Error(`secret "${id}" does not exist in the local cloud`);
  const [key = ''] = rest.split(':');
  if (key === '') return secret.secretString;
  const fields: unknown = JSON.parse(secret.secretString);
  const field = isJsonObject(fields) ? fields[key] : undefined;
  if (typeof field !== 'string') throw new Error(`secret "${id}" has no text field "${key}"`);
  return field;
}
