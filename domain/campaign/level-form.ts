import type { LevelDeclaration } from './declare-level.ts';

/** What of a declaration is said by whoever declares it. */
export type LevelForm = Pick<LevelDeclaration, 'level' | 'drill' | 'choice' | 'agents' | 'confirm'>;

/** Reads `{ level, drill?, choice?, agents?, confirm? }`; answers the fault in French instead of throwing. */
export function parseLevelForm(body: unknown): LevelForm | { readonly fault: string } {
  const form: Readonly<Record<string, unknown>> =
    typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
  const { level, drill = false, choice = 'finish-cycle', agents, confirm } = form;
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
  if (agents !== undefined && (typeof agents !== 'number' || !Number.isInteger(agents) || agents < 0)) {
    return { fault: fault('agents', agents, 'le nombre de conseillers prévus, à partir de 0') };
  }
  if (confirm !== undefined && confirm !== 'without-agents') {
    return { fault: fault('confirm', confirm, 'without-agents (armer sans conseiller)') };
  }
  return {
    ...{ level, drill, choice },
    ...(agents === undefined ? {} : { agents }),
    ...(confirm === undefined ? {} : { confirm }),
  };
}

function fault(field: string, value: unknown, accepted: string): string {
  return `Le champ « ${field} » vaut ${JSON.stringify(value) ?? '« absent »'} ; valeurs acceptées : ${accepted}.`;
}
