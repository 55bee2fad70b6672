import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { type ReactNode, useEffect, useState } from 'react';
import type { DraftReview, KnownQuestionnaire } from '../../contracts/questionnaire-drafts.ts';
import { daysBefore } from './days-before.ts';
import { sendDraft } from './drafts-api.ts';
import { type Change, Words } from './fields.tsx';
import { LevelEditor } from './level-editor.tsx';
import { QuestionEditor } from './question-editor.tsx';
import { ReviewView } from './review-view.tsx';
import { listIn, membersOf, replaced, textIn } from './tree.ts';

interface Props {
  readonly programme: string;
  /** Local day, YYYY-MM-DD. */
  readonly today: string;
  readonly inForce: KnownQuestionnaire;
  readonly onPublished: () => void;
}

/** As far back as the centre reads while its author waits. */
const pastDays = 7;

/** A draft of a questionnaire: corrected, checked with a dry run on the last days, then published; nothing is in force before. */
export function QuestionnaireEditor({ programme, today, inForce, onPublished }: Props): ReactNode {
  const { definition, version } = inForce;
  const [draft, setDraft] = useState(definition);
  const [checked, setChecked] = useState<{ readonly draft: unknown; readonly review: DraftReview }>();
  const [failure, setFailure] = useState<string>();
  const [sending, setSending] = useState<'check' | 'publish'>();
  const isChanged = draft !== definition;
  const change: Change = (place, value) => setDraft((current: unknown) => replaced(current, place, value));
  useEffect(() => {
    if (!isChanged) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isChanged]);

  async function send(publish: boolean) {
    setSending(publish ? 'publish' : 'check');
    try {
      const past = { from: daysBefore(today, pastDays - 1), to: today };
      const answer = await sendDraft(programme, { questionnaire: draft, basedOn: version, past, publish });
      setChecked({ draft, review: answer });
      setFailure(undefined);
      if (answer.accepted && answer.published) onPublished();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setSending(undefined);
    }
  }

  const review = checked?.draft === draft ? checked?.review : undefined;
  const questions = listIn(draft, 'questions');
  return (
    <SpaceBetween size="l">
      <ExpandableSection variant="container" headerText="Accueil et conseils" headingTagOverride="h2">
        <SpaceBetween size="m">
          <Words of={draft} at={[]} name="title" label="Titre" onChange={change} />
          <Words
            {...{ of: membersOf(draft)['opening'], at: ['opening'], name: 'text', onChange: change }}
            label="Ce que dit le conseiller"
            description="{agent} et {person} deviennent les noms."
          />
          <Words
            {...{ of: membersOf(draft)['opening'], at: ['opening'], name: 'selfService', onChange: change }}
            label="Ce que lit ou entend la personne seule"
          />
          <AdviceItems draft={draft} onChange={change} />
        </SpaceBetween>
      </ExpandableSection>
      <Header variant="h2" counter={`(${questions.length})`}>
        Questions
      </Header>
      {questions.map((question, index) => (
        <QuestionEditor
          key={textIn(question, 'id')}
          question={question}
          index={index}
          onChange={change}
          onRemove={() =>
            change(
              ['questions'],
              questions.filter((_one, other) => other !== index),
            )
          }
        />
      ))}
      <Header variant="h2">Niveaux</Header>
      {listIn(draft, 'levels').map((level, index) => (
        <LevelEditor key={textIn(level, 'code')} level={level} index={index} onChange={change} />
      ))}
      {review !== undefined && <ReviewView review={review} draft={draft} />}
      {failure !== undefined && <Alert type="error">{failure}</Alert>}
      <SpaceBetween direction="horizontal" size="s">
        <Button
          loading={sending === 'check'}
          loadingText="Vérification"
          disabled={!isChanged}
          disabledReason="Rien n’est changé."
          onClick={() => void send(false)}
        >
          Vérifier
        </Button>
        <Button
          variant="primary"
          loading={sending === 'publish'}
          loadingText="Publication"
          disabled={!isChanged || review?.accepted !== true}
          disabledReason="Vérifiez d’abord ce brouillon."
          onClick={() => void send(true)}
        >
          Publier
        </Button>
        <Button disabled={!isChanged} disabledReason="Rien n’est changé." onClick={() => setDraft(definition)}>
          Abandonner les corrections
        </Button>
      </SpaceBetween>
    </SpaceBetween>
  );
}

/** One piece of advice a line. */
function AdviceItems({ draft, onChange }: { readonly draft: unknown; readonly onChange: Change }): ReactNode {
  const items = listIn(membersOf(draft)['advice'], 'items');
  return (
    <FormField label="Conseils à dire" description="Un par ligne" stretch>
      <Textarea
        rows={Math.max(3, items.length)}
        value={items.map(String).join('\n')}
        onChange={({ detail }) => onChange(['advice', 'items'], detail.value.split('\n'))}
      />
    </FormField>
  );
}
