import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { CaseAnswer } from '../../contracts/desk-knowledge.ts';
import { bareReference, type CaseFiles } from '../../domain/case/case-file.ts';
import { type LookUpPorts, lookUpCase } from '../../domain/case/look-up-case.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { membersOf } from '../../domain/question/question-form.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import {
  type ApiEvent,
  HttpError,
  jsonAnswer,
  jsonBody,
  pathParameter,
  requireRole,
  userOf,
} from '../middleware/http.ts';

export interface CaseLookupParts extends Omit<LookUpPorts, 'cases'> {
  readonly casesOf: (programme: Programme) => CaseFiles;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/** Route `caseLookup`: a file of the client's software, read for somebody whose identity was checked (SAMPS-28, SAMPS-34). A POST, so that no address names a file. */
export function caseLookupHandler(
  parts: () => Promise<CaseLookupParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('case-lookup', (event, { awsRequestId }) =>
    jsonAnswer('case-lookup', awsRequestId, async (): Promise<CaseAnswer> => {
      const { casesOf, programmes, now, ...ports } = await parts();
      const name = pathParameter(event, 'programme');
      const user = userOf(event);
      requireRole(user, name, ['agent', 'supervisor']);
      const programme = programmes[name];
      if (programme?.appointments === undefined) {
        throw new HttpError(404, `Le programme « ${name} » n’a pas de dossiers ici.`);
      }
      const { reference, contactId, identityChecked } = membersOf(jsonBody(event));
      if (typeof reference !== 'string' || bareReference(reference) === '' || reference.length > 40) {
        throw new HttpError(400, 'Saisissez le numéro du dossier, tel qu’il est sur le courrier.');
      }
      if (typeof contactId !== 'string' || contactId === '') {
        throw new HttpError(400, 'Un dossier se consulte pendant un appel : prenez l’appel, puis recommencez.');
      }
      if (identityChecked !== true) {
        throw new HttpError(403, 'Vérifiez d’abord l’identité de la personne : le dossier ne s’ouvre qu’ensuite.');
      }
      const asked = { programme: name, reference: reference.trim(), contactId, agent: user.userName, at: now() };
      const found = await lookUpCase(asked, { ...ports, cases: casesOf(programme) });
      if (found === undefined) {
        throw new HttpError(
          404,
          `Aucun dossier ne porte le numéro « ${asked.reference} ». Vérifiez-le avec la personne.`,
        );
      }
      return found;
    }),
  );
}
