import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App } from 'aws-cdk-lib/core';
import * as functions from '../../../contracts/functions.ts';
import type { Deployment } from '../../../lib/config/deployment.ts';
import { readDeployment } from '../../../lib/config/read-deployment.ts';
import { createHouse } from '../../../lib/house.ts';
import { createStacks } from '../../../lib/permanence.ts';
import { createApp } from '../../../lib/synthesize.ts';
import { centres, programmes } from '../../../programmes/index.ts';
import type { Json, Resource, Template } from './template.ts';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const known = { programmes, centres };
export const demo: Deployment = readDeployment(`${root}deployments/samps-demo.json`, known);

export interface Assembly {
  readonly folder: string;
  readonly app: App;
  /** By the last part of the stack's name: `Data`, `Centre`… */
  readonly templates: Readonly<Record<string, Template>>;
}

/** A deployment synthesized with stub handlers: infrastructure tests do not depend on what handlers do. */
export function synthesized(
  deployment: Deployment = demo,
  contactFlows = `${root}contact-flows`,
  people = known,
): Assembly {
  const app = appOf(deployment, contactFlows, people);
  const { directory } = app.synth();
  const templates: Record<string, Template> = {};
  for (const file of readdirSync(directory).filter((name) => name.endsWith('.template.json'))) {
    const part = file.slice(0, -'.template.json'.length).split('-').at(-1) ?? file;
    templates[part] = JSON.parse(readFileSync(join(directory, file), 'utf8')) as Template;
  }
  return { folder: directory, app, templates };
}

export function appOf(
  deployment: Deployment = demo,
  contactFlows = `${root}contact-flows`,
  people: typeof known = known,
): App {
  const folder = mkdtempSync(join(tmpdir(), 'permanence-infra-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const bundles = stubBundles(folder);
  const app = createApp(join(folder, 'cdk.out'));
  createStacks(app, createHouse(deployment, people, { bundles, contactFlows, web: stubSite(folder) }));
  return app;
}

/** A handler that does nothing for every function there may be. */
export function stubBundles(folder: string): string {
  const bundles = join(folder, 'bundles');
  for (const name of Object.values(functions).flat()) {
    mkdirSync(join(bundles, name), { recursive: true });
    writeFileSync(join(bundles, name, 'index.mjs'), `export const handler = () => ({ stub: '${name}' });\n`);
  }
  return bundles;
}

/** A web app of one page that says nothing. */
export function stubSite(folder: string): string {
  const site = join(folder, 'site');
  mkdirSync(join(site, 'application'), { recursive: true });
  writeFileSync(join(site, 'poste.html'), '<!doctype html><title>Poste</title>');
  writeFileSync(join(site, 'application', 'poste.js'), 'export {};');
  return site;
}

/** Every resource of one type, in all stacks or one. */
export function resourcesOf(
  assembly: Assembly,
  type: string,
  stack?: string,
): readonly (readonly [string, Resource])[] {
  return Object.entries(assembly.templates)
    .filter(([name]) => stack === undefined || name === stack)
    .flatMap(([, template]) => Object.entries(template.Resources))
    .filter(([, resource]) => resource.Type === type);
}

/** The properties of every resource of one type, with its logical id. */
export function propertiesOf(assembly: Assembly, type: string, stack?: string): readonly ListedProperties[] {
  return resourcesOf(assembly, type, stack).map(([id, { Properties }]) => ({ ...Properties, id }));
}

export interface ListedProperties {
  readonly id: string;
  readonly [property: string]: Json | undefined;
}

export type { Json };
