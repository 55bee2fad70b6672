import { isJsonObject, type JsonObject, type JsonValue, own, ownArray, ownString } from '../json/json.ts';
import { legacyReference } from './legacy-reference.ts';

const asText = (value: JsonValue | undefined): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined;

const entries = (json: JsonObject, name: string): readonly JsonObject[] =>
  (ownArray(json, name) ?? []).filter(isJsonObject);

/**
 * A block of an old export: `{id, type, target?, parameters: [{name, value, key?, namespace?}], branches: [{condition, transition}]}`.
 * It remembers what was read of it: a parameter or branch that no conversion asked for has a meaning nobody is certain of.
 */
export class LegacyBlock {
  readonly id: string;
  /** `Transfer:Queue`, or the type alone. */
  readonly kind: string;
  /** What cannot be converted: one of these and the block stays as it is. */
  readonly doubts: string[] = [];
  /** What the conversion leaves out or takes another way, without changing where a contact goes. */
  readonly remarks: string[] = [];
  readonly #parameters: readonly JsonObject[];
  readonly #branches: readonly JsonObject[];
  readonly #read = new Set<JsonObject>();

  constructor(json: JsonObject) {
    this.id = ownString(json, 'id') ?? '';
    this.kind = [ownString(json, 'type') ?? '', ownString(json, 'target') ?? []].flat().join(':');
    this.#parameters = entries(json, 'parameters');
    this.#branches = entries(json, 'branches');
  }

  /** The parameters of these names, in the order written. */
  all(...names: string[]): readonly JsonObject[] {
    const found = this.#parameters.filter((parameter) => names.includes(ownString(parameter, 'name') ?? ''));
    for (const parameter of found) this.#read.add(parameter);
    return found;
  }

  /** A static value as text, or the reference a dynamic one is. */
  valueOf(parameter: JsonObject): string | undefined {
    const text = asText(own(parameter, 'value'));
    const namespace = ownString(parameter, 'namespace');
    const name = ownString(parameter, 'name') ?? '';
    if (namespace !== undefined && text !== undefined) {
      const path = legacyReference(namespace, text);
      if (path === undefined) this.doubts.push(`${name} is "${text}" of ${namespace}, which has no reference`);
      return path;
    }
    const resource = ownString(parameter, 'resourceName');
    if ((text === undefined || text === '') && resource !== undefined) {
      this.remarks.push(`${name} has no id: the name "${resource}" stands for it`);
      return resource;
    }
    return text;
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

  /** Where a branch leads; of several with one condition, the first. */
  to(condition: string): string | undefined {
    const [branch] = this.branches(condition);
    return branch === undefined ? undefined : ownString(branch, 'transition');
  }

  branches(condition: string): readonly JsonObject[] {
    const found = this.#branches.filter((branch) => ownString(branch, 'condition') === condition);
    for (const branch of found) this.#read.add(branch);
    return found;
  }

  get allBranches(): readonly JsonObject[] {
    return this.#branches;
  }

  /** Names what was not asked for. */
  doubtTheRest(): void {
    for (const parameter of this.#parameters)
      if (!this.#read.has(parameter)) this.doubts.push(`parameter ${ownString(parameter, 'name') ?? '(unnamed)'}`);
    for (const branch of this.#branches)
      if (!this.#read.has(branch)) this.doubts.push(`branch ${ownString(branch, 'condition') ?? '(unnamed)'}`);
  }
}
