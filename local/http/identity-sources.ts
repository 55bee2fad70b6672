import type { ApiRequest } from './api-model.ts';

/** Values of the identity sources of a request, or undefined when one is missing (then API Gateway answers 401). */
export function identityOf(sources: readonly string[], request: ApiRequest): string[] | undefined {
  const values = sources.map((source) => {
    const [, kind, name = ''] = /^\$request\.(header|querystring)\.(.+)$/.exec(source) ?? [];
    const value =
      kind === 'header' ? request.headers[name.toLowerCase()] : new URLSearchParams(request.query).get(name);
    return value ?? '';
  });
  return values.includes('') ? undefined : values;
}

/** Throws when a source of the template is of a kind that is not served. */
export function checkIdentitySource(source: string): void {
  if (/^\$request\.(header|querystring)\.[\w-]+$/.test(source)) return;
  throw new Error(`identity source ${source}: accepted are $request.header.<name> and $request.querystring.<name>`);
}
