import type { SettingChange } from '../../contracts/settings.ts';

/** What differs between two values of one kind, leaf by leaf, in the order of the new one. */
export function changesBetween(before: unknown, after: unknown): readonly SettingChange[] {
  const [was, is] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((place) => {
    const [old, young] = [was.get(place), is.get(place)];
    return old === young
      ? []
      : [{ place, ...(old === undefined ? {} : { before: old }), ...(young === undefined ? {} : { after: young }) }];
  });
}

/** Lists of things that have a code or a day are compared by it, so that one more in the middle is one change. */
function leavesOf(value: unknown, place = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null) {
    return new Map([[place, String(value)]]);
  }
  const named = Object.entries(value).map(([key, one]) => [nameOf(key, one), one] as const);
  return new Map(named.flatMap(([name, one]) => [...leavesOf(one, place === '' ? name : `${place}.${name}`)]));
}

function nameOf(key: string, value: unknown): string {
  if (/^\d+$/.test(key) && typeof value === 'object' && value !== null) {
    const name: unknown = Reflect.get(value, 'code') ?? Reflect.get(value, 'day') ?? Reflect.get(value, 'from');
    return typeof name === 'string' ? name : key;
  }
  return key;
}
