import { isJsonObject, type JsonObject, type JsonValue, own, ownArray, ownString } from '../json/json.ts';
import { legacyReference } from './legacy-reference.ts';

const asText = (value: JsonValue | undefined): string | undefined =>
  value === undefined || value === null || typeof value === 'object' ? undefined : String(value);

const nameOf = (parameter: JsonObject): string => ownString(parameter, 'name') ?? '';

/**
 * A block of an old export: `{id, type, target?, parameters: [{name, value, key?, namespace?}], branches: [{condition, transition}]}`.
 * It remembers which parameters were read: one that no conversion asked for has a meaning nobody is certain of.
 */
export class LegacyBlock {
  readonly id: string;
  /** `Transfer:Queue`, or the type alone. */
  readonly kind: string;
  readonly branches: readonly JsonObject[];
  /** What cannot be converted: one of these and the block stays as it is. */
  readonly doubts: string[] = [];
  /** What the conversion leaves out or writes another way, without changing where a contact goes. */
  readonly remarks: string[] = [];
  readonly #unread: Set<JsonObject>;

  constructor(json: JsonObject) {
    const list = (name: string) => (ownArray(json, name) ?? []).filter(isJsonObject);
    this.id = ownString(json, 'id') ?? '';
    this.kind = [ownString(json, 'type') ?? '', ownString(json, 'target') ?? []].flat().join(':');
    this.branches = list('branches');
    this.#unread = new Set(list('parameters'));
    this.#parameters = [...this.#unread];
  }
  readonly #parameters: readonly JsonObject[];

  /** The parameters of these names, in the order written. */
  all(...names: string[]): readonly JsonObject[] {
    const found = this.#parameters.filter((parameter) => names.includes(nameOf(parameter)));
    for (const parameter of found) this.#unread.delete(parameter);
    return found;
  }

  has(name: string): boolean {
    return this.#parameters.some((parameter) => nameOf(parameter) === name);
  }

  /** A static value as text, or the reference a dynamic one is. */
  valueOf(parameter: JsonObject): string | undefined {
    const text = asText(own(parameter, 'value'));
    const namespace = ownString(parameter, 'namespace');
    const resource = ownString(parameter, 'resourceName');
    if (namespace !== undefined && text !== undefined) {
      const path = legacyReference(namespace, text);
      if (path === undefined) this.doubts.push(`"${text}" of ${namespace} has no reference`);
      return path;
    }
    if (!text && resource !== undefined)
      this.remarks.push(`${nameOf(parameter)} has no id: the name "${resource}" stands for it`);
    return text || (resource ?? text);
  }

  text(name: string): string | undefined {
    const [parameter] = this.all(name);
    return parameter === undefined ? undefined : this.valueOf(parameter);
  }

  /** The value of a parameter without which the block means nothing. */
  needed(name: string): string {
    const value = this.text(name);
    if (value === undefined) this.doubts.push(`${name} is missing`);
    return value ?? '';
  }

  /** One of these values, as what it becomes. */
  oneOf<T>(name: string, accepted: Readonly<Record<string, T>>): T | undefined {
    const text = this.text(name);
    if (text !== undefined && Object.hasOwn(accepted, text)) return accepted[text];
    this.doubts.push(`${name} is ${text === undefined ? 'missing' : `"${text}"`}`);
    return undefined;
  }

  leaveOut(prefix: string): void {
    const names = [...this.#unread].map(nameOf).filter((name) => name.startsWith(prefix));
    if (this.all(...names).length > 0) this.remarks.push(`${names.join(', ')} left out`);
  }

  doubtTheUnread(): void {
    for (const parameter of this.#unread) this.doubts.push(`parameter ${nameOf(parameter)}`);
  }
}
