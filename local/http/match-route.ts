import type { Route } from './api-model.ts';

export interface MatchedRoute {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/**
 * The route of a request, as API Gateway chooses (developer guide, "Create routes for HTTP APIs"): the most specific full match,
 * then a greedy `{proxy+}`, then `$default`; at equal paths the method before `ANY`.
 */
export function matchRoute(routes: readonly Route[], method: string, path: string): MatchedRoute | undefined {
  let best: (MatchedRoute & { readonly rank: string }) | undefined;
  for (const route of routes) {
    const matched = matchOne(route, method, path);
    if (matched !== undefined && (best === undefined || matched.rank > best.rank)) best = matched;
  }
  return best;
}

/** `rank` compares as text, segment by segment: literal 3, parameter 2, greedy 1, `$default` empty; then the method. */
function matchOne(route: Route, method: string, path: string): (MatchedRoute & { readonly rank: string }) | undefined {
  if (route.routeKey === '$default') return { route, pathParameters: {}, rank: '' };
  const [routeMethod = '', template = ''] = route.routeKey.split(' ');
  if (routeMethod !== method && routeMethod !== 'ANY') return undefined;
  const expected = segments(template);
  const actual = segments(path);
  const pathParameters: Record<string, string> = {};
  let rank = '';
  for (const [i, segment] of expected.entries()) {
    const greedy = /^\{(.+)\+\}$/.exec(segment)?.[1];
    if (greedy !== undefined) {
      if (i >= actual.length) return undefined;
      pathParameters[greedy] = actual.slice(i).map(decode).join('/');
      return { route, pathParameters, rank: `${rank}1` };
    }
    const value = actual[i];
    if (value === undefined) return undefined;
    const name = /^\{(.+)\}$/.exec(segment)?.[1];
    if (name !== undefined && value !== '') pathParameters[name] = decode(value);
    else if (segment !== value) return undefined;
    rank += name === undefined ? '3' : '2';
  }
  if (expected.length !== actual.length) return undefined;
  return { route, pathParameters, rank: `${rank}9${routeMethod === 'ANY' ? '0' : '1'}` };
}

/** A trailing slash does not matter. */
function segments(path: string): string[] {
  return path.replace(/^\/|\/$/g, '').split('/');
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray `%` is not an escape: the segment is meant as it stands.
    return segment;
  }
}
