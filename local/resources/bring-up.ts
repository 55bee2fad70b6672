import type { Assembly } from '../assembly/assembly.ts';
import { resolve } from '../assembly/intrinsics.ts';
import type { ProvidedResource, ResolvedResource } from '../assembly/resource.ts';
import { orderResources } from '../assembly/resource-order.ts';
import { createStackScope } from '../assembly/stack-scope.ts';
import type { TemplateResource } from '../assembly/template.ts';
import type { CloudContext } from '../cloud.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { ResourceProvider, ResourceProviders } from './provider.ts';

/** A resource that is up. */
export interface CreatedResource extends ResolvedResource, ProvidedResource {}

/** Creates all resources of all stacks, each after those it refers to. The first failure names stack, resource and type. */
export async function bringUp(
  assembly: Assembly,
  cloud: CloudContext,
  providers: ResourceProviders,
  custom: ResourceProvider,
): Promise<CreatedResource[]> {
  const providerOf = (type: string): ResourceProvider | undefined =>
    providers[type] ??
    (type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource' ? custom : undefined);
  refuseUnknownTypes(assembly, providerOf);
  const all: CreatedResource[] = [];
  const exports = new Map<string, Json>();
  for (const { template } of assembly.stacks) {
    const provided = new Map<string, ProvidedResource>();
    const scope = createStackScope(template, cloud, provided, exports);
    for (const resource of orderResources(template)) {
      if (resource.condition !== undefined && !scope.condition(resource.condition)) continue;
      try {
        const properties = resolve(resource.properties, scope);
        const resolved: ResolvedResource = { ...resource, stack: template.stack, properties: object(properties) };
        const created = await providerOf(resource.type)?.(resolved, cloud);
        if (created === undefined) throw new Error('no provider');
        provided.set(resource.logicalId, created);
        all.push({ ...resolved, ...created });
      } catch (error) {
        throw failure(template.stack, resource, error);
      }
    }
    for (const [name, output] of Object.entries(template.outputs)) {
      if (!isJsonObject(output)) continue;
      if (typeof output['Condition'] === 'string' && !scope.condition(output['Condition'])) continue;
      const value = resolve(output['Value'] ?? null, scope) ?? null;
      cloud.outputs.set(`${template.stack}.${name}`, value);
      const exported = isJsonObject(output['Export']) ? resolve(output['Export']['Name'] ?? null, scope) : undefined;
      if (typeof exported === 'string') exports.set(exported, value);
    }
  }
  for (const [name, value] of cloud.outputs) {
    if (typeof value === 'string') cloud.outputs.set(name, cloud.addresses.localize(value));
  }
  return all;
}

function refuseUnknownTypes(assembly: Assembly, providerOf: (type: string) => ResourceProvider | undefined): void {
  const unknown = assembly.stacks.flatMap(({ template }) =>
    [...template.resources.values()]
      .filter((resource) => providerOf(resource.type) === undefined)
      .map((resource) => `${resource.type} (${template.stack}/${resource.logicalId})`),
  );
  if (unknown.length > 0) {
    throw new Error(
      `The local cloud does not know these resource types: ${unknown.join(', ')}. Add a provider for each.`,
    );
  }
}

function failure(stack: string, resource: TemplateResource, error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  return new Error(`Stack ${stack}: ${resource.logicalId} (${resource.type}, ${resource.path}) failed: ${message}`, {
    cause: error,
  });
}

function object(value: Json | undefined): ResolvedResource['properties'] {
  return isJsonObject(value) ? value : {};
}
