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
import { stopOrder } from '../../domain/campaign/stop-order.ts';
import type { Wakes } from '../../domain/campaign/wakes.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { boardRoles } from '../../domain/supervision/push-board.ts';
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
import type { LivePush } from '../middleware/live-from-env.ts';
import { log } from '../middleware/log.ts';
import { type PlacedOrderParts, placedOrder } from './placed-order.ts';
import { refusal } from './refusal.ts';

export interface CampaignControlParts {
  readonly ports: DeclarationPorts & PlacingPorts;
  readonly wakes: Wakes;
  /** Tells the pages that show campaigns. */
  readonly push: LivePush;
  readonly count: PlacedOrderParts['count'];
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly now: () => string;
}

/**
 * Declares the level of a crisis (REFLEX-01): `POST /api/{programme}/crises/{crisis}/niveau` `{ level, drill?, choice?, agents?, confirm? }` by a supervisor, or an event of the
 * bus, `detail-type` `Crisis Level Declared`, `detail` with the same and `{ programme, crisis, by }`. `GET /api/{programme}/campagnes` tells the state of campaigns.
 * Arming answers what it was judged by (REFLEX-31): verdict, interval, people at risk, cheapest change; without agents it is refused, or confirmed.
 * `POST /api/{programme}/commandes` `{ type, name, lists, deadline, setBy }` places an order of calls (SAMPS-32); the answer says whether it will be late.
 * `POST …/commandes/{campaign}/arret` takes it back.
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
      const { ports, wakes, push, programmes, count, now } = await parts();
      const programme = pathParameter(event, 'programme');
      const user = userOf(event);
      requireRole(user, programme, ['supervisor']);
      if (programmes[programme]?.outbound === undefined) {
        throw new HttpError(404, `Le programme « ${programme} » n’a pas de campagnes ici.`);
      }
      if (event.requestContext.http.method === 'GET') {
        return { campaigns: (await ports.campaigns.campaigns(programme)).map(shown) };
      }
      const scope = { programme, at: now(), by: user.userName };
      if (event.rawPath.endsWith('/commandes')) {
        const placed = await placedOrder(jsonBody(event), scope, { ports, wakes, count });
        await tellPages(programme, scope.at, push);
        return placed;
      }
      if (event.rawPath.endsWith('/arret')) {
        const stopped = await stopOrder({ ...scope, campaign: pathParameter(event, 'campaign') }, ports);
        if (stopped.type === 'refused') {
          throw new HttpError(409, refusal(stopped.problems));
        }
        await wakes.wake(programme, 'tick', 0);
        await tellPages(programme, scope.at, push);
        return { result: stopped.type, campaign: shown(stopped.campaign) };
      }
      const form = parseLevelForm(jsonBody(event));
      if ('fault' in form) {
        throw new HttpError(400, form.fault);
      }
      const crisis = pathParameter(event, 'crisis');
      const answer = await declare({ ...form, ...scope, crisis }, { ports, wakes, push });
      if (answer.type === 'refused') {
        throw new HttpError(409, refusal(answer.problems));
      }
      return { result: answer.type, ...(answer.campaign && { campaign: shown(answer.campaign) }) };
    });
  });
}

async function fromBus(event: unknown, { ports, wakes, push, programmes, now }: CampaignControlParts): Promise<void> {
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
    { ports, wakes, push },
  );
  if (answer.type === 'refused') {
    throw new Error(refusal(answer.problems));
  }
}

async function declare(
  declaration: LevelDeclaration,
  { ports, wakes, push }: Pick<CampaignControlParts, 'ports' | 'wakes' | 'push'>,
): Promise<DeclarationAnswer> {
  const { programme, crisis, level, drill } = declaration;
  const answer = await declareLevel(declaration, ports);
  log('info', 'campaign-control: level declared', { programme, crisis, level, drill, result: answer.type });
  if (answer.type !== 'refused') {
    await wakes.wake(programme, 'tick', 0);
    await tellPages(programme, declaration.now ?? declaration.at, push);
  }
  return answer;
}

/** They read again, each what its person may see. */
async function tellPages(programme: string, at: string, push: LivePush): Promise<void> {
  await push({ programme, topic: 'campaigns', at }, boardRoles);
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
