import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import type { SettingVersion } from '../../contracts/settings.ts';

/** Who changed a setting, when, why, and what it said before and after (SAMPS-40). */
export function SettingHistory({
  history,
  timeZone,
}: {
  readonly history: readonly SettingVersion[];
  readonly timeZone: string;
}): ReactNode {
  const moment = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short', timeZone });
  const instant = (at: string) => (at.startsWith('1970') ? 'l’origine' : moment.format(new Date(at)));
  return (
    <Table
      variant="embedded"
      header={<Header variant="h3">Historique</Header>}
      items={history}
      trackBy={({ validFrom, at }) => `${validFrom} ${at}`}
      wrapLines
      ariaLabels={{ tableLabel: 'Historique du réglage' }}
      columnDefinitions={[
        {
          id: 'from',
          header: 'Depuis',
          minWidth: 110,
          cell: ({ validFrom, cancelled }) =>
            cancelled === undefined ? instant(validFrom) : `${instant(validFrom)}, annulé`,
          isRowHeader: true,
        },
        {
          id: 'by',
          header: 'Par',
          minWidth: 110,
          cell: ({ by, origin }) => by ?? (origin === 'seed' ? 'installation' : '–'),
        },
        {
          id: 'reason',
          header: 'Motif',
          minWidth: 130,
          cell: ({ reason, cancelled }) => (
            <>
              {reason ?? '–'}
              {cancelled !== undefined && (
                <div>
                  Annulé le {instant(cancelled.at)} par {cancelled.by} : {cancelled.reason}
                </div>
              )}
            </>
          ),
        },
        {
          id: 'changes',
          header: 'Avant → après',
          minWidth: 160,
          cell: ({ changes }) =>
            changes.length === 0
              ? '–'
              : changes.map(({ place, before, after }) => (
                  <div key={place}>
                    <Box variant="small">{place}</Box> {before ?? 'rien'} → {after ?? 'rien'}
                  </div>
                )),
        },
      ]}
      empty="Aucun changement."
    />
  );
}
