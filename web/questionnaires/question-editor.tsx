import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Grid from '@cloudscape-design/components/grid';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { type Change, numberOrText, Whole, Words } from './fields.tsx';
import { listIn, membersOf, numberIn, textIn } from './tree.ts';

interface Props {
  readonly question: unknown;
  /** Its rank in the draft, from 0. */
  readonly index: number;
  readonly onChange: Change;
  readonly onRemove: () => void;
}

const columns = [{ colspan: { default: 8, s: 8 } }, { colspan: { default: 4, s: 2 } }];

/** One question: its words, its weight, and what its answers are worth. Branches stay as they are. */
export function QuestionEditor({ question, index, onChange, onRemove }: Props): ReactNode {
  const at = ['questions', index] as const;
  const field = { of: question, at, onChange };
  const isAlone = typeof membersOf(question)['selfService'] === 'string';
  return (
    <ExpandableSection
      variant="container"
      headerText={`${index + 1}. ${textIn(question, 'text')}`}
      headerDescription={listIn(question, 'answers')
        .map((answer) => `${textIn(answer, 'label')} : ${numberIn(answer, 'points') ?? '?'}`)
        .join(' · ')}
      headingTagOverride="h3"
    >
      <SpaceBetween size="m">
        <Words {...field} name="text" label="Question" />
        <Words {...field} name="thirdPerson" label="Posée à un proche" />
        {isAlone && <Words {...field} name="selfService" label="Posée sans conseiller" />}
        <Whole {...field} name="weight" label="Coefficient des points" description="Vide : 1" />
        <SpaceBetween size="xs">
          <Box variant="awsui-key-label">Réponses, et points (plus il y en a, plus c’est grave)</Box>
          {listIn(question, 'answers').map((answer, rank) => (
            <Grid key={textIn(answer, 'code')} gridDefinition={columns}>
              <Input
                ariaLabel={`Réponse ${rank + 1}`}
                value={textIn(answer, 'label')}
                onChange={({ detail }) => onChange([...at, 'answers', rank, 'label'], detail.value)}
              />
              <Input
                ariaLabel={`Points de la réponse ${rank + 1}`}
                inputMode="numeric"
                value={String(numberIn(answer, 'points') ?? textIn(answer, 'points'))}
                onChange={({ detail }) =>
                  onChange([...at, 'answers', rank, 'points'], numberOrText(detail.value.trim()))
                }
              />
            </Grid>
          ))}
        </SpaceBetween>
        <Button iconName="remove" onClick={onRemove}>
          Retirer la question {index + 1}
        </Button>
      </SpaceBetween>
    </ExpandableSection>
  );
}
