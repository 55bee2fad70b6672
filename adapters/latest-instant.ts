const instant = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** The greatest ISO instant that an item holds anywhere, keys included; undefined when it holds none. */
export function latestInstant(item: Readonly<Record<string, unknown>>): string | undefined {
  return JSON.stringify(item).match(instant)?.sort().at(-1);
}
