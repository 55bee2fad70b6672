import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/** One resource as the template writes it. */
export interface TemplateResource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly dependsOn: readonly string[];
  readonly condition: string | undefined;
  readonly path: string;
}

/** A CloudFormation template, sections absent from the file empty. */
export interface Template {
  readonly stack: string;
  readonly resources: ReadonlyMap<string, TemplateResource>;
  readonly parameters: JsonObject;
  readonly mappings: JsonObject;
  readonly conditions: JsonObject;
  readonly outputs: JsonObject;
}

const sections = new Set([
  'AWSTemplateFormatVersion',
  'Description',
  'Metadata',
  'Parameters',
  'Mappings',
  'Conditions',
  'Rules',
  'Resources',
  'Outputs',
]);

/** Reads a parsed template; `Transform` and other sections that change its meaning are refused. */
export function parseTemplate(stack: string, source: unknown): Template {
  if (!isJsonObject(source)) throw new Error(`Template of stack ${stack}: expected a JSON object`);
  for (const section of Object.keys(source)) {
    if (!sections.has(section)) {
      throw new Error(
        `Template of stack ${stack}: unknown section "${section}"; accepted: ${[...sections].join(', ')}`,
      );
    }
  }
  const resources = new Map<string, TemplateResource>();
  for (const [logicalId, resource] of Object.entries(section(source, 'Resources'))) {
    resources.set(logicalId, parseResource(stack, logicalId, resource));
  }
  return {
    stack,
    resources,
    parameters: section(source, 'Parameters'),
    mappings: section(source, 'Mappings'),
    conditions: section(source, 'Conditions'),
    outputs: section(source, 'Outputs'),
  };
}

function section(source: JsonObject, name: string): JsonObject {
  const value = source[name];
  return isJsonObject(value) ? value : {};
}

function parseResource(stack: string, logicalId: string, source: Json): TemplateResource {
  const type = isJsonObject(source) ? source['Type'] : undefined;
  if (!isJsonObject(source) || typeof type !== 'string') {
    throw new Error(`Resource ${logicalId} of stack ${stack}: "Type" is missing`);
  }
  const metadata = source['Metadata'];
  const path = isJsonObject(metadata) ? metadata['aws:cdk:path'] : undefined;
  const dependsOn = source['DependsOn'];
  const condition = source['Condition'];
  const properties = source['Properties'];
  return {
    logicalId,
    type,
    properties: isJsonObject(properties) ? properties : {},
    dependsOn: Array.isArray(dependsOn) ? dependsOn.map(String) : typeof dependsOn === 'string' ? [dependsOn] : [],
    condition: typeof condition === 'string' ? condition : undefined,
    path: typeof path === 'string' ? path : `${stack}/${logicalId}`,
  };
}
