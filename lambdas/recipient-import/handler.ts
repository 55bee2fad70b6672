import type { Programme } from '../../domain/programme/programme.ts';
import { type ImportPorts, runImport } from '../../domain/recipient/run-import.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { log } from '../middleware/log.ts';
import type { RegistrationAge } from '../middleware/registration-age.ts';

export interface RecipientImportParts {
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly ports: ImportPorts;
  /** Age from which one may register for age alone (REFLEX-07). */
  readonly ageFrom: RegistrationAge;
}

/** What it answers is read by nobody but a person who invokes it: the state in which the import now is. */
export interface RecipientImportAnswer {
  readonly state: string;
}

/** Does what an import waits for; event `{ programme, importId }`. A repeat goes on from what is written, or does nothing. */
export function recipientImportHandler(
  parts: () => Promise<RecipientImportParts>,
): FunctionHandler<unknown, RecipientImportAnswer> {
  return functionHandler('recipient-import', async (event) => {
    const { programmes, ports, ageFrom } = await parts();
    const { programme: name, importId } = fieldsOf(event);
    const programme = programmes[name];
    if (programme === undefined) {
      throw new Error(`Field "programme" is "${name}"; accepted: ${Object.keys(programmes).join(', ')}`);
    }
    const job = await runImport(programme, importId, await ageFrom(programme, ports.now()), ports);
    log('info', 'recipient-import done', {
      programme: name,
      importId,
      state: job?.state ?? 'nothing to do',
      created: job?.counts?.created,
      changed: job?.counts?.changed,
      faults: job?.counts?.faults,
    });
    return { state: job?.state ?? 'nothing to do' };
  });
}

function fieldsOf(event: unknown): { readonly programme: string; readonly importId: string } {
  const fields: Record<string, unknown> =
    typeof event === 'object' && event !== null ? Object.fromEntries(Object.entries(event)) : {};
  const { programme, importId } = fields;
  if (typeof programme !== 'string' || typeof importId !== 'string') {
    throw new Error('The event names no import; accepted: {"programme": "…", "importId": "…"}');
  }
  return { programme, importId };
}
