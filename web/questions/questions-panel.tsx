import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { QuestionsAnswer, ShownQuestion } from '../../contracts/questions.ts';
import type { SessionProgramme } from '../../contracts/session.ts';
import { useLive } from '../shell/use-live.ts';
import { QuestionCard } from './question-card.tsx';
import { readQuestions } from './questions-api.ts';

/** Questions that agents could not answer (SAMPS-23): the client answers here, and whoever asked is called back. */
export default function QuestionsPanel({ programme }: { readonly programme: SessionProgramme }): ReactNode {
  const [known, setKnown] = useState<QuestionsAnswer>();
  const [failure, setFailure] = useState<string>();
  const [said, setSaid] = useState<string>();
  const load = useCallback(async () => {
    try {
      setKnown(await readQuestions(programme.name));
      setFailure(undefined);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  }, [programme.name]);
  useEffect(() => void load(), [load]);
  useLive(
    programme.name,
    ({ topic }) => {
      if (topic === 'questions') void load();
    },
    () => void load(),
  );
  if (known === undefined) {
    return failure === undefined ? <Spinner size="large" /> : <Alert type="warning">{failure}</Alert>;
  }
  const { questions, today } = known;
  const open = questions.filter(({ answer }) => answer === undefined);
  const answered = questions.filter(({ answer }) => answer !== undefined);
  const cards = (some: readonly ShownQuestion[]) =>
    some.map((question) => (
      <QuestionCard
        key={question.questionId}
        programme={programme}
        question={question}
        today={today}
        onAnswered={(sentence) => {
          setSaid(sentence);
          void load();
        }}
      />
    ));
  return (
    <SpaceBetween size="l">
      {failure !== undefined && <Alert type="warning">{failure}</Alert>}
      {said !== undefined && (
        <Alert type="success" dismissible onDismiss={() => setSaid(undefined)}>
          {said}
        </Alert>
      )}
      <Container
        header={
          <Header variant="h2" counter={`(${open.length})`}>
            À répondre
          </Header>
        }
      >
        {open.length === 0 ? (
          <Box color="text-body-secondary">
            Aucune question n’attend de réponse. Les conseillers en posent à la fin d’un appel, quand aucune fiche ne
            répond.
          </Box>
        ) : (
          <SpaceBetween size="l">{cards(open)}</SpaceBetween>
        )}
      </Container>
      {answered.length > 0 && (
        <Container
          header={
            <Header
              variant="h2"
              counter={`(${answered.length})`}
              description="Elles disparaissent d’ici quand un conseiller a dit la réponse à la personne."
            >
              Répondues, à dire à la personne
            </Header>
          }
        >
          <SpaceBetween size="l">{cards(answered)}</SpaceBetween>
        </Container>
      )}
    </SpaceBetween>
  );
}
