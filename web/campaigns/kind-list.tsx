import ExpandableSection from '@cloudscape-design/components/expandable-section';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { CampaignKind } from '../../contracts/campaign-board.ts';
import { percent } from '../supervision/french.ts';
import { plural } from './campaign-words.ts';

/** Kinds of campaigns as in force (REFLEX-10): read here, changed as content is. */
export function KindList({ kinds }: { readonly kinds: readonly CampaignKind[] }): ReactNode {
  return (
    <SpaceBetween size="s">
      {kinds.map((kind) => (
        <ExpandableSection
          key={kind.code}
          headerText={kind.label}
          headerDescription={startOf(kind)}
          headingTagOverride="h3"
        >
          <KeyValuePairs columns={3} items={rulesOf(kind)} />
        </ExpandableSection>
      ))}
    </SpaceBetween>
  );
}

function startOf({ start, triggerLevel = 0 }: CampaignKind): string {
  if (start === 'order') return 'Commence par une commande : des listes, une échéance.';
  return start === 'fed'
    ? 'Les personnes y entrent une à une, chacune à son heure.'
    : `Commence quand le niveau ${triggerLevel} est déclaré.`;
}

function rulesOf(kind: CampaignKind) {
  const { maxAttempts, withinHours, minimumGapMinutes, minimumDayParts, dayParts, ringSeconds, callingWindow } = kind;
  const window = `de ${callingWindow.from} à ${callingWindow.to}`;
  return [
    {
      label: 'Tentatives',
      value: `${plural(maxAttempts, 'tentative')} au plus en ${plural(withinHours, 'heure')}, dans ${plural(minimumDayParts, 'plage')} au moins`,
    },
    { label: 'Entre deux tentatives', value: `${plural(minimumGapMinutes, 'minute')} au moins` },
    { label: 'Plages', value: dayParts.map(({ from, to }) => `${from}–${to}`).join(', ') },
    { label: 'Personne n’est appelé hors', value: window },
    { label: 'Sonnerie', value: `${ringSeconds} secondes` },
    {
      label: 'Mode',
      value:
        kind.mode === 'preview'
          ? 'Le conseiller lit la fiche, puis appelle'
          : 'Un appel part dès qu’un conseiller est libre',
    },
    ...(kind.cycleHours === undefined ? [] : [{ label: 'Cycle', value: plural(kind.cycleHours, 'heure') }]),
    {
      label: 'Premier appel',
      value: `${plural(kind.startWithinHours, 'heure')} au plus après le lancement, ou à l’ouverture suivante`,
    },
    ...(kind.objective === undefined ? [] : [{ label: 'Objectif', value: percent(kind.objective) }]),
    { label: 'Annonce', value: `« ${kind.announcement} »` },
    { label: 'À qui rappelle', value: `« ${kind.ringBack} »` },
  ];
}
