import { localDay } from '../calendar/local-time.ts';
import type { Journal } from '../journal/journal.ts';
import type { Decision } from './give-access.ts';
import type { Structure } from './structure.ts';
import type { Structures } from './structures.ts';

/** Creates a structure (ALERTES-37). `taken`: another has this name, in any case and with or without accents, and nothing was kept. */
export async function createStructure(
  order: Decision & Pick<Structure, 'id' | 'name'>,
  ports: { readonly structures: Structures; readonly journal: Pick<Journal, 'append'> },
): Promise<'created' | 'taken'> {
  const { id, name, programme, timeZone, by, at } = order;
  const others = await ports.structures.all();
  if (others.some((other) => other.id === id)) {
    return 'created';
  }
  if (others.some((other) => plainName(other.name) === plainName(name))) {
    return 'taken';
  }
  await ports.structures.add({ id, name, createdAt: at, createdBy: by });
  await ports.journal.append([
    {
      kind: 'structure',
      programme,
      structure: id,
      day: localDay(timeZone, at),
      time: at,
      id: `structure#${id}`,
      by,
      change: { type: 'created' },
    },
  ]);
  return 'created';
}

/** A name without accents, capitals and signs: two structures of one would be taken for each other. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
