import type { EdgeFunction } from './edge-function.ts';
import type { HeadersPolicy } from './headers-policy.ts';

/** A distribution as its template describes it. */
export interface DistributionModel {
  readonly id: string;
  readonly arn: string;
  /** The default behavior is the last: it takes every path. */
  readonly behaviors: readonly Behavior[];
  readonly origins: ReadonlyMap<string, Origin>;
}

export interface Behavior {
  /** `*` any characters, `?` one. */
  readonly pathPattern: string;
  readonly originId: string;
  readonly methods: readonly string[];
  readonly compress: boolean;
  readonly viewerRequest?: EdgeFunction;
  readonly headers?: HeadersPolicy;
  /** The origin is told of the country of the viewer. */
  readonly tellsCountry: boolean;
}

export type Origin =
  | { readonly kind: 'bucket'; readonly bucket: string }
  /** Host of an API of the templates. */
  | { readonly kind: 'api'; readonly host: string };

/** The behavior of a path: the first whose pattern it matches (developer guide, "Path pattern"). */
export function behaviorOf({ behaviors }: DistributionModel, path: string): Behavior {
  const found = behaviors.find(({ pathPattern }) => matchesPattern(pathPattern, path));
  if (found === undefined) throw new Error(`no behavior for ${path}: a distribution has a default one`);
  return found;
}

export function matchesPattern(pattern: string, path: string): boolean {
  const whole = pattern.startsWith('/') || pattern.startsWith('*') ? pattern : `/${pattern}`;
  const expression = whole
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`).test(path);
}
