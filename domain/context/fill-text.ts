/** Fills the `{name}` places of a text; a place without a value is a fault of the content, named in the error. */
export function fillText(text: string, values: Readonly<Record<string, string | undefined>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) {
      throw new Error(`Text « ${text} » has no value for ${place}; accepted: ${Object.keys(values).join(', ')}`);
    }
    return value;
  });
}
