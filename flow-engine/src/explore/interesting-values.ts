import { actionTable } from '../actions/action-table.ts';
import type { ParameterRule } from '../actions/parameter-rule.ts';
import { walkTexts } from '../check/walk-texts.ts';
import { isJsonObject, type JsonValue, own, ownString } from '../json/json.ts';
import type { Condition, Flow } from '../model/flow.ts';
import { parseJsonPath } from '../reference/json-path.ts';
import { referencesIn } from '../reference/template.ts';
import { type Option, option } from './chooser.ts';

const dialable = '+33100000000';
const nobody = 'nobody-would-say-this';

/** Values on both sides of a condition. */
const around = ({ operator, operands: [operand = ''] }: Condition): readonly string[] => {
  const number = Number(operand);
  if (operator.startsWith('Number')) return [String(number - 1), operand, String(number + 1)];
  return operator === 'TextStartsWith' ? [`${operand}x`] : operator === 'TextEndsWith' ? [`x${operand}`] : [operand];
};

const nameOf = (text: string | undefined): string | undefined => {
  const path = text === undefined ? undefined : parseJsonPath(text);
  return path?.segments.join('\n');
};

/** References that must be whole numbers, with numbers in range. */
const integersIn = (
  rule: ParameterRule | undefined,
  value: JsonValue | undefined,
): readonly (readonly [name: string, values: readonly string[]])[] => {
  if (rule?.kind === 'object' && isJsonObject(value))
    return Object.entries(value).flatMap(([key, item]) => integersIn(own(rule.properties, key), item));
  const name = rule?.kind === 'integer' && typeof value === 'string' ? nameOf(value) : undefined;
  if (rule?.kind !== 'integer' || name === undefined) return [];
  return [[name, [...new Set([Math.min(2, rule.maximum), rule.minimum])].map(String).concat(nobody)]];
};

/** For every reference the flows read, the values that make a difference somewhere: keys are segments joined by line feeds. */
export const interestingValues = (flows: readonly Flow[]): ReadonlyMap<string, readonly string[]> => {
  const values = new Map<string, Set<string>>();
  const aliases: [target: string, source: string][] = [];
  const add = (name: string, more: Iterable<string>): void => {
    const known = values.get(name) ?? new Set<string>();
    values.set(name, known);
    for (const value of more) known.add(value);
  };
  for (const flow of flows)
    for (const { type, parameters, conditions } of flow.actions.values()) {
      walkTexts(parameters, '', (text) => {
        for (const { segments } of referencesIn(text)) add(segments.join('\n'), []);
      });
      for (const [name, bounds] of integersIn(actionTable.get(type)?.parameters, parameters)) add(name, bounds);
      const compared = type === 'Compare' ? nameOf(ownString(parameters, 'ComparisonValue')) : undefined;
      if (compared !== undefined) add(compared, [...conditions.flatMap(around), nobody]);
      const dialled = nameOf(ownString(parameters, 'CallbackNumber') ?? ownString(parameters, 'ThirdPartyPhoneNumber'));
      if (dialled !== undefined) add(dialled, [dialable, '+99100000000', nobody]);
      for (const [namespace, written] of Object.entries({
        Attributes: parameters['Attributes'],
        FlowAttributes: parameters['FlowAttributes'],
      }))
        for (const [key, value] of Object.entries(isJsonObject(written) ? written : {})) {
          const source = nameOf(
            isJsonObject(value) ? ownString(value, 'Value') : typeof value === 'string' ? value : undefined,
          );
          if (source !== undefined) aliases.push([`${namespace}\n${key}`, source]);
        }
    }
  // What an attribute is compared with is interesting for whatever it was copied from; a chain of copies is as long as there are aliases.
  for (let pass = 0; pass < Math.min(aliases.length, 5); pass += 1)
    for (const [target, source] of aliases) add(source, values.get(target) ?? []);
  return new Map([...values].map(([name, set]) => [name, [...set]]));
};

interface Slot {
  readonly path: readonly string[];
  readonly name: string;
  readonly options: readonly [Option<string>, ...Option<string>[]];
}

const slots = new WeakMap<ReadonlyMap<string, readonly string[]>, Map<string, readonly Slot[]>>();

/** The same for one namespace, as options to choose from: what follows its name, and the values. Contacts by the thousand ask for this. */
export const slotsUnder = (all: ReadonlyMap<string, readonly string[]>, ...prefix: string[]): readonly Slot[] => {
  const known = slots.get(all) ?? new Map<string, readonly Slot[]>();
  slots.set(all, known);
  const name = prefix.join('\n');
  const cached = known.get(name);
  if (cached !== undefined) return cached;
  const found = [...all].flatMap(([key, values]) => {
    const segments = key.split('\n');
    if (segments.length <= prefix.length || !prefix.every((segment, index) => segments[index] === segment)) return [];
    const path = segments.slice(prefix.length);
    const [first = 'x', ...others] = values;
    const slot: Slot = {
      path,
      name: path.join('.'),
      options: [option(first, first), ...others.map((other) => option(other, other))],
    };
    return [slot];
  });
  known.set(name, found);
  return found;
};
