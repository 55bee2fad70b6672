import { alertRoutes } from '../../contracts/alert-routes.ts';
import type { Visit, Visited } from './open-alertes.ts';
import type { PageForm } from './page-forms.ts';
import type { Known } from './wander.ts';

/** A request that names something of another structure. */
export interface ForeignRequest {
  /** Path of the contract. */
  readonly route: string;
  readonly visit: Visit;
  /** Filled anew each time. */
  readonly form?: PageForm;
  /** What in it is the other structure's. */
  readonly ids: readonly string[];
}

const patterns = Object.values(alertRoutes).map((route) => ({
  ...route,
  pattern: new RegExp(`^${route.path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '([^/]+)')}$`),
  names: [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
}));

/** Whatever the pages of a structure named: by address, by form, and each route of the contract that takes an id of a kind it has. */
export function foreignRequests(victim: Known): readonly ForeignRequest[] {
  const requests: ForeignRequest[] = [];
  const namedIn = (text: string) => [...new Set(drawnIn(text))].filter((id) => victim.ids.has(id));
  for (const path of victim.paths) {
    const named = namedIn(path);
    const route = routeOf('GET', path);
    if (named.length > 0 && route !== undefined) requests.push({ route, visit: { method: 'GET', path }, ids: named });
  }
  for (const form of victim.forms.values()) {
    const said = [form.action, ...form.fields.flatMap(({ value, options }) => [value, ...options])].join(' ');
    const named = namedIn(said);
    const route = routeOf(form.method, form.action);
    if (named.length > 0 && route !== undefined) {
      requests.push({ route, visit: { method: form.method, path: form.action }, form: withoutWords(form), ids: named });
    }
  }
  return [...requests, ...routed(victim)];
}

/** What the other structure's people had typed would come back to whoever sends it. */
function withoutWords(form: PageForm): PageForm {
  const typed = new Set(['text', 'textarea', 'email', 'tel', 'search']);
  return { ...form, fields: form.fields.map((field) => (typed.has(field.type) ? { ...field, value: '' } : field)) };
}

/** Routes of the contract with the ids that the victim's addresses have in the same places. */
function routed(victim: Known): readonly ForeignRequest[] {
  const byName = new Map(
    victim.canaries.structure.users.map(({ userName }): [string, string] => ['userName', userName]),
  );
  for (const path of [...victim.paths, ...[...victim.forms.values()].map(({ action }) => action)]) {
    for (const { pattern, names } of patterns) {
      const values = pattern.exec(path.split('?')[0] ?? '')?.slice(1) ?? [];
      for (const [index, name] of names.entries()) {
        const value = values[index];
        if (value !== undefined && isDrawn(value)) byName.set(name, value);
      }
    }
  }
  return patterns.flatMap(({ method, path, names }) => {
    const [id, ...others] = names.filter((name) => !verbs.has(name)).map((name) => byName.get(name));
    if (id === undefined || others.length > 0) return [];
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => (verbs.has(name) ? 'modifier' : id));
    const visit: Visit = method === 'GET' ? { method, path: filled } : { method, path: filled, form: [] };
    return [{ route: path, visit, ids: [id] }];
  });
}

/** Parts of paths that say what to do, not with what. */
const verbs = new Set(['action', 'view', 'image']);

function routeOf(method: string, path: string): string | undefined {
  const bare = path.split('?')[0] ?? '';
  // Routes without a name win, as in the API.
  const fitting = patterns.filter((one) => one.method === method && one.pattern.test(bare));
  return fitting.sort((one, other) => one.names.length - other.names.length)[0]?.path;
}

/** Everything in an address or a field that was drawn, and so names something of one structure alone. */
export function drawnIn(text: string): readonly string[] {
  return text.split(/[^\w-]+/).filter(isDrawn);
}

/** Ids are of ten characters at least with digits among their letters; words of addresses have none. */
function isDrawn(text: string): boolean {
  return /^[\w-]{10,}$/.test(text) && /\d/.test(text) && /[a-zA-Z]/.test(text);
}

/** The same request for what nobody has: each id becomes one of the same letters and digits in number and kind. */
export function twinOf(
  visit: Visit,
  ids: readonly string[],
  draw: (most: number) => number,
): { readonly visit: Visit; readonly ids: readonly string[] } {
  const others = ids.map((id) => id.replace(/[a-z]|[A-Z]|\d/g, (one) => anotherOf(one, /^[\da-f-]+$/.test(id), draw)));
  const swap = (text: string) => ids.reduce((rest, id, index) => rest.replaceAll(id, others[index] ?? id), text);
  const twin = {
    ...visit,
    path: swap(visit.path),
    ...(visit.form === undefined
      ? {}
      : {
          form: visit.form.map(([name, value]): [string, string] => [
            swap(name),
            name === 'operation' ? anotherUuid(value, draw) : swap(value),
          ]),
        }),
  };
  return { visit: twin, ids: others };
}

function anotherOf(character: string, isHexadecimal: boolean, draw: (most: number) => number): string {
  if (/\d/.test(character)) return String(draw(9));
  const [first, count] = character === character.toLowerCase() ? [97, isHexadecimal ? 6 : 26] : [65, 26];
  return String.fromCharCode(first + draw(count - 1));
}

function anotherUuid(uuid: string, draw: (most: number) => number): string {
  return uuid.replace(/[\da-f]/g, () => draw(15).toString(16));
}

/** An answer but for what names the thing asked for, and what is drawn anew each time. */
export function without({ status, headers, text }: Visited, ids: readonly string[]): string {
  const { location = '', 'content-type': type = '' } = headers;
  const said = `${status} ${type} ${location.replace(/[\w-]*\d[\w-]{9,}/g, 'ID')}\n${text}`;
  return ids
    .reduce((rest, id) => rest.replaceAll(id, 'ID'), said)
    .replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'UUID');
}
