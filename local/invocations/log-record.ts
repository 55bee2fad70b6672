import type { LambdaOutcome } from '../cloud.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/** First line of the log: the inputs of the world. Another world cannot be replayed from it. */
export interface WorldRecord {
  readonly t: 'world';
  readonly seed: string;
  readonly start: string;
  /** Fingerprints of the templates. */
  readonly assembly: string;
}

export interface LoggedCall {
  readonly service: string;
  readonly action: string;
  readonly input: JsonObject;
  readonly lane: string;
  /** False when the service refused it. */
  readonly ok: boolean;
}

/** One completed invocation. */
export interface InvocationRecord {
  readonly t: 'invocation';
  readonly key: string;
  readonly function: string;
  /** Hash of the payload: a replay that asks for the same key with another payload is not the same world. */
  readonly payload: string;
  /** Virtual time, milliseconds since the epoch. */
  readonly at: number;
  readonly outcome: LambdaOutcome;
  readonly calls: readonly LoggedCall[];
  /** Caused by a person from outside. */
  readonly external?: true;
}

/** What a person did. */
export interface InputRecord {
  readonly t: 'input';
  readonly kind: string;
  readonly data: JsonObject;
  readonly at: number;
}

export type LogRecord = WorldRecord | InvocationRecord | InputRecord;

/** Reads one line; undefined when it is not a whole record. */
export function parseLogRecord(line: string): LogRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // A line cut short by a crash: the caller decides whether it was the last one.
    return undefined;
  }
  return isLogRecord(value) ? value : undefined;
}

function isLogRecord(value: unknown): value is LogRecord {
  if (!isJsonObject(value)) return false;
  const has = (type: 'string' | 'number' | 'object', ...names: string[]) =>
    names.every((name) => {
      const member: Json | undefined = value[name];
      return member !== undefined && member !== null && typeof member === type;
    });
  if (value['t'] === 'world') return has('string', 'seed', 'start', 'assembly');
  if (value['t'] === 'input') return has('string', 'kind') && has('number', 'at') && has('object', 'data');
  return (
    value['t'] === 'invocation' &&
    has('string', 'key', 'function', 'payload') &&
    has('number', 'at') &&
    has('object', 'outcome', 'calls')
  );
}
