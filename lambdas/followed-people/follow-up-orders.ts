import type { CapacityPlan, Means } from '../../domain/follow-up/capacity-plan.ts';
import { type HoursOrder, orderHours } from '../../domain/follow-up/order-hours.ts';
import { type OrderAnswer, orderPriority } from '../../domain/follow-up/order-priority.ts';
import { orderVolume, volumesOrdered } from '../../domain/follow-up/order-volume.ts';
import { isPresent } from '../../domain/presence/presence.ts';
import { membersOf } from '../../domain/question/question-form.ts';
import { HttpError } from '../middleware/http.ts';
import type { FollowedPeopleParts, FollowUpRequest } from './followed-people-parts.ts';

const mostCalls = 1_000_000;

/** `{ ordre: ["j4", "j2", …] }`: which calls come first from now on (ARS-41). */
export async function priority(
  { programme: { name }, at }: FollowUpRequest,
  body: unknown,
  parts: FollowedPeopleParts,
) {
  const { ordre } = membersOf(body);
  return ordered(await orderPriority(name, ordre, at, { ...parts, versions: parts.content }), { ordre, depuis: at });
}

/** `{ aPartirDu, jours?: { "7": [{ ouvre, ferme }] }, feries?: [{ ouvre, ferme }] }`: hours from a day on (ARS-39, -40). */
export async function hours({ programme: { name }, at }: FollowUpRequest, body: unknown, parts: FollowedPeopleParts) {
  const { aPartirDu, jours, feries } = membersOf(body);
  const order: HoursOrder = {
    from: String(aPartirDu ?? ''),
    ...(jours === undefined
      ? {}
      : { weekdays: Object.fromEntries(Object.entries(membersOf(jours)).map(([day, list]) => [day, hoursOf(list)])) }),
    ...(feries === undefined ? {} : { holidays: hoursOf(feries) }),
  };
  const answer = await orderHours(name, order, at, { ...parts, versions: parts.content });
  return ordered(answer, { commandeLe: at, aPartirDu: order.from });
}

/** `{ appelsParJour }`: what it takes, by when, and what lacks; it is in force once the notice is over (ARS-37). */
export async function volume(
  { programme: { name }, at }: FollowUpRequest,
  body: unknown,
  by: string,
  parts: FollowedPeopleParts,
): Promise<CapacityPlan> {
  const { appelsParJour } = membersOf(body);
  if (
    typeof appelsParJour !== 'number' ||
    !Number.isInteger(appelsParJour) ||
    appelsParJour < 1 ||
    appelsParJour > mostCalls
  ) {
    throw new HttpError(
      400,
      `Le champ « appelsParJour » vaut ${JSON.stringify(appelsParJour)} ; valeur acceptée : un entier de 1 à ${mostCalls}.`,
    );
  }
  const order = { callsPerDay: appelsParJour, by, at };
  return await orderVolume(name, order, await meansNow(name, at, parts), { ...parts, versions: parts.content });
}

/** The volume in force and those ordered, each judged by what is there now (ARS-37). */
export async function volumes({ programme: { name }, at }: FollowUpRequest, parts: FollowedPeopleParts) {
  const means = await meansNow(name, at, parts);
  return { volumes: await volumesOrdered(name, at, means, { content: parts.content, versions: parts.content }) };
}

async function meansNow(
  programme: string,
  at: string,
  { presence, concurrentCalls, messagesPerSecond }: FollowedPeopleParts,
): Promise<Means> {
  const { agents } = await presence.read(programme);
  return { agents: agents.filter((agent) => isPresent(agent, at)).length, concurrentCalls, messagesPerSecond };
}

function hoursOf(value: unknown): readonly { readonly opens: string; readonly closes: string }[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.map((one) => {
    const { ouvre, ferme } = membersOf(one);
    return { opens: String(ouvre ?? ''), closes: String(ferme ?? '') };
  });
}

function ordered<T>(answer: OrderAnswer, said: T): T {
  if (answer.type === 'refused') {
    throw new HttpError(400, answer.fault);
  }
  return said;
}
