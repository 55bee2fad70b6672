import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { alertPages, unknownHere } from '../middleware/alert-page.ts';
import type { FunctionHandler } from '../middleware/function-handler.ts';
import { type ApiEvent, formBody } from '../middleware/http.ts';
import { structureVisitor } from '../middleware/structure-visitor.ts';
import { importErrors, importHome, shownImport } from './import-pages.ts';
import { steppedImport } from './import-steps.ts';
import type { MemberImportParts } from './member-import-parts.ts';

/** Files of members of the structure of whoever asks: sending, preview, validation, progress (ALERTES-18). */
export function memberImportHandler(
  parts: () => Promise<MemberImportParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return alertPages('member-import', async (event) => {
    const visitor = structureVisitor(event, 'user');
    const ready = await parts();
    const request = { ...ready, visitor, own: ready.jobs(visitor.scope) };
    const importId = event.pathParameters?.['importId'];
    if (importId === undefined) {
      return await importHome(request);
    }
    if (!/^\d{8}T\d{6}-[a-z0-9]{8}$/.test(importId)) {
      throw unknownHere();
    }
    if (event.requestContext.http.method === 'POST') {
      return await steppedImport(importId, formBody(event), request);
    }
    return event.rawPath.endsWith('/erreurs')
      ? await importErrors(importId, request)
      : await shownImport(importId, request);
  });
}
