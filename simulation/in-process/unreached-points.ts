/** Port calls that a cycle of calls never makes, by what they are for: other capabilities, each with its own tests of crashes or none to lose. */
export const unreachedPoints: readonly { readonly pattern: RegExp; readonly because: string }[] = [];
