import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import type { BoardCampaign, CampaignProgress } from '../../contracts/campaign-board.ts';
import { count, longDay } from '../supervision/french.ts';
import { moment, standingOf } from './campaign-words.ts';
import { PaceChart, paceWords } from './pace-chart.tsx';

interface CampaignFiguresProps {
  readonly campaign: BoardCampaign;
  readonly timeZone: string;
}

/** Where a campaign stands: what was done, against what its promise needs. */
export function CampaignFigures({ campaign, timeZone }: CampaignFiguresProps): ReactNode {
  const { progress, order, cycles, state } = campaign;
  const cycle = cycles.at(-1);
  const standing = standingOf(campaign);
  return (
    <SpaceBetween size="m">
      <KeyValuePairs
        columns={4}
        items={[
          { label: 'État', value: <StatusIndicator type={standing.type}>{standing.text}</StatusIndicator> },
          { label: 'Personnes', value: <Figure value={progress?.people ?? cycle?.people ?? 0} /> },
          ...(progress === undefined
            ? []
            : doneItems(progress, { isOrder: order !== undefined, isOver: state === 'over' })),
          ...(cycle === undefined ? [] : [{ label: 'Échéance', value: moment(cycle.until, timeZone), id: 'deadline' }]),
        ]}
      />
      {progress !== undefined && progress.curve.length > 0 && (
        <div>
          <PaceChart progress={progress} timeZone={timeZone} />
          <Box color="text-body-secondary" fontSize="body-s">
            {order === undefined
              ? 'Trait plein : questionnaires complets. Tirets : le rythme du plan, porté à l’objectif à l’échéance.'
              : 'Trait plein : dossiers traités. Tirets : un rythme égal sur les heures ouvertes, jusqu’à l’échéance.'}
          </Box>
        </div>
      )}
    </SpaceBetween>
  );
}

function Figure({ value, children }: { readonly value: number; readonly children?: ReactNode }): ReactNode {
  return (
    <>
      <Box variant="span" fontSize="heading-xl" fontWeight="bold">
        {count(value)}
      </Box>
      {children !== undefined && (
        <Box color="text-body-secondary" fontSize="body-s">
          {children}
        </Box>
      )}
    </>
  );
}

/** Of what is over, no pace is left to keep, and nothing to expect. */
function doneItems(
  progress: CampaignProgress,
  { isOrder, isOver }: { readonly isOrder: boolean; readonly isOver: boolean },
) {
  const { reached, refused, notReached, otherwise, remaining, attempts, promised, owed, curve } = progress;
  const over = [
    `${count(refused)} refus`,
    `${count(notReached)} non joints`,
    ...(otherwise > 0 ? [`${count(otherwise)} autrement`] : []),
  ];
  return [
    {
      label: isOrder ? 'Joints' : 'Questionnaires complets',
      value: (
        <>
          <Figure value={reached}>{over.join(', ')}</Figure>
          {owed !== undefined && curve.length > 0 && !isOver && (
            <StatusIndicator type={progress.doneNow >= (progress.neededNow ?? 0) ? 'success' : 'warning'}>
              {paceWords(progress)}
            </StatusIndicator>
          )}
        </>
      ),
    },
    { label: 'Encore à joindre', value: <Figure value={remaining} /> },
    { label: 'Tentatives', value: <Figure value={attempts} /> },
    ...(promised === undefined
      ? []
      : [
          {
            label: 'Rappels promis',
            value: <Figure value={promised.owed}>{count(promised.kept)} tenus</Figure>,
          },
        ]),
    ...(isOver
      ? []
      : [
          {
            label: isOrder ? 'Fin prévue' : 'Attendus à l’échéance',
            value: <Expected progress={progress} isOrder={isOrder} />,
          },
        ]),
  ];
}

function Expected({
  progress,
  isOrder,
}: {
  readonly progress: CampaignProgress;
  readonly isOrder: boolean;
}): ReactNode {
  const { expected, owed = 0, late, projectedEnd, remaining } = progress;
  if (isOrder) {
    return (
      <>
        {projectedEnd === undefined ? 'aucune fin en vue' : longDay(projectedEnd)}{' '}
        {late ? (
          <StatusIndicator type="error">retard prévu</StatusIndicator>
        ) : (
          <StatusIndicator type="success">{remaining === 0 ? 'tout est fait' : 'dans les temps'}</StatusIndicator>
        )}
      </>
    );
  }
  if (expected === undefined) return '–';
  return (
    <>
      <Figure value={expected.mean}>
        de {count(expected.low)} à {count(expected.high)} à 95 % ; objectif {count(owed)}
      </Figure>
      {late ? (
        <StatusIndicator type="error">objectif non attendu</StatusIndicator>
      ) : (
        <StatusIndicator type="success">objectif attendu</StatusIndicator>
      )}
    </>
  );
}
