import { existsSync, readFileSync } from 'node:fs';
import { isJsonObject, type JsonObject } from '../json.ts';

/** Reads a JSON object; a missing or malformed file is named. */
export function readJson(file: string): JsonObject {
  if (!existsSync(file)) throw new Error(`${file} does not exist; synthesize the app first (npm run synth)`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isJsonObject(value)) throw new Error(`${file}: expected a JSON object`);
  return value;
}
