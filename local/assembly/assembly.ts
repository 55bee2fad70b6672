import { join } from 'node:path';
import { isJsonObject } from '../json.ts';
import { type AssetFile, readAssets } from './assets.ts';
import { readJson } from './read-json.ts';
import { parseTemplate, type Template } from './template.ts';

interface AssemblyStack {
  readonly template: Template;
  /** Region of the environment, e.g. `eu-central-1`; undefined for an environment-agnostic stack. */
  readonly region: string | undefined;
  readonly account: string | undefined;
}

/** A synthesized cloud assembly (`cdk.out`). */
export interface Assembly {
  readonly folder: string;
  /** In dependency order. */
  readonly stacks: readonly AssemblyStack[];
  /** Asset files by object key, e.g. `<hash>.zip` -> the folder that CDK would zip. */
  readonly assets: ReadonlyMap<string, AssetFile>;
}

/** Reads `manifest.json` and all it names; stages (nested assemblies) included. */
export function readAssembly(folder: string): Assembly {
  const manifest = readJson(join(folder, 'manifest.json'));
  const artifacts = manifest['artifacts'];
  if (!isJsonObject(artifacts)) throw new Error(`${join(folder, 'manifest.json')}: "artifacts" is missing`);
  const stacks = new Map<string, { stack: AssemblyStack; needs: string[] }>();
  const nested: Assembly[] = [];
  const assets = new Map<string, AssetFile>();
  for (const [name, artifact] of Object.entries(artifacts)) {
    if (!isJsonObject(artifact)) continue;
    const properties = isJsonObject(artifact['properties']) ? artifact['properties'] : {};
    if (artifact['type'] === 'aws:cloudformation:stack') {
      const [account, region] = environment(artifact['environment']);
      const stackName = typeof properties['stackName'] === 'string' ? properties['stackName'] : name;
      const file = join(folder, String(properties['templateFile']));
      const needs = Array.isArray(artifact['dependencies']) ? artifact['dependencies'].map(String) : [];
      stacks.set(name, { stack: { template: parseTemplate(stackName, readJson(file)), region, account }, needs });
    } else if (artifact['type'] === 'cdk:asset-manifest') {
      for (const asset of readAssets(folder, String(properties['file']))) assets.set(asset.objectKey, asset);
    } else if (artifact['type'] === 'cdk:cloud-assembly') {
      nested.push(readAssembly(join(folder, String(properties['directoryName']))));
    }
  }
  for (const inner of nested) for (const [key, asset] of inner.assets) assets.set(key, asset);
  return { folder, stacks: [...inOrder(stacks), ...nested.flatMap((inner) => inner.stacks)], assets };
}

function environment(value: unknown): [account: string | undefined, region: string | undefined] {
  const match = typeof value === 'string' ? /^aws:\/\/([^/]+)\/(.+)$/.exec(value) : null;
  const known = (part: string | undefined) => (part === undefined || part.startsWith('unknown-') ? undefined : part);
  return [known(match?.[1]), known(match?.[2])];
}

function inOrder(stacks: ReadonlyMap<string, { stack: AssemblyStack; needs: string[] }>): AssemblyStack[] {
  const ordered: AssemblyStack[] = [];
  const done = new Set<string>();
  const visit = (name: string): void => {
    const entry = stacks.get(name);
    if (entry === undefined || done.has(name)) return;
    done.add(name);
    for (const need of entry.needs) visit(need);
    ordered.push(entry.stack);
  };
  for (const name of stacks.keys()) visit(name);
  return ordered;
}
