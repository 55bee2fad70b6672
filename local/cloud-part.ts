import type { AssetFile } from './assembly/assets.ts';
import type { CloudContext } from './cloud.ts';
import type { LocalLambda } from './lambda/local-lambda.ts';
import type { ResourceProviders } from './resources/provider.ts';

/**
 * One part of the local cloud (storage, services, http, connect): made before the stacks come up, so that its endpoints exist
 * when functions are created. Each folder exports its maker from `index.ts`:
 * `createStoragePart`, `createServicesPart`, `createHttpPart`, `createConnectPart`.
 */
export interface CloudPart {
  /** The resource types this part brings up. A type claimed twice is an error. */
  readonly providers: ResourceProviders;
  /** Called once when all stacks are up. */
  ready?(): void | Promise<void>;
  stop?(): void | Promise<void>;
}

/** What the core has that parts may need. */
export interface CoreGround {
  /** What CDK would upload, by the last segment of its key. */
  readonly assets: ReadonlyMap<string, AssetFile>;
  readonly lambda: LocalLambda;
}

export type CreateCloudPart = (cloud: CloudContext, core: CoreGround) => CloudPart | Promise<CloudPart>;
