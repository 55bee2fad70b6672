import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { localDay } from '../../domain/calendar/local-time.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { membersOf } from '../../domain/question/question-form.ts';
import {
  type CorrectionPorts,
  correctableFields,
  correctRecipient,
  isCorrectable,
} from '../../domain/recipient/correct-recipient.ts';
import { type CorrectionLine, correctedPeople } from '../../domain/recipient/corrected-people.ts';
import type { RecipientRegister } from '../../domain/recipient/recipient-register.ts';
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
import { guardPage } from '../middleware/page-answer.ts';
import type { RegistrationAge } from '../middleware/registration-age.ts';
import { toSignIn, visitor } from '../middleware/visitor.ts';

export interface RecipientCorrectionsParts {
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly ports: CorrectionPorts & { readonly register: Pick<RecipientRegister, 'entries'> };
  readonly workbook: (
    lines: readonly CorrectionLine[],
    about: { readonly title: string; readonly timeZone: string; readonly at: string },
  ) => Promise<Uint8Array>;
  /** Age from which one may register for age alone (REFLEX-07). */
  readonly ageFrom: RegistrationAge;
  readonly now: () => string;
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Route `recipientCorrection` (POST): body `{ field, value }`, fields of lists of people; answers `{ changed }`. Route `recipientCorrections` (GET): the
 * workbook of all corrections, for supervisors (REFLEX-24).
 */
export function recipientCorrectionsHandler(
  parts: () => Promise<RecipientCorrectionsParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('recipient-corrections', (event, { awsRequestId }) =>
    event.requestContext.http.method === 'POST'
      ? jsonAnswer('recipient-corrections', awsRequestId, async () => await corrected(event, await parts()))
      : guardPage('recipient-corrections', awsRequestId, async () => await listed(event, parts)),
  );
}

async function corrected(event: ApiEvent, parts: RecipientCorrectionsParts): Promise<{ readonly changed: boolean }> {
  const user = userOf(event);
  const programme = programmeOf(event, parts);
  requireRole(user, programme.name, ['agent', 'supervisor']);
  const recipientId = pathParameter(event, 'recipientId');
  const { field, value } = membersOf(jsonBody(event));
  if (typeof field !== 'string' || !isCorrectable(field) || typeof value !== 'string') {
    throw new HttpError(
      400,
      `Le champ « field » vaut ${JSON.stringify(field)} ; valeurs acceptées : ${correctableFields.join(', ')}, avec un texte dans « value ».`,
    );
  }
  const at = parts.now();
  const { timeZone } = programme.calendar;
  const ageFrom = await parts.ageFrom(programme, at);
  const answer = await correctRecipient(
    {
      ...{ programme: programme.name, timeZone, recipientId, field, value, at, by: user.userName },
      rules: { country: programme.defaultCountry, ageFrom, today: localDay(timeZone, at) },
    },
    parts.ports,
  );
  if (answer.type === 'unknown') {
    throw new HttpError(404, `La personne « ${recipientId} » n’est pas au registre.`);
  }
  if (answer.type === 'refused') {
    throw new HttpError(400, answer.fault);
  }
  return { changed: answer.type === 'corrected' };
}

async function listed(
  event: ApiEvent,
  ready: () => Promise<RecipientCorrectionsParts>,
): Promise<APIGatewayProxyStructuredResultV2> {
  const user = visitor(event);
  if (user === undefined) {
    return toSignIn(event);
  }
  const parts = await ready();
  const { name, title, calendar } = programmeOf(event, parts);
  requireRole(user, name, ['supervisor']);
  const at = parts.now();
  const lines = await correctedPeople(name, parts.ports);
  const bytes = await parts.workbook(lines, { title, timeZone: calendar.timeZone, at });
  return {
    statusCode: 200,
    headers: {
      'content-type': workbookType,
      'content-disposition': `attachment; filename="${name}_corrections_${localDay(calendar.timeZone, at)}.xlsx"`,
      'cache-control': 'no-store',
    },
    body: Buffer.from(bytes).toString('base64'),
    isBase64Encoded: true,
  };
}

/** A programme that has a register here; one of others is unknown. */
function programmeOf(event: ApiEvent, { programmes }: RecipientCorrectionsParts): Programme {
  const name = pathParameter(event, 'programme');
  const programme = programmes[name];
  if (programme?.outbound === undefined) {
    throw new HttpError(404, `Le programme « ${name} » n’a pas de registre ici.`);
  }
  return programme;
}
