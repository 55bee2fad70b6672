/** Identifiers and counts only: never a name, a phone number, a text by a person (COMMON-51). */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Writes one JSON line, which CloudWatch Logs reads as fields. */
export function log(level: 'info' | 'warn' | 'error', message: string, fields: LogFields = {}): void {
  process.stdout.write(`${JSON.stringify({ level, message, ...fields })}\n`);
}

/** Fields of an error for the log: our messages name fields and accepted forms, not people. */
export function errorFields(error: unknown): LogFields {
  return error instanceof Error
    ? { error: error.name, reason: withoutNumbers(error.message) }
    : { error: typeof error };
}

/** Messages by others (SDKs) may quote an input: anything like a phone number is cut out. */
function withoutNumbers(text: string): string {
  return text.replace(/\+\d{5,15}/g, '+…');
}
