import { isJsonObject, type JsonObject, type JsonValue, own } from '../json/json.ts';
import { dequeueType } from '../model/action-types.ts';
import type { Strategy } from './test-case.ts';

interface Override {
  readonly actionType: string;
  readonly parameters: JsonObject;
  readonly strategy: Strategy;
}

/** Two names of one resource: an id is the tail of its ARN. */
const isSameResource = (written: JsonValue, actual: JsonValue | undefined): boolean => {
  if (typeof written === 'string' && typeof actual === 'string')
    return (
      written === actual ||
      actual.endsWith(`/${written}`) ||
      written.endsWith(`/${actual}`) ||
      actual.endsWith(`:${written}`)
    );
  if (isJsonObject(written) && isJsonObject(actual))
    return Object.entries(written).every(([key, value]) => isSameResource(value, own(actual, key)));
  return JSON.stringify(written) === JSON.stringify(actual);
};

/** Does an action with these resolved parameters concern the resources a test names? Parameters a test leaves out do not count. */
export const concerns = (written: JsonObject, actual: JsonObject): boolean => isSameResource(written, actual);

const dequeue = dequeueType;
const canonical = (actionType: string): string => (actionType === 'DequeueAndTransferToQueue' ? dequeue : actionType);

/** Overrides wait in line, per resource; each is used once, by the next invocation it concerns. */
export class OverrideQueue {
  #waiting: Override[] = [];

  add(override: Override): void {
    this.#waiting.push({ ...override, actionType: canonical(override.actionType) });
  }

  take(actionType: string, parameters: JsonObject): Strategy | undefined {
    const index = this.#waiting.findIndex(
      (override) => override.actionType === canonical(actionType) && concerns(override.parameters, parameters),
    );
    return index === -1 ? undefined : this.#waiting.splice(index, 1)[0]?.strategy;
  }

  get left(): number {
    return this.#waiting.length;
  }
}
