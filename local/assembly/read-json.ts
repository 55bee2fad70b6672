import { existsSync, readFileSync } from 'node:fs';
import { isJsonObject, type JsonObject } from '../json.ts';
import { StartRefused } from '../start-refused.ts';

/** Reads a JSON object; a missing or malformed file is named. */
export function readJson(file: string): JsonObject {
  if (!existsSync(file))
    throw new StartRefused(`${file} does not exist; accepted is a folder that npm run synth wrote, such as cdk.out`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StartRefused(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isJsonObject(value)) throw new StartRefused(`${file}: expected a JSON object`);
  return value;
}
