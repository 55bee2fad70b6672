import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import type { BoardAgent, LiveBoard } from '../../contracts/live-board.ts';
import { agentStates, duration, hour } from './french.ts';

/** Agents as last seen on the event stream of Amazon Connect. */
export function AgentTable({ board }: { readonly board: LiveBoard }): ReactNode {
  const { agents = [], at, timeZone } = board;
  const present = agents.filter(({ state }) => state !== 'offline').length;
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${present})`} description={`Instantané de ${hour(at, timeZone)}`}>
          Conseillers
        </Header>
      }
      columnDefinitions={[
        { id: 'agent', header: 'Conseiller', cell: ({ agent }: BoardAgent) => agent, isRowHeader: true },
        { id: 'state', header: 'État', cell: ({ state }: BoardAgent) => agentStates[state] },
        {
          id: 'since',
          header: 'Depuis',
          cell: ({ since, state }: BoardAgent) =>
            state === 'offline' ? hour(since, timeZone) : duration((Date.parse(at) - Date.parse(since)) / 1000),
        },
      ]}
      items={agents}
      trackBy="agent"
      ariaLabels={{ tableLabel: 'Conseillers' }}
      empty="Aucun conseiller ne s’est connecté aujourd’hui."
    />
  );
}
