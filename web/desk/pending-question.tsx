import Checkbox from '@cloudscape-design/components/checkbox';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { type ReactNode, useId } from 'react';
import type { DraftKeeper } from './draft-keeper.ts';

interface Props {
  readonly keeper: DraftKeeper;
  /** The number of the person is known: they can be called with the answer. */
  readonly isKnown: boolean;
}

/** What no card answers is asked of the client (SAMPS-23): the text, by when, and whether the person wishes to be called. */
export function PendingQuestion({ keeper, isKnown }: Props): ReactNode {
  const id = useId();
  const { question, questionId, questionDue, questionCallBack } = keeper.draft;
  const isParked = questionId !== undefined;
  return (
    <ExpandableSection headerText="Poser une question en attente">
      <SpaceBetween size="xs">
        <FormField description="Sans nom ni numéro : le service y répondra.">
          <Textarea
            rows={2}
            ariaLabel="Question en attente"
            value={question ?? ''}
            disabled={isParked}
            onChange={({ detail }) => keeper.change({ question: detail.value })}
          />
        </FormField>
        <div className="desk-moment">
          <label htmlFor={id}>Réponse souhaitée pour le (facultatif)</label>
          <input
            id={id}
            type="date"
            value={questionDue ?? ''}
            disabled={isParked}
            onChange={({ target }) => keeper.change({ questionDue: target.value || undefined })}
          />
        </div>
        {isKnown ? (
          <Checkbox
            checked={questionCallBack !== 'non'}
            disabled={isParked}
            onChange={({ detail }) => keeper.change({ questionCallBack: detail.checked ? undefined : 'non' })}
          >
            Rappeler la personne avec la réponse
          </Checkbox>
        ) : (
          'Son numéro est masqué : la réponse lui sera dite à son prochain appel.'
        )}
      </SpaceBetween>
    </ExpandableSection>
  );
}
