import Alert from '@cloudscape-design/components/alert';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { type ReactNode, useState } from 'react';
import type { WatchEpisode } from '../../contracts/watch.ts';
import { figureText, watchWords } from '../../contracts/watch-words.ts';
import { SettingCard } from '../settings/setting-card.tsx';
import { useSettings } from '../settings/use-settings.ts';
import { hour } from '../supervision/french.ts';
import type { SupervisionTabProps } from '../supervision/tabs.ts';
import { useWatch } from './use-watch.ts';

/** Alerts of the day, and the rules that make them (COMMON-44). */
export default function AlertsPanel({ programme }: SupervisionTabProps): ReactNode {
  const { name, timeZone } = programme;
  const episodes = useWatch(name)?.episodes ?? [];
  const { settings, failure, reload } = useSettings(name);
  const [isSaved, setSaved] = useState(false);
  const rules = settings?.find(({ code }) => code === 'watchRules');
  const told = ({ told: sides }: WatchEpisode) =>
    sides.length === 0 ? 'Personne' : sides.map((side) => (side === 'client' ? 'Client' : 'Centre')).join(', ');
  return (
    <SpaceBetween size="l">
      <Table
        header={
          <Header variant="h2" description="Celles qui durent, puis celles qui ont fini aujourd’hui">
            Alertes du jour
          </Header>
        }
        items={episodes}
        trackBy="id"
        wrapLines
        ariaLabels={{ tableLabel: 'Alertes du jour' }}
        columnDefinitions={[
          {
            id: 'what',
            header: 'Alerte',
            cell: ({ code }) => watchWords[code].title,
            isRowHeader: true,
            minWidth: 160,
          },
          {
            id: 'state',
            header: 'État',
            minWidth: 150,
            cell: ({ endedAt }) =>
              endedAt === undefined ? (
                <StatusIndicator type="warning">En cours</StatusIndicator>
              ) : (
                <StatusIndicator type="success">Finie à {hour(endedAt, timeZone)}</StatusIndicator>
              ),
          },
          { id: 'from', header: 'Début', cell: ({ beganAt }) => hour(beganAt, timeZone), minWidth: 80 },
          { id: 'value', header: 'Au début', cell: ({ code, value }) => figureText(code, value), minWidth: 150 },
          { id: 'told', header: 'Prévenus', cell: told, minWidth: 110 },
        ]}
        empty="Aucune alerte aujourd’hui."
      />
      {failure !== undefined && <Alert type="warning">{failure}</Alert>}
      {isSaved && (
        <Alert type="success" dismissible onDismiss={() => setSaved(false)}>
          Les règles d’alerte sont enregistrées. Le centre en tient compte dans les cinq minutes.
        </Alert>
      )}
      {rules !== undefined && (
        <SettingCard
          key={rules.seen}
          programme={name}
          timeZone={timeZone}
          setting={rules}
          mayChange={programme.roles.includes('supervisor')}
          onChanged={() => {
            setSaved(true);
            reload();
          }}
        />
      )}
    </SpaceBetween>
  );
}
