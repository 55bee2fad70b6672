import { isJsonObject, type Json } from '../json.ts';

/**
 * The items an answer reports as failed (`{batchItemFailures: [{itemIdentifier}]}`). An empty or absent list is a success;
 * undefined = the answer is malformed or names an unknown item, which Lambda takes as a failure of the whole batch.
 */
export function failedItems(answer: Json, known: ReadonlySet<string>): ReadonlySet<string> | undefined {
  if (answer === null || answer === '') return new Set();
  if (!isJsonObject(answer)) return undefined;
  const list = answer['batchItemFailures'] ?? null;
  if (list === null) return new Set();
  if (!Array.isArray(list)) return undefined;
  const failed = new Set<string>();
  for (const item of list) {
    const id = isJsonObject(item) ? item['itemIdentifier'] : undefined;
    if (typeof id !== 'string' || !known.has(id)) return undefined;
    failed.add(id);
  }
  return failed;
}
