import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import type { BoardRow, LiveBoard } from '../../contracts/live-board.ts';
import { count, duration } from './french.ts';

interface Column {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: BoardRow) => string;
  readonly isRowHeader?: boolean;
}

const columns: readonly Column[] = [
  { id: 'label', header: 'Dispositif', cell: ({ label }) => label, isRowHeader: true },
  { id: 'received', header: 'Reçus', cell: ({ received }) => count(received) },
  { id: 'offered', header: 'Présentés', cell: ({ offered }) => count(offered) },
  { id: 'answered', header: 'Décrochés', cell: ({ answered }) => count(answered) },
  { id: 'abandoned', header: 'Abandonnés', cell: ({ abandoned }) => count(abandoned) },
  { id: 'reached', header: 'Rappelés et joints', cell: ({ reachedByCallback }) => count(reachedByCallback) },
  { id: 'open', header: 'Rappels à faire', cell: ({ callbacksOpen }) => count(callbacksOpen) },
  { id: 'wait', header: 'Attente moyenne', cell: ({ meanWait }) => duration(meanWait) },
  { id: 'longest', header: 'Attente la plus longue', cell: ({ longestWait }) => duration(longestWait) },
  { id: 'handling', header: 'DMT', cell: ({ meanHandling }) => duration(meanHandling) },
];

/** The day so far by scheme, as the workbook of the evening will count it. */
export function SchemeTable({ board }: { readonly board: LiveBoard }): ReactNode {
  return (
    <Table
      header={
        <Header variant="h2" description="Comptés comme dans le classeur du soir">
          Appels du jour
        </Header>
      }
      columnDefinitions={columns}
      items={[...board.schemes, board.total]}
      trackBy="code"
      variant="container"
      wrapLines
      ariaLabels={{ tableLabel: 'Appels du jour par dispositif' }}
      empty="Aucun dispositif."
    />
  );
}
