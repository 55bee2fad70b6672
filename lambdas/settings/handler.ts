import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { routes } from '../../contracts/routes.ts';
import { settingCodes } from '../../contracts/settings.ts';
import { isCalled, type Programme } from '../../domain/programme/programme.ts';
import { membersOf } from '../../domain/question/question-form.ts';
import { cancelSetting } from '../../domain/settings/cancel-setting.ts';
import { changeSetting, type SettingPorts } from '../../domain/settings/change-setting.ts';
import { listSettings } from '../../domain/settings/list-settings.ts';
import { isSettingCode } from '../../domain/settings/setting.ts';
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
import { log } from '../middleware/log.ts';

export interface SettingsParts {
  /** Made anew for each request: what other environments wrote a moment ago counts. */
  readonly ports: () => SettingPorts;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/**
 * Routes `settings` (GET: `{ settings: ShownSetting[] }`, for supervisors and, to be read, the client) and `changeSetting` (POST, body `{ value, seen,
 * reason, validFrom? }`, answers a `SettingAnswer`; supervisors) and `cancelSetting` (POST, body a `SettingCancellation`, likewise) of contracts/routes.ts
 * (SAMPS-19, SAMPS-40, SAMPS-41).
 */
export function settingsHandler(
  parts: () => Promise<SettingsParts>,
): FunctionHandler<ApiEvent, APIGatewayProxyStructuredResultV2> {
  return functionHandler('settings', (event, { awsRequestId }) =>
    jsonAnswer('settings', awsRequestId, async () => {
      const { ports, programmes, now } = await parts();
      const programme = pathParameter(event, 'programme');
      const user = userOf(event);
      const isChange = event.requestContext.http.method === 'POST';
      requireRole(user, programme, isChange ? ['supervisor'] : ['supervisor', 'client']);
      const found = programmes[programme];
      if (found === undefined || !isCalled(found)) {
        throw new HttpError(404, `Le programme « ${programme} » n’a pas de réglages ici.`);
      }
      if (!isChange) {
        return { settings: await listSettings(programme, now(), ports().versions) };
      }
      const code = pathParameter(event, 'setting');
      if (!isSettingCode(code)) {
        throw new HttpError(404, `Le réglage « ${code} » n’existe pas ; réglages : ${settingCodes.join(', ')}.`);
      }
      const at = now();
      const { value, seen, reason, validFrom } = membersOf(jsonBody(event));
      if (event.routeKey === `${routes.cancelSetting.method} ${routes.cancelSetting.path}`) {
        const order = { programme, code, at, by: user.userName, seen: textOf(seen), reason: textOf(reason) };
        const answer = await cancelSetting(order, ports());
        log('info', 'settings: cancellation', { programme, code, accepted: answer.accepted });
        return answer;
      }
      const order = {
        ...{ programme, code, value, at, by: user.userName },
        ...{ seen: textOf(seen), reason: textOf(reason) },
        validFrom: validFrom === undefined ? at : instantOf(validFrom),
      };
      const answer = await changeSetting(order, ports());
      log('info', 'settings: change', { programme, code, accepted: answer.accepted });
      return answer;
    }),
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function instantOf(value: unknown): string {
  const ms = typeof value === 'string' && /Z$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms)) {
    throw new HttpError(
      400,
      `La date d’effet vaut « ${String(value)} » ; valeur acceptée : un instant tel que 2026-07-06T07:00:00Z, ou rien.`,
    );
  }
  return new Date(ms).toISOString();
}
