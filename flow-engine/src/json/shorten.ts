/** A value as it is quoted in an error: readable, on one line, never a megabyte. */
export const shorten = (value: unknown, limit = 80): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
};
