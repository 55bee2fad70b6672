/** The present, ISO instant UTC with milliseconds. Handlers read it once an event and give it to the domain, which has no clock. */
export function now(): string {
  return new Date().toISOString();
}
