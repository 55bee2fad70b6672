import type { MemberImportGround, MemberImportPorts } from '../../domain/member-import/import-ports.ts';
import { runMemberImport } from '../../domain/member-import/run-member-import.ts';
import type { StructureScope } from '../../domain/structure/structure-scope.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { log } from '../middleware/log.ts';

export interface MemberImportJobParts {
  readonly ground: Omit<MemberImportGround, 'scope'> & { readonly programme: string };
  readonly ports: (scope: StructureScope) => MemberImportPorts;
}

/** Does what an import waits for; event `{ structure, importId }`, sent by the pages of that structure alone. A repeat goes on, or does nothing. */
export function memberImportJobHandler(
  parts: () => Promise<MemberImportJobParts>,
): FunctionHandler<unknown, { readonly state: string }> {
  return functionHandler('member-import-job', async (event) => {
    const { ground, ports } = await parts();
    const { structure, importId } = fieldsOf(event);
    const scope = { programme: ground.programme, structure };
    const job = await runMemberImport(importId, { ...ground, scope }, ports(scope));
    const state = job?.state ?? 'nothing to do';
    log('info', 'member-import-job done', { structure, importId, state, ...job?.counts });
    return { state };
  });
}

function fieldsOf(event: unknown): { readonly structure: string; readonly importId: string } {
  const fields: Record<string, unknown> =
    typeof event === 'object' && event !== null ? Object.fromEntries(Object.entries(event)) : {};
  const { structure, importId } = fields;
  if (typeof structure !== 'string' || typeof importId !== 'string') {
    throw new Error('The event names no import; accepted: {"structure": "…", "importId": "…"}');
  }
  return { structure, importId };
}
