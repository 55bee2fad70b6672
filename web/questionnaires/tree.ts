/** A definition is kept as it came: what the page does not show stays as it is. */
export type Members = Readonly<Record<string, unknown>>;

/** Where a value is, from the top. */
export type Place = readonly (string | number)[];

export function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function listIn(value: unknown, name: string): readonly unknown[] {
  const list = membersOf(value)[name];
  return Array.isArray(list) ? list : [];
}

export function textIn(value: unknown, name: string): string {
  const text = membersOf(value)[name];
  return typeof text === 'string' ? text : '';
}

export function numberIn(value: unknown, name: string): number | undefined {
  const number = membersOf(value)[name];
  return typeof number === 'number' ? number : undefined;
}

/** The same with another value at this place; `undefined` takes a member away. */
export function replaced(tree: unknown, place: Place, value: unknown): unknown {
  const [step, ...rest] = place;
  if (step === undefined) {
    return value;
  }
  if (typeof step === 'number') {
    const list = Array.isArray(tree) ? tree : [];
    return list.map((one: unknown, at) => (at === step ? replaced(one, rest, value) : one));
  }
  const members = membersOf(tree);
  const changed = replaced(members[step], rest, value);
  return Object.fromEntries(
    Object.entries({ ...members, [step]: changed }).filter(([name, kept]) => name !== step || kept !== undefined),
  );
}
