import { isJsonObject, type JsonObject } from '../json.ts';
import { invalid } from './sms-error.ts';

/** Reads the input of a call; refusals are ValidationException, naming member, value and what is accepted. */
export class SmsInput {
  readonly #values: JsonObject;

  /** `known`: the members that are understood; one that is not is refused, since it would be ignored in silence. */
  constructor(values: JsonObject, known: readonly string[]) {
    const unknown = Object.keys(values).find((name) => !known.includes(name));
    if (unknown !== undefined) throw invalid(unknown, values[unknown], `locally ${known.join(', ')}`);
    this.#values = values;
  }

  optionalText(name: string, pattern: RegExp, accepted: string): string | undefined {
    const value = this.#values[name] ?? undefined;
    if (value === undefined) return undefined;
    if (typeof value !== 'string' || !pattern.test(value)) throw invalid(name, value, accepted);
    return value;
  }

  text(name: string, pattern: RegExp, accepted: string): string {
    const value = this.optionalText(name, pattern, accepted);
    if (value === undefined) throw invalid(name, value, accepted);
    return value;
  }

  integer(name: string, least: number, most: number, absent: number): number {
    const value = this.#values[name] ?? absent;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    throw invalid(name, value, `an integer from ${least} to ${most}`);
  }

  flag(name: string): boolean {
    const value = this.#values[name] ?? false;
    if (typeof value === 'boolean') return value;
    throw invalid(name, value, 'true or false');
  }

  texts(name: string, most: number): readonly string[] {
    const value = this.#values[name] ?? [];
    if (Array.isArray(value) && value.length <= most && value.every((each) => typeof each === 'string')) {
      return value.map(String);
    }
    throw invalid(name, value, `a list of at most ${most} texts`);
  }

  /** A map of at most `most` texts: keys of 1 to 100, values of 1 to 800 characters. */
  textMap(name: string, most: number): Readonly<Record<string, string>> {
    const value = this.#values[name] ?? {};
    const accepted = `at most ${most} texts, keys of 1 to 100 characters, values of 1 to 800`;
    if (!isJsonObject(value) || Object.keys(value).length > most) throw invalid(name, value, accepted);
    const texts: Record<string, string> = {};
    for (const [key, text] of Object.entries(value)) {
      const fits = typeof text === 'string' && key.length <= 100 && text.length >= 1 && text.length <= 800;
      if (!fits || key === '') throw invalid(name, value, accepted);
      texts[key] = text;
    }
    return texts;
  }
}
