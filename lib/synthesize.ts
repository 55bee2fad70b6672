import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib/core';
import {
  alertFunctionNames,
  appointmentFunctionNames,
  centreFunctionNames,
  dashboardFunctionNames,
  followUpFunctionNames,
  houseFunctionNames,
  knowledgeFunctionNames,
  messageFunctionNames,
  outboundFunctionNames,
  retentionFunctionNames,
  surveyFunctionNames,
} from '../contracts/functions.ts';
import { centres, programmes } from '../programmes/index.ts';
import { buildWeb } from './bundling/build-web.ts';
import { bundleHandlers } from './bundling/bundle-handlers.ts';
import type { WebSizes } from './bundling/web-sizes.ts';
import { readDeployment } from './config/read-deployment.ts';
import { createHouse } from './house.ts';
import { createStacks } from './permanence.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Behaviour of the CDK that decides what templates say. Here and not in cdk.json, which only the `cdk` command reads: `node bin/permanence.ts`
 * must write the same templates.
 */
const cdkFlags = {
  '@aws-cdk/core:checkSecretUsage': true,
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/aws-lambda:recognizeLayerVersion': true,
  '@aws-cdk/aws-lambda:useCdkManagedLogGroup': false,
  '@aws-cdk/core:enablePartitionLiterals': true,
  // A stack cannot take away what another still uses.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  // Messages of CloudFormation and of the local cloud then name the construct.
  'aws:cdk:enable-path-metadata': true,
};

const usualConfig = 'deployments/samps-demo.json';

/**
 * Reads a deployment file and writes its cloud assembly. Offline. The file is named by the variable PERMANENCE_CONFIG or by the context `config`
 * (`cdk synth -c config=…`). Throws ConfigError, BundleError or FlowFileError, which name the place, the value and what is accepted.
 */
export async function synthesize(environment: NodeJS.ProcessEnv): Promise<void> {
  const app = createApp(environment['CDK_OUTDIR'] ?? 'cdk.out');
  const asked: unknown = app.node.tryGetContext('config');
  const config = environment['PERMANENCE_CONFIG'] ?? (typeof asked === 'string' ? asked : `${root}${usualConfig}`);
  const known = { programmes, centres };
  const deployment = readDeployment(config, known);
  const has = (
    part: 'outbound' | 'survey' | 'messages' | 'followUp' | 'alerts' | 'retention' | 'knowledge' | 'appointments',
  ) => deployment.programmes.some((name) => programmes[name]?.[part] !== undefined);
  const names = [
    ...houseFunctionNames,
    ...(deployment.instance === undefined ? [] : centreFunctionNames),
    ...(has('alerts') ? alertFunctionNames : []),
    ...(has('outbound') ? outboundFunctionNames : []),
    ...(has('survey') ? surveyFunctionNames : []),
    ...(has('messages') ? messageFunctionNames : []),
    ...(has('appointments') ? appointmentFunctionNames : []),
    ...(has('knowledge') ? knowledgeFunctionNames : []),
    ...(has('retention') ? retentionFunctionNames : []),
    ...(has('followUp') ? [...followUpFunctionNames, ...dashboardFunctionNames] : []),
  ];
  const bundles = await bundleHandlers({ root, names });
  const web = deployment.instance === undefined ? undefined : await buildWeb({ root, onBuilt: printSizes });
  createStacks(
    app,
    createHouse(deployment, known, {
      bundles,
      contactFlows: `${root}contact-flows`,
      ...(web === undefined ? {} : { web }),
    }),
  );
  app.synth();
}

/** Said when it is built, not when it was there. */
function printSizes({ pages }: WebSizes): void {
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} kB`;
  for (const { page, bytes, styles, budget } of pages) {
    process.stdout.write(
      `web/${page}: ${kilobytes(bytes)} of scripts compressed (at most ${kilobytes(budget)}), ${kilobytes(styles)} of styles\n`,
    );
  }
}

/** Nothing in an assembly depends on who synthesizes it, or when. */
export function createApp(outdir: string): App {
  return new App({
    outdir,
    context: cdkFlags,
    analyticsReporting: false,
    treeMetadata: false,
    // Three quarters of the time of a synthesis, for what cfn-lint says of the same templates in CI.
    builtinCloudFormationValidation: false,
  });
}
