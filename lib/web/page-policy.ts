/** What pages of the web app may load and speak to. */
export interface PagePolicy {
  /** Base of the hosted sign-in, where signing out goes on to. */
  readonly signInUrl: string;
  /** Addresses of the Connect instance, whose softphone is in a frame. */
  readonly instanceUrls: readonly string[];
}

/**
 * Content-Security-Policy of the pages: scripts, styles and requests of this site only, no code from text, no frame around. `'self'` holds for the
 * WebSocket of the same host too (CSP level 3).
 */
export function contentSecurityPolicy({ signInUrl, instanceUrls }: PagePolicy): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    `frame-src ${instanceUrls.join(' ')}`,
    `form-action 'self' ${signInUrl}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Permissions-Policy: the microphone for the softphone, nothing else. */
export function permissionsPolicy(instanceUrls: readonly string[]): string {
  const allowed = instanceUrls.map((url) => `"${url}"`).join(' ');
  return `microphone=(self ${allowed}), autoplay=(self ${allowed}), camera=(), geolocation=(), payment=(), usb=()`;
}
