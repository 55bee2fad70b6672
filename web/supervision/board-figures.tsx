import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import type { LiveBoard } from '../../contracts/live-board.ts';
import { count, duration, hour, percent } from './french.ts';

function Figure({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Box variant="span" fontSize="heading-xl" fontWeight="bold">
      {children}
    </Box>
  );
}

/** What is true only now: never in a report, so that it says so (design principle 2). */
export function NowFigures({ board }: { readonly board: LiveBoard }): ReactNode {
  const { now, at, timeZone } = board;
  const header = (
    <Header variant="h2" description={`Instantané de ${hour(at, timeZone)}`}>
      En ce moment
    </Header>
  );
  if (now === undefined) {
    return (
      <Container header={header}>
        <StatusIndicator type="pending">
          Amazon Connect est trop sollicité pour le dire ; nouvel essai dans un instant.
        </StatusIndicator>
      </Container>
    );
  }
  const pair = (label: string, value: number) => ({ label, value: <Figure>{count(value)}</Figure> });
  return (
    <Container header={header}>
      <KeyValuePairs
        columns={4}
        items={[
          pair('Appels en attente', now.waiting),
          ...(now.longestWait === undefined
            ? []
            : [{ label: 'Plus longue attente', value: <Figure>{duration(now.longestWait)}</Figure> }]),
          pair('Conseillers libres', now.agentsAvailable),
          pair('En conversation', now.agentsOnContact),
          pair('Après-appel', now.agentsAfterCall),
        ]}
      />
    </Container>
  );
}

/** The answer rate of the day against its objective, and where it goes. */
export function RateFigures({ board }: { readonly board: LiveBoard }): ReactNode {
  const { rates, objective, forecast, callbacks } = board;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Appels décrochés, ou rappelés et joints avant la fin du prochain jour ouvré, parmi les appels présentés"
        >
          Taux de réponse du jour
        </Header>
      }
    >
      <KeyValuePairs
        columns={4}
        items={[
          {
            label: `Avec les rappels (objectif ${percent(objective)})`,
            value: <Against rate={rates?.answer} objective={objective} />,
          },
          { label: 'Sans les rappels', value: <Figure>{percent(rates?.live)}</Figure> },
          {
            label: 'Prévu à la fermeture',
            value:
              forecast === undefined ? (
                '–'
              ) : (
                <>
                  <Against rate={forecast.likely} objective={objective} />
                  <Box color="text-body-secondary" fontSize="body-s">
                    de {percent(forecast.lowest)} à {percent(forecast.highest)} selon les rappels ;{' '}
                    {count(forecast.expectedCalls)} appels encore attendus
                  </Box>
                </>
              ),
          },
          {
            label: 'Rappels à faire',
            value: (
              <>
                <Figure>{count(callbacks.open)}</Figure>
                <Box color="text-body-secondary" fontSize="body-s">
                  {count(callbacks.dueNow)} dès qu’un conseiller est libre ; {count(callbacks.reached)} joints,{' '}
                  {count(callbacks.notReached)} non joints
                </Box>
              </>
            ),
          },
        ]}
      />
    </Container>
  );
}

function Against({ rate, objective }: { readonly rate: number | undefined; readonly objective: number }): ReactNode {
  if (rate === undefined) return '–';
  return (
    <>
      <Figure>{percent(rate)}</Figure>{' '}
      {rate >= objective ? (
        <StatusIndicator type="success">objectif tenu</StatusIndicator>
      ) : (
        <StatusIndicator type="error">sous l’objectif</StatusIndicator>
      )}
    </>
  );
}
