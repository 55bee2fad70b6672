import type { ProvidedResource, ResolvedResource } from '../assembly/resource.ts';
import type { CloudContext } from '../cloud.ts';

/** Brings up one resource in the local cloud. Throws an error naming the property, the value and what is accepted. */
export type ResourceProvider = (
  resource: ResolvedResource,
  cloud: CloudContext,
) => ProvidedResource | Promise<ProvidedResource>;

/** Providers by CloudFormation type. */
export type ResourceProviders = Readonly<Record<string, ResourceProvider>>;
