import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import type { StaffingAnswer, StaffingHalfHour } from '../../contracts/staffing.ts';
import { count, duration, hour, longDay, percent } from '../supervision/french.ts';

interface StaffingTableProps {
  readonly table: StaffingAnswer;
  /** Of the programme. */
  readonly title: string;
}

/** Agents by half-hour, and what they were counted from. */
export function StaffingTable({ table, title }: StaffingTableProps): ReactNode {
  const { day, halfHours, target, agentsOnline, at, timeZone } = table;
  const most = halfHours.reduce((highest, { agents }) => Math.max(highest, agents), 0);
  const rostered = halfHours.reduce((highest, { scheduled }) => Math.max(highest, scheduled), 0);
  return (
    <Table
      header={
        <Header variant="h2" description={<Basis table={table} />}>
          {`Conseillers nécessaires, ${longDay(day)}`}
        </Header>
      }
      columnDefinitions={[
        { id: 'from', header: 'À partir de', cell: ({ from }: StaffingHalfHour) => from, isRowHeader: true },
        { id: 'calls', header: 'Appels attendus', cell: ({ calls }: StaffingHalfHour) => count(rounded(calls)) },
        { id: 'load', header: 'Charge (erlangs)', cell: ({ load }: StaffingHalfHour) => count(rounded(load)) },
        {
          id: 'agents',
          header: 'Conseillers au téléphone',
          cell: ({ agents }: StaffingHalfHour) => <Box fontWeight="bold">{count(agents)}</Box>,
        },
        { id: 'scheduled', header: 'À planifier', cell: ({ scheduled }: StaffingHalfHour) => count(scheduled) },
        {
          id: 'achieved',
          header: target.type === 'answer-rate' ? 'Décrochés attendus' : `Décrochés en ${duration(target.seconds)}`,
          cell: ({ achieved }: StaffingHalfHour) => percent(achieved),
        },
      ]}
      items={halfHours}
      trackBy="from"
      wrapLines
      ariaLabels={{ tableLabel: `Conseillers par demi-heure, ${title}` }}
      empty={emptyText(table)}
      footer={
        halfHours.length > 0 && (
          <Box>
            Au plus {count(most)} conseillers au téléphone, {count(rostered)} à planifier.
            {agentsOnline !== undefined &&
              ` Connectés maintenant : ${count(agentsOnline)} (instantané de ${hour(at, timeZone)}).`}
          </Box>
        )
      }
    />
  );
}

function Basis({ table }: { readonly table: StaffingAnswer }): ReactNode {
  const { callsFrom, pastDays, handlingFrom, handlingSeconds, target } = table;
  const days = pastDays.map((day) => day.split('-').toReversed().join('/')).join(', ');
  const calls = {
    history: `Appels : moyenne des mêmes jours passés (${days}), comptés comme dans leurs rapports.`,
    entered: `Appels : saisis, répartis ${pastDays.length === 0 ? 'également entre les demi-heures' : `comme les ${days}`}.`,
    nothing: 'Appels : aucun même jour passé dans le journal.',
  }[callsFrom];
  const handling = {
    history: 'constatée ces jours-là',
    entered: 'saisie',
    assumed: 'supposée, faute de passé',
  }[handlingFrom];
  const aim =
    target.type === 'answer-rate'
      ? `${percent(target.share)} décrochés si les appelants patientent ${duration(target.patienceSeconds)} en moyenne, sans compter les rappels`
      : `${percent(target.share)} décrochés en ${duration(target.seconds)} si aucun appelant ne renonce`;
  return `${calls} DMT ${handling} : ${duration(handlingSeconds)}. Objectif : ${aim}.`;
}

function emptyText({ isOpen, callsFrom }: StaffingAnswer): string {
  if (!isOpen) return 'Le service est fermé ce jour-là.';
  return callsFrom === 'nothing' ? 'Saisissez les appels attendus dans la journée.' : 'Aucune demi-heure.';
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
