import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import type { BoardCell, CampaignBoard } from '../../contracts/campaign-board.ts';
import { count } from '../supervision/french.ts';
import { since } from './campaign-words.ts';

/** Referrals that no cell has taken (REFLEX-19): how many and since when, nothing of whom. */
export function ReferralTable({ board: { cells, at } }: { readonly board: CampaignBoard }): ReactNode {
  const waiting = cells.reduce((sum, cell) => sum + cell.waiting, 0);
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${waiting})`} description="Que personne n’a encore pris en charge, par cellule">
          Signalements
        </Header>
      }
      variant="container"
      wrapLines
      ariaLabels={{ tableLabel: 'Signalements par cellule' }}
      items={cells}
      trackBy="code"
      columnDefinitions={[
        { id: 'cell', header: 'Cellule', cell: ({ label }: BoardCell) => label, isRowHeader: true },
        { id: 'open', header: 'Ouverts', cell: ({ open }: BoardCell) => count(open) },
        {
          id: 'waiting',
          header: 'À prendre en charge',
          cell: (cell: BoardCell) =>
            cell.waiting === 0 ? count(0) : <StatusIndicator type="warning">{count(cell.waiting)}</StatusIndicator>,
        },
        {
          id: 'oldest',
          header: 'Le plus ancien attend depuis',
          cell: ({ oldest }: BoardCell) => (oldest === undefined ? '–' : since(oldest, at)),
        },
      ]}
      empty={<Box color="text-body-secondary">Aucune cellule.</Box>}
    />
  );
}
