import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { alertRoutes } from '../../contracts/alert-routes.ts';
import { alertPages } from '../middleware/alert-page.ts';
import type { FunctionHandler } from '../middleware/function-handler.ts';
import type { ApiEvent } from '../middleware/http.ts';
import { generalVisitor, structureVisitor } from '../middleware/structure-visitor.ts';
import { accesses, accessGiven, accessSwitched, generalRequest, ownRequest } from './access-steps.ts';
import { structureCreated, structureList, structureRenamed } from './structure-steps.ts';
import type { StructuresParts } from './structures-parts.ts';

/** Structures and their accesses: all of them for general administrators, their own for those of a structure (ALERTES-02, ALERTES-03). */
export function structuresHandler(
  parts: () => Promise<StructuresParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return alertPages('structures', async (event) => {
    const posted = event.requestContext.http.method === 'POST';
    const own = event.rawPath.startsWith(alertRoutes.structureUsers.path);
    if (!own && event.pathParameters?.['structure'] === undefined) {
      const visitor = generalVisitor(event);
      return posted
        ? await structureCreated(event, visitor, await parts())
        : await structureList(event, visitor, await parts());
    }
    const request = own
      ? ownRequest(structureVisitor(event, 'admin'))
      : await generalRequest(event, generalVisitor(event), await parts());
    const ready = await parts();
    if (!posted) {
      return await accesses(event, request, ready);
    }
    if (request.anyRole && event.rawPath === `${request.path}/nom`) {
      return await structureRenamed(event, request, ready);
    }
    return event.pathParameters?.['userName'] === undefined
      ? await accessGiven(event, request, ready)
      : await accessSwitched(event, request, ready);
  });
}
