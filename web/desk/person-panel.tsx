import Alert from '@cloudscape-design/components/alert';
import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { type ReactNode, useState } from 'react';
import type { DeskContext, DeskPast } from '../../contracts/desk-context.ts';
import type { ContactWork } from './contact-work.ts';
import { deskApi } from './desk-api.ts';
import { moment } from './moments.ts';

interface Props {
  readonly work: ContactWork;
  readonly timeZone: string;
}

/** Who is on the line, and what there was before. */
export function PersonPanel({ work, timeZone }: Props): ReactNode {
  const { context, contextFault } = work;
  if (context === undefined) {
    return (
      <Container
        header={
          <Header variant="h2" headingTagOverride="h1">
            Appel
          </Header>
        }
      >
        {contextFault === undefined ? <Spinner /> : <Alert type="warning">{contextFault}</Alert>}
      </Container>
    );
  }
  const { person, history, callback, attempt, questions } = context;
  const { identity } = person;
  const scheme = context.schemes.find(({ code }) => code === context.scheme)?.label;
  return (
    <Container
      header={
        <Header
          variant="h2"
          headingTagOverride="h1"
          info={<Badge color="blue">{attempt?.campaign ?? scheme ?? 'Objet à préciser'}</Badge>}
        >
          {identity?.name ?? (attempt?.guide === 'script' ? 'Identité à vérifier' : titleOf(context))}
        </Header>
      }
    >
      <SpaceBetween size="xs">
        {identity !== undefined && (
          <Box>
            {[identity.birthDate && `née ou né le ${identity.birthDate}`, identity.place, ...identity.remarks]
              .filter(Boolean)
              .join(' · ')}
          </Box>
        )}
        {attempt?.isRingBack === true && <Box>Cette personne nous rappelle.</Box>}
        {attempt?.mayLeaveMessage === true && <Box>Un message peut être laissé sur le répondeur.</Box>}
        {callback !== undefined && (
          <Alert type="info">
            Cet appel répond à {callback.calls === 1 ? 'un appel' : `${callback.calls} appels`} sans réponse depuis le{' '}
            {moment(callback.since, timeZone)}.
          </Alert>
        )}
        {questions.map(({ questionId, text, answer }) => (
          <PendingAnswer key={questionId} programme={work.programme} id={questionId} text={text} answer={answer} />
        ))}
        {history.length === 0 ? (
          <Box color="text-body-secondary">Aucun échange connu.</Box>
        ) : (
          <ol className="desk-history" aria-label="Échanges précédents">
            {history.map((past) => (
              <li key={`${past.at} ${past.what}`}>
                <time dateTime={past.at}>{moment(past.at, timeZone)}</time> {wordsOf(past, timeZone)}
                {past.comment !== undefined && <span className="desk-comment">{past.comment}</span>}
              </li>
            ))}
          </ol>
        )}
      </SpaceBetween>
    </Container>
  );
}

function titleOf({ person, callId, contactId }: DeskContext): string {
  if (person.personId === undefined) return 'Numéro masqué';
  if (callId !== contactId) return 'Appel transféré';
  return person.known ? 'Personne déjà connue' : 'Premier appel';
}

function wordsOf({ what, scheme, motive, slotAt, detail }: DeskPast, timeZone: string): string {
  const named = slotAt === undefined ? what : `${what} pour le ${moment(slotAt, timeZone)}`;
  return [named, scheme, motive, detail].filter((part) => part !== undefined).join(' · ');
}

interface AnswerProps {
  readonly programme: string;
  readonly id: string;
  readonly text: string;
  readonly answer: string | undefined;
}

/** A question of an earlier call: its answer is to be told, once. */
function PendingAnswer({ programme, id, text, answer }: AnswerProps): ReactNode {
  const [told, setTold] = useState<'no' | 'yes' | string>('no');
  if (answer === undefined) {
    return (
      <Alert type="info" header="Question en attente de réponse">
        {text}
      </Alert>
    );
  }
  const close = () =>
    void deskApi.closeQuestion(programme, id).then(
      () => setTold('yes'),
      (error: unknown) => setTold(error instanceof Error ? error.message : String(error)),
    );
  return (
    <Alert
      type={told === 'yes' ? 'success' : 'warning'}
      header={`Réponse à dire : ${text}`}
      action={told === 'yes' ? undefined : <Button onClick={close}>C’est dit</Button>}
    >
      {answer}
      {told !== 'no' && told !== 'yes' && <Box color="text-status-error">{told}</Box>}
    </Alert>
  );
}
