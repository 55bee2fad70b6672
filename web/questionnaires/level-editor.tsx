import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { type Change, Whole, Words } from './fields.tsx';
import { numberIn, textIn } from './tree.ts';

interface Props {
  readonly level: unknown;
  readonly index: number;
  readonly onChange: Change;
}

/** One level: its thresholds, and what follows. */
export function LevelEditor({ level, index, onChange }: Props): ReactNode {
  const at = ['levels', index] as const;
  const field = { of: level, at, onChange };
  const to = numberIn(level, 'to');
  return (
    <ExpandableSection
      variant="container"
      headerText={`Niveau ${textIn(level, 'label')}`}
      headerDescription={`Scores ${numberIn(level, 'from') ?? '?'} ${to === undefined ? 'et plus' : `à ${to}`}`}
      headingTagOverride="h3"
    >
      <SpaceBetween size="m">
        <Words {...field} name="label" label="Nom" />
        <Whole {...field} name="from" label="À partir du score" />
        <Whole {...field} name="to" label="Jusqu’au score" description="Vide pour le dernier niveau" />
        <Words {...field} name="conduct" label="Ce que fait le conseiller" />
        <Words {...field} name="selfService" label="Ce que lit ou entend la personne seule" />
      </SpaceBetween>
    </ExpandableSection>
  );
}
