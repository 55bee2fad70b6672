import type { ApiResponse } from '../http/api-model.ts';
import type { PropertyReader } from '../resources/property-reader.ts';

/** Headers that CloudFront adds to what it answers. */
export interface HeadersPolicy {
  readonly headers: readonly AddedHeader[];
}

interface AddedHeader {
  readonly name: string;
  readonly value: string;
  /** Takes the place of what the origin says. */
  readonly override: boolean;
}

/** `ResponseHeadersPolicyConfig`. Refuses what is not served here. */
export function readHeadersPolicy(config: PropertyReader): HeadersPolicy {
  config.accept('Comment', 'CustomHeadersConfig', 'Name', 'SecurityHeadersConfig');
  const headers: AddedHeader[] = [];
  const security = config.optionalObject('SecurityHeadersConfig');
  security?.accept(
    'ContentSecurityPolicy',
    'ContentTypeOptions',
    'FrameOptions',
    'ReferrerPolicy',
    'StrictTransportSecurity',
  );
  const add = (name: string, member: string, value: (part: PropertyReader) => string) => {
    const part = security?.optionalObject(member);
    if (part !== undefined) headers.push({ name, value: value(part), override: part.flag('Override', false) });
  };
  add('content-security-policy', 'ContentSecurityPolicy', (part) => part.text('ContentSecurityPolicy'));
  add('x-content-type-options', 'ContentTypeOptions', () => 'nosniff');
  add('x-frame-options', 'FrameOptions', (part) => part.text('FrameOption'));
  add('referrer-policy', 'ReferrerPolicy', (part) => part.text('ReferrerPolicy'));
  add('strict-transport-security', 'StrictTransportSecurity', (part) => {
    const all = part.flag('IncludeSubdomains', false) ? '; includeSubDomains' : '';
    return `max-age=${part.number('AccessControlMaxAgeSec', 0)}${all}`;
  });
  for (const item of config.optionalObject('CustomHeadersConfig')?.objects('Items') ?? []) {
    headers.push({
      name: item.text('Header').toLowerCase(),
      value: item.text('Value'),
      override: item.flag('Override', false),
    });
  }
  return { headers };
}

/** The answer with the headers of the policy; `localize` gives the addresses that hold here. */
export function withHeaders(
  response: ApiResponse,
  policy: HeadersPolicy | undefined,
  localize: (text: string) => string,
): ApiResponse {
  const headers: Record<string, string> = { ...response.headers };
  for (const { name, value, override } of policy?.headers ?? []) {
    if (override || headers[name] === undefined) headers[name] = localize(value);
  }
  return { ...response, headers };
}
