import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Tabs from '@cloudscape-design/components/tabs';
import { type ReactNode, Suspense, useState } from 'react';
import type { LiveBoard } from '../../contracts/live-board.ts';
import type { SessionProgramme } from '../../contracts/session.ts';
import { CampaignsSection } from '../campaigns/campaigns-section.tsx';
import { useSession } from '../shell/session.ts';
import { WatchBanner } from '../watch/watch-banner.tsx';
import { AgentTable } from './agent-table.tsx';
import { NowFigures, RateFigures } from './board-figures.tsx';
import { hour, longDay } from './french.ts';
import { HalfHourChart } from './half-hour-chart.tsx';
import { SchemeTable } from './scheme-table.tsx';
import { type SupervisionTab, supervisionTabs } from './tabs.ts';
import { useBoard } from './use-board.ts';

const emptyStates = {
  supervisor: 'Votre compte ne supervise aucun programme. Demandez-le à votre administrateur.',
  client: 'Votre compte n’est client d’aucun programme. Demandez-le à votre administrateur.',
} as const;

/** The wallboard (COMMON-44, SAMPS-40, SAMPS-42): the day of a programme as it goes, for whoever supervises it or has it done; a client changes nothing. */
export function SupervisionPage({ viewer }: { readonly viewer: keyof typeof emptyStates }): ReactNode {
  const programmes = useSession().programmes.filter(({ roles }) => roles.includes(viewer));
  const [first] = programmes;
  const [chosen, setChosen] = useState(first);
  if (chosen === undefined) {
    return <Alert type="info">{emptyStates[viewer]}</Alert>;
  }
  return (
    <SpaceBetween size="l">
      {programmes.length > 1 && (
        <Select
          ariaLabel="Programme"
          selectedOption={{ value: chosen.name, label: chosen.title }}
          options={programmes.map(({ name, title }) => ({ value: name, label: title }))}
          onChange={({ detail }) =>
            setChosen(programmes.find(({ name }) => name === detail.selectedOption.value) ?? chosen)
          }
        />
      )}
      <ProgrammeBoard key={chosen.name} programme={chosen} />
    </SpaceBetween>
  );
}

function ProgrammeBoard({ programme }: { readonly programme: SessionProgramme }): ReactNode {
  const { board, failure, isLive, refresh } = useBoard(programme.name);
  const [tab, setTab] = useState(() => window.location.hash.slice(1) || 'journee');
  const show = (id: string) => {
    setTab(id);
    window.history.replaceState(undefined, '', `#${id}`);
  };
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description={board && dayLine(board)}
        actions={
          <SpaceBetween direction="horizontal" size="s" alignItems="center">
            <StatusIndicator type={isLive ? 'success' : 'stopped'}>
              {isLive ? 'En direct' : 'Relu toutes les 30 secondes'}
            </StatusIndicator>
            <Button iconName="refresh" onClick={refresh}>
              Actualiser
            </Button>
          </SpaceBetween>
        }
      >
        {programme.title}
      </Header>
      {failure !== undefined && (
        <Alert type="warning" header={board && `Chiffres de ${hour(board.at, board.timeZone)}`}>
          {failure}
        </Alert>
      )}
      <WatchBanner programme={programme.name} timeZone={programme.timeZone} onShow={() => show('alertes')} />
      <Tabs
        activeTabId={tab}
        onChange={({ detail }) => show(detail.activeTabId)}
        tabs={[
          {
            id: 'journee',
            label: 'Journée',
            content: board === undefined ? failure === undefined && <Spinner size="large" /> : <Board board={board} />,
          },
          ...supervisionTabs
            .filter(({ isFor = () => true }) => isFor(programme))
            .map((tab) => ({ id: tab.id, label: tab.label, content: <TabContent tab={tab} programme={programme} /> })),
        ]}
      />
    </SpaceBetween>
  );
}

interface TabContentProps {
  readonly tab: SupervisionTab;
  readonly programme: SessionProgramme;
}

function TabContent({ tab: { component: Content }, programme }: TabContentProps): ReactNode {
  return (
    <Suspense fallback={<Spinner size="large" />}>
      <Content programme={programme} />
    </Suspense>
  );
}

function dayLine({ day, opening, timeZone }: LiveBoard): string {
  const hours =
    opening === undefined
      ? 'fermé aujourd’hui'
      : `ouvert de ${hour(opening.from, timeZone)} à ${hour(opening.to, timeZone)}`;
  return `${longDay(day)}, ${hours}`;
}

function Board({ board }: { readonly board: LiveBoard }): ReactNode {
  return (
    <SpaceBetween size="l">
      <NowFigures board={board} />
      <RateFigures board={board} />
      <CampaignsSection programme={board.programme} />
      <SchemeTable board={board} />
      {board.halfHours.length > 0 && (
        <Container header={<Header variant="h2">Par demi-heure</Header>}>
          <HalfHourChart halfHours={board.halfHours} />
          <Box color="text-body-secondary" fontSize="body-s">
            Décrochés en vert, abandonnés au-dessus en orange, comptés à l’heure d’arrivée de l’appel.
          </Box>
        </Container>
      )}
      {board.agents !== undefined && <AgentTable board={board} />}
    </SpaceBetween>
  );
}
