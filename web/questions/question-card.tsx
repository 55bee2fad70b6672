import Alert from '@cloudscape-design/components/alert';
import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Textarea from '@cloudscape-design/components/textarea';
import { type ReactNode, useState } from 'react';
import type { ShownQuestion } from '../../contracts/questions.ts';
import type { SessionProgramme } from '../../contracts/session.ts';
import { moment } from '../desk/moments.ts';
import { longDay } from '../supervision/french.ts';
import { answerQuestion } from './questions-api.ts';

const longest = 500;

interface Props {
  readonly programme: SessionProgramme;
  readonly question: ShownQuestion;
  /** Local day of the programme, YYYY-MM-DD. */
  readonly today: string;
  /** Told what becomes of it, a sentence in French. */
  readonly onAnswered: (sentence: string) => void;
}

/** One question, and the form that answers it; what is typed stays when the list is read again. */
export function QuestionCard({ programme: { name, timeZone }, question, today, onAnswered }: Props): ReactNode {
  const { questionId, scheme, text, openedAt, openedBy, dueOn, callsBack, answer } = question;
  return (
    <article aria-label={`Question du ${moment(openedAt, timeZone)}`}>
      <SpaceBetween size="xs">
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <Badge color="blue">{scheme}</Badge>
          <Box variant="span" color="text-body-secondary" fontSize="body-s">
            Posée le {moment(openedAt, timeZone)} par {openedBy}
          </Box>
          {dueOn !== undefined && answer === undefined && <Due day={dueOn} today={today} />}
        </SpaceBetween>
        <Box variant="p">{text}</Box>
        {answer === undefined ? (
          <AnswerForm programme={name} questionId={questionId} callsBack={callsBack} onAnswered={onAnswered} />
        ) : (
          <Box variant="p">
            <StatusIndicator type="success">
              Réponse du {moment(answer.at, timeZone)}, {answer.by}
            </StatusIndicator>
            <br />
            {answer.text}
          </Box>
        )}
      </SpaceBetween>
    </article>
  );
}

function Due({ day, today }: { readonly day: string; readonly today: string }): ReactNode {
  return day < today ? (
    <StatusIndicator type="error">En retard : attendue pour le {longDay(day)}</StatusIndicator>
  ) : (
    <StatusIndicator type={day === today ? 'warning' : 'pending'}>Attendue pour le {longDay(day)}</StatusIndicator>
  );
}

interface AnswerFormProps {
  readonly programme: string;
  readonly questionId: string;
  readonly callsBack: boolean;
  readonly onAnswered: (sentence: string) => void;
}

function AnswerForm({ programme, questionId, callsBack, onAnswered }: AnswerFormProps): ReactNode {
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string>();
  const [isSending, setIsSending] = useState(false);

  async function send() {
    setIsSending(true);
    try {
      const kept = await answerQuestion(programme, questionId, text.trim());
      onAnswered(
        kept !== text.trim()
          ? `Quelqu’un a répondu avant vous, et sa réponse reste : « ${kept} »`
          : callsBack
            ? 'Votre réponse est gardée ; la personne est rappelée dès qu’un conseiller est libre.'
            : 'Votre réponse est gardée ; elle sera dite à la personne à son prochain appel.',
      );
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
      setIsSending(false);
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <SpaceBetween size="xs">
        <FormField
          label="Réponse"
          description={
            callsBack
              ? 'La personne sera rappelée, et le conseiller lui dira ce que vous écrivez.'
              : 'Elle sera dite à la personne à son prochain appel : elle n’a pas demandé à être rappelée, ou masque son numéro.'
          }
          constraintText={`Sans nom ni numéro ; ${longest} caractères au plus.`}
          stretch
        >
          <Textarea value={text} rows={2} onChange={({ detail }) => setText(detail.value)} />
        </FormField>
        {fault !== undefined && <Alert type="error">{fault}</Alert>}
        <Button
          variant="primary"
          formAction="submit"
          loading={isSending}
          loadingText="Envoi"
          disabled={text.trim() === '' || text.length > longest}
          disabledReason={
            text.length > longest ? `${text.length} caractères : ${longest} au plus.` : 'Écrivez la réponse.'
          }
        >
          Répondre
        </Button>
      </SpaceBetween>
    </form>
  );
}
