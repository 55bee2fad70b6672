import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import Textarea from '@cloudscape-design/components/textarea';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Choice, QuestionnaireScreen, QuestionnaireView } from './questionnaire-view.ts';
import { type Told, useQuestionnaire } from './use-questionnaire.ts';

interface Props {
  readonly programme: string;
  readonly attemptId: string;
  readonly contactId: string;
  /** The agent and the person talk: the red button may be needed. */
  readonly isTalking: boolean;
  /** What the texts call `{agent}` and `{person}`. */
  readonly names: { readonly agent: string; readonly person: string };
}

/** The questionnaire, one screen at a time: keys 1 to 9 answer, backspace goes back. */
export function QuestionnairePanel({ programme, attemptId, contactId, isTalking, names }: Props): ReactNode {
  const { view, fault, isSending, tell, back } = useQuestionnaire({ programme, attemptId, contactId });
  const inWords = (text: string) => text.replaceAll('{agent}', names.agent).replaceAll('{person}', names.person);
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={view?.screen.type === 'question' ? `${view.screen.number} / ${view.screen.of}` : ''}
          actions={
            <button
              type="button"
              className="desk-emergency"
              disabled={view === undefined || !isTalking || isSending}
              onClick={() => void tell({ emergency: true })}
            >
              Urgence vitale
            </button>
          }
        >
          {view?.questionnaire.title ?? 'Questionnaire'}
        </Header>
      }
    >
      <SpaceBetween size="s">
        {fault !== undefined && <Alert type="warning">{fault}</Alert>}
        {view === undefined ? <Spinner /> : <ScreenOf view={view} tell={tell} back={back} inWords={inWords} />}
        {view?.referrals !== undefined && view.referrals.length > 0 && (
          <Alert type="success">
            Signalé à {view.referrals.map(({ cell, level }) => `${cell} (${level})`).join(', ')}.
          </Alert>
        )}
        {view !== undefined && view.answered.length > 0 && (
          <ExpandableSection headerText={`Réponses données (${view.answered.length})`}>
            <ol className="desk-answers">
              {view.answered.map(({ question, text, label }) => (
                <li key={question}>
                  <Button variant="inline-link" onClick={() => void back(question)}>
                    {label}
                  </Button>{' '}
                  {inWords(text)}
                </li>
              ))}
            </ol>
          </ExpandableSection>
        )}
      </SpaceBetween>
    </Container>
  );
}

interface ScreenProps {
  readonly view: QuestionnaireView;
  readonly tell: (told: Told) => Promise<void>;
  readonly back: (question: string) => Promise<void>;
  readonly inWords: (text: string) => string;
}

function ScreenOf({ view, tell, back, inWords }: ScreenProps): ReactNode {
  const { screen } = view;
  switch (screen.type) {
    case 'opening':
      return (
        <Ask
          id="opening"
          text={inWords(screen.text)}
          choices={screen.choices}
          onChoose={(respondent) => void tell({ respondent })}
        />
      );
    case 'question': {
      const { question, previous, chosen } = screen;
      return (
        <Ask
          id={question}
          text={inWords(screen.text)}
          choices={screen.choices}
          hint={screen.observed ? 'Ne posez pas la question : répondez d’après ce que vous entendez.' : undefined}
          chosen={chosen}
          onChoose={(code) => void tell({ answers: { [question]: code } })}
          onBack={previous === undefined ? undefined : () => void back(previous)}
        />
      );
    }
    case 'advice':
      return <Advice screen={screen} onSaid={() => void tell({ adviceSaid: true })} />;
    case 'wrong-number':
      return <Box>Excusez-vous et raccrochez, puis notez l’issue « Faux numéro ».</Box>;
    case 'emergency':
      return (
        <Alert type="error" header="Urgence vitale">
          {screen.text}
        </Alert>
      );
    case 'end':
      return <End view={view} screen={screen} tell={tell} />;
  }
}

interface AskProps {
  readonly id: string;
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly hint?: string | undefined;
  readonly chosen?: string | undefined;
  readonly onChoose: (code: string) => void;
  readonly onBack?: (() => void) | undefined;
}

function Ask({ id, text, choices, hint, chosen, onChoose, onBack }: AskProps): ReactNode {
  const region = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question takes the focus
  useEffect(() => region.current?.focus(), [id]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const choice = choices[Number(event.key) - 1];
    if (choice !== undefined) onChoose(choice.code);
    else if (event.key === 'Backspace') onBack?.();
    else return;
    event.preventDefault();
  };
  return (
    <section
      className="desk-question"
      ref={region}
      tabIndex={-1}
      aria-labelledby={`question-${id}`}
      onKeyDown={onKeyDown}
    >
      <h3 id={`question-${id}`}>{text}</h3>
      {hint !== undefined && <Box color="text-status-info">{hint}</Box>}
      <div className="choices">
        {choices.map(({ code, label }, index) => (
          <button key={code} type="button" aria-pressed={chosen === code} onClick={() => onChoose(code)}>
            {index < 9 && <kbd>{index + 1}</kbd>} {label}
          </button>
        ))}
      </div>
      {onBack !== undefined && (
        <Box margin={{ top: 's' }}>
          <Button variant="link" onClick={onBack}>
            Question précédente
          </Button>
        </Box>
      )}
    </section>
  );
}

type ScreenOfType<T extends QuestionnaireScreen['type']> = Extract<QuestionnaireScreen, { readonly type: T }>;

function Advice({
  screen,
  onSaid,
}: {
  readonly screen: ScreenOfType<'advice'>;
  readonly onSaid: () => void;
}): ReactNode {
  const [isSaid, setSaid] = useState(false);
  const say = () => {
    setSaid(true);
    onSaid();
  };
  return (
    <div>
      <Box variant="h3">{screen.text}</Box>
      <ul>
        {screen.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <Checkbox checked={isSaid} disabled={isSaid} onChange={say}>
        {screen.tick}
      </Checkbox>
    </div>
  );
}

function End({
  view,
  screen,
  tell,
}: Pick<ScreenProps, 'view' | 'tell'> & { readonly screen: ScreenOfType<'end'> }): ReactNode {
  const [comment, setComment] = useState(view.comment.text ?? '');
  const { level, score } = screen.result;
  return (
    <SpaceBetween size="s">
      <Alert
        type={view.callback ? 'warning' : 'success'}
        header={`Questionnaire terminé · score ${score}${level === undefined ? '' : ` · ${level}`}`}
      >
        {screen.text}
        {(screen.instructions ?? []).map((one) => (
          <Box key={one}>{one}</Box>
        ))}
      </Alert>
      <FormField label={view.comment.label}>
        <Textarea
          rows={2}
          value={comment}
          onChange={({ detail }) => setComment(detail.value)}
          onBlur={() => {
            if (comment.trim() !== '' && comment !== view.comment.text) void tell({ comment });
          }}
        />
      </FormField>
    </SpaceBetween>
  );
}
