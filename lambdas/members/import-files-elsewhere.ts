import { filesOf } from '../../domain/member-import/import-ports.ts';
import type { MemberImportFiles, MemberImports } from '../../domain/member-import/member-import.ts';
import type { StructureScope } from '../../domain/structure/structure-scope.ts';
import type { MemberElsewhere } from './members-parts.ts';

/** More than are sent within the month that files are kept. */
const mostImports = 200;
const atOnce = 20;

/** Files of imports may name whoever is forgotten: they all go, being of use for some days only. The member's sheet is what was kept of them. */
export function importFilesElsewhere(
  files: Pick<MemberImportFiles, 'discard'>,
  imports: (scope: StructureScope) => Pick<MemberImports, 'latest'>,
): (scope: StructureScope) => MemberElsewhere {
  return (scope) => ({
    async forget() {
      const sent = await imports(scope).latest(mostImports);
      for (let from = 0; from < sent.length; from += atOnce) {
        await Promise.all(
          sent.slice(from, from + atOnce).map(({ importId }) => files.discard(filesOf(scope), importId)),
        );
      }
    },
  });
}
