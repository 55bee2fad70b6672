/** Names under which Connect says that its rate is exceeded: which one is not documented for every API. */
const names: ReadonlySet<string> = new Set([
  'TooManyRequestsException',
  'ThrottlingException',
  'LimitExceededException',
]);

/** Whether a call was refused because too many came at once: the same call is right a moment later. */
export function isThrottled(error: unknown): boolean {
  return error instanceof Error && names.has(error.name);
}
