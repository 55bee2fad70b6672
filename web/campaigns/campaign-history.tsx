import type { ReactNode } from 'react';
import type { BoardCampaign } from '../../contracts/campaign-board.ts';
import { count, longDay } from '../supervision/french.ts';
import { cycleStates, moment, plural } from './campaign-words.ts';

/** Who did what of a campaign, and its cycles, in order. */
export function CampaignHistory({
  campaign: { declaredAt, declaredBy, arming, order, cycles, stop, resumed },
  timeZone,
}: {
  readonly campaign: BoardCampaign;
  readonly timeZone: string;
}): ReactNode {
  return (
    <ul>
      <li>
        {moment(declaredAt, timeZone)} : {order === undefined ? 'niveau déclaré' : 'commande passée'} par {declaredBy}
        {arming !== undefined &&
          `, ${plural(arming.agents, 'conseiller')} ${arming.agentsFrom === 'declared' ? 'prévus' : 'connectés'}`}
        {order !== undefined && `, échéance au ${longDay(order.deadline)} fixée par ${order.setBy}`}
      </li>
      {cycles.map(({ n, from, until, state, people, callable, firstCallBy, endedAt }) => (
        <li key={n}>
          {moment(from, timeZone)} : {order === undefined ? `cycle ${n}` : 'appels'}, {plural(people, 'personne')} dont{' '}
          {count(callable)} à appeler ; premier appel au plus tard {moment(firstCallBy, timeZone)}, jusqu’au{' '}
          {moment(until, timeZone)}. {cycleStates[state]}
          {endedAt !== undefined && ` ${moment(endedAt, timeZone)}`}.
        </li>
      ))}
      {stop !== undefined && (
        <li>
          {moment(stop.at, timeZone)} : {order === undefined ? `niveau ${stop.level} déclaré` : 'commande arrêtée'} par{' '}
          {stop.by}
          {order === undefined && (stop.choice === 'now' ? ', arrêt immédiat' : ', le cycle se termine')}
        </li>
      )}
      {resumed !== undefined && (
        <li>
          {moment(resumed.at, timeZone)} : niveau {resumed.level} déclaré de nouveau par {resumed.by}
        </li>
      )}
    </ul>
  );
}
