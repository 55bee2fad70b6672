import { isDay } from '../calendar/is-day.ts';

/** An order as whoever places it says it (SAMPS-32). */
export interface OrderForm {
  /** Code of a kind of campaign that orders start. */
  readonly type: string;
  readonly name: string;
  readonly lists: readonly string[];
  /** Local day, included. */
  readonly deadline: string;
  readonly setBy: string;
}

/** Reads `{ type, name, lists, deadline, setBy }`; answers the fault in French instead of throwing. */
export function parseOrderForm(body: unknown): OrderForm | { readonly fault: string } {
  const form: Readonly<Record<string, unknown>> =
    typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
  const { type, name, lists, deadline, setBy } = form;
  if (!isText(type, 40)) {
    return { fault: fault('type', type, 'le code d’un type de campagne') };
  }
  if (!isText(name, 120)) {
    return { fault: fault('name', name, 'un nom de 1 à 120 caractères') };
  }
  if (!Array.isArray(lists) || lists.length === 0 || lists.length > 50 || !lists.every((one) => isText(one, 100))) {
    return { fault: fault('lists', lists, 'de 1 à 50 identifiants d’imports') };
  }
  if (typeof deadline !== 'string' || !isDay(deadline)) {
    return { fault: fault('deadline', deadline, 'un jour tel que 2025-07-31') };
  }
  if (!isText(setBy, 120)) {
    return { fault: fault('setBy', setBy, 'le nom de qui fixe l’échéance, de 1 à 120 caractères') };
  }
  return { type, name: name.trim(), lists: lists.map(String), deadline, setBy: setBy.trim() };
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= most;
}

function fault(field: string, value: unknown, accepted: string): string {
  return `Le champ « ${field} » vaut ${JSON.stringify(value) ?? '« absent »'} ; valeurs acceptées : ${accepted}.`;
}
