import type { LevelDeclaration } from './declare-level.ts';

/** What of a declaration is said by whoever declares it. */
export type LevelForm = Pick<LevelDeclaration, 'level' | 'drill' | 'choice'>;

/** Reads `{ level, drill?, choice? }`; answers the fault in French instead of throwing. */
export function parseLevelForm(body: unknown): LevelForm | { readonly fault: string } {
  const form: Readonly<Record<string, unknown>> =
    typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
  const { level, drill = false, choice = 'finish-cycle' } = form;
  if (typeof level !== 'number' || !Number.isInteger(level) || level < 0 || level > 9) {
    return { fault: fault('level', level, 'un niveau de 0 à 9') };
  }
  if (typeof drill !== 'boolean') {
    return { fault: fault('drill', drill, 'true ou false') };
  }
  if (choice !== 'finish-cycle' && choice !== 'now') {
    return {
      fault: fault('choice', choice, 'finish-cycle (le cycle en cours se termine) ou now (arrêt immédiat)'),
    };
  }
  return { level, drill, choice };
}

function fault(field: string, value: unknown, accepted: string): string {
  return `Le champ « ${field} » vaut ${JSON.stringify(value) ?? '« absent »'} ; valeurs acceptées : ${accepted}.`;
}
