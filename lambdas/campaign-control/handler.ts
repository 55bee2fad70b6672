import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import {
  type DeclarationAnswer,
  type DeclarationPorts,
  declareLevel,
  type LevelDeclaration,
} from '../../domain/campaign/declare-level.ts';
import { parseLevelForm } from '../../domain/campaign/level-form.ts';
import type { PlacingPorts } from '../../domain/campaign/place-order.ts';
import type { Wakes } from '../../domain/campaign/wakes.ts';
import type { Programme } from '../../domain/programme/programme.ts';
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
import { type PlacedOrderParts, placedOrder } from './placed-order.ts';
import { refusal } from './refusal.ts';

export interface CampaignControlParts {
  readonly ports: DeclarationPorts & PlacingPorts;
  readonly wakes: Wakes;
  readonly count: PlacedOrderParts['count'];
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/**
 * Declares the level of a crisis (REFLEX-01): `POST /api/{programme}/crises/{crisis}/niveau` `{ level, drill?, choice?, agents?, confirm? }` by a supervisor, or an event of the
 * bus, `detail-type` `Crisis Level Declared`, `detail` with the same and `{ programme, crisis, by }`. `GET /api/{programme}/campagnes` tells the state of campaigns.
 * Arming answers what it was judged by (REFLEX-31): verdict, interval, people at risk, cheapest change; without agents it is refused, or confirmed.
 * `POST /api/{programme}/commandes` `{ type, name, lists, deadline, setBy }` places an order of calls (SAMPS-32); the answer says whether it will be late.
 * Answers at once: the register is loaded by the dispatcher, which is woken.
 */
export function campaignControlHandler(
  parts: () => Promise<CampaignControlParts>,
): FunctionHandler<unknown, APIGatewayProxyStructuredResultV2 | undefined> {
  return functionHandler('campaign-control', async (event, { awsRequestId }) => {
    if (!isApiEvent(event)) {
      await fromBus(event, await parts());
      return undefined;
    }
    return await jsonAnswer('campaign-control', awsRequestId, async () => {
      const { ports, wakes, programmes, count, now } = await parts();
      const programme = pathParameter(event, 'programme');
      const user = userOf(event);
      requireRole(user, programme, ['supervisor']);
      if (programmes[programme]?.outbound === undefined) {
        throw new HttpError(404, `Le programme « ${programme} » n’a pas de campagnes ici.`);
      }
      if (event.requestContext.http.method === 'GET') {
        return { campaigns: (await ports.campaigns.campaigns(programme)).map(shown) };
      }
      if (event.rawPath.endsWith('/commandes')) {
        return await placedOrder(jsonBody(event), { programme, at: now(), by: user.userName }, { ports, wakes, count });
      }
      const form = parseLevelForm(jsonBody(event));
      if ('fault' in form) {
        throw new HttpError(400, form.fault);
      }
      const crisis = pathParameter(event, 'crisis');
      const declaration = { ...form, programme, crisis, at: now(), by: user.userName };
      const answer = await declare(declaration, { ports, wakes });
      if (answer.type === 'refused') {
        throw new HttpError(409, refusal(answer.problems));
      }
      return { result: answer.type, ...(answer.campaign && { campaign: shown(answer.campaign) }) };
    });
  });
}

async function fromBus(event: unknown, { ports, wakes, programmes, now }: CampaignControlParts): Promise<void> {
  const { time, detail } = membersOf(event);
  const { programme, crisis, by, ...rest } = membersOf(detail);
  const form = parseLevelForm(rest);
  const isKnown = typeof programme === 'string' && programmes[programme]?.outbound !== undefined;
  if ('fault' in form || !isKnown || typeof crisis !== 'string' || typeof time !== 'string') {
    const accepted =
      '{ programme, crisis, level, by, drill?, choice?, agents?, confirm? } of a programme with campaigns, with the time of the event';
    throw new Error(`Event ${JSON.stringify(detail)} declares no level; accepted: ${accepted}`);
  }
  const at = new Date(time).toISOString();
  const answer = await declare(
    { ...form, programme, crisis, at, now: now(), by: typeof by === 'string' ? by : 'bus' },
    { ports, wakes },
  );
  if (answer.type === 'refused') {
    throw new Error(refusal(answer.problems));
  }
}

async function declare(
  declaration: LevelDeclaration,
  { ports, wakes }: Pick<CampaignControlParts, 'ports' | 'wakes'>,
): Promise<DeclarationAnswer> {
  const { programme, crisis, level, drill } = declaration;
  const answer = await declareLevel(declaration, ports);
  log('info', 'campaign-control: level declared', { programme, crisis, level, drill, result: answer.type });
  if (answer.type !== 'refused') {
    await wakes.wake(programme, 'tick', 0);
  }
  return answer;
}

function shown({ id, type, drill, state, level, activatedAt, arming, order, cycles }: Campaign) {
  return { id, type, drill, state, level, activatedAt, ...(arming && { arming }), ...(order && { order }), cycles };
}

function isApiEvent(event: unknown): event is ApiEvent {
  return 'routeKey' in membersOf(event);
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
