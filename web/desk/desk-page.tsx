import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Spinner from '@cloudscape-design/components/spinner';
import { type ReactNode, useEffect, useState } from 'react';
import { useCards } from '../knowledge/use-cards.ts';
import { useKeepAwake } from '../shell/idle-lock.tsx';
import { useSession } from '../shell/session.ts';
import type { ContactWork } from './contact-work.ts';
import type { DeskStore } from './desk-store.ts';
import { ManualCallsPanel } from './manual-calls-panel.tsx';
import { PersonPanel } from './person-panel.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { QuestionnairePanel } from './questionnaire-panel.tsx';
import { ScriptPanel } from './script-panel.tsx';
import type { ScriptView } from './script-view.ts';
import { SidePanels } from './side-panels.tsx';
import { SoftphonePanel } from './softphone-panel.tsx';
import { TrainingBanner } from './training-banner.tsx';
import { useDesk, useDeskChanges, useLeaveWarning } from './use-desk.ts';
import { WrapUpPanel } from './wrap-up-panel.tsx';
import './desk.css';

/** The page of whoever takes calls: the telephone, the person, what to say and what to write down (COMMON-22). */
export function DeskPage(): ReactNode {
  const { programmes } = useSession();
  const mine = programmes.filter(({ roles }) => roles.includes('agent')).map(({ name }) => name);
  const isTraining = new URLSearchParams(location.search).has('entrainement');
  const { desk, fault, previews, training } = useDesk(mine, isTraining);
  if (mine.length === 0) {
    return <Alert type="info">Ce poste est celui des conseillers : votre compte n’en est pas un.</Alert>;
  }
  if (fault !== undefined) {
    return (
      <Alert
        type="error"
        header="Le poste ne peut pas s’ouvrir"
        action={<Button onClick={() => location.reload()}>Réessayer</Button>}
      >
        {fault}
      </Alert>
    );
  }
  if (desk === undefined) {
    return <Spinner />;
  }
  return (
    <>
      {training && <TrainingBanner lists={training.lists} last={training.last} />}
      <Desk desk={desk} usual={mine[0] ?? ''} previews={previews} isTraining={isTraining} />
    </>
  );
}

interface DeskProps {
  readonly desk: DeskStore;
  readonly usual: string;
  readonly previews: readonly string[];
  readonly isTraining: boolean;
}

function Desk({ desk, usual, previews, isTraining }: DeskProps): ReactNode {
  useDeskChanges(desk);
  useLeaveWarning(desk);
  const session = useSession();
  const { softphone, shown, unfinished } = desk;
  const { contact, status } = softphone.state;
  useRingingTitle(contact?.state === 'incoming');
  // A page that waits for a call must be there as it rings. Whoever has left misses it, and is then neither on a call nor available: the lock comes.
  useKeepAwake(contact === undefined ? status?.kind === 'available' : contact.state !== 'missed');
  const programme = shown?.programme ?? usual;
  const { timeZone = 'UTC' } = session.programmes.find(({ name }) => name === programme) ?? {};
  const context = shown?.context;
  const scheme = shown?.keeper.draft.scheme ?? context?.scheme;
  // Cards opened in training are told of no call.
  const hasPanels = useCards(programme, isTraining ? undefined : shown?.contactId) !== 'none';
  const isAvailable = status?.kind === 'available' && contact === undefined;
  const aside = hasPanels && (
    <SidePanels
      programme={programme}
      timeZone={timeZone}
      isTraining={isTraining}
      {...(shown && !isTraining && { contactId: shown.contactId })}
      {...(scheme !== undefined && { scheme })}
      {...(context?.attempt && { attemptId: context.attempt.attemptId })}
      {...(context?.person.personId !== undefined && { personId: context.person.personId })}
      {...(context?.person.numberKey !== undefined && { numberKey: context.person.numberKey })}
    />
  );
  return (
    <div className={isTraining ? 'desk in-training' : 'desk'}>
      <div className="desk-column">
        <SoftphonePanel softphone={softphone} />
        {unfinished
          .filter((work) => work !== shown)
          .map((work) => (
            <Alert
              key={work.contactId}
              type="warning"
              action={<Button onClick={() => desk.show(work.contactId)}>Ouvrir</Button>}
            >
              Un appel terminé reste à noter.
            </Alert>
          ))}
        {contact === undefined && previews.includes(programme) && (
          <PreviewPanel programme={programme} timeZone={timeZone} isAvailable={isAvailable} />
        )}
      </div>
      {shown === undefined ? (
        <>
          <div className="desk-column">
            <Container header={<Header variant="h1">Poste de conseil</Header>}>
              <Box color="text-body-secondary">
                {isAvailable ? 'Le prochain appel s’affichera ici.' : 'Passez disponible pour recevoir des appels.'}
              </Box>
              {!isTraining && (
                <Box margin={{ top: 's' }}>
                  <Button href="/poste?entrainement">S’entraîner</Button>
                </Box>
              )}
            </Container>
            {!isTraining && <ManualCallsPanel programme={programme} timeZone={timeZone} isAvailable={isAvailable} />}
          </div>
          {aside && <div className="desk-column">{aside}</div>}
        </>
      ) : (
        <Contact key={shown.contactId} desk={desk} work={shown} timeZone={timeZone} aside={aside} />
      )}
    </div>
  );
}

interface ContactProps {
  readonly desk: DeskStore;
  readonly work: ContactWork;
  readonly timeZone: string;
  /** What helps to answer, if anything does. */
  readonly aside: ReactNode;
}

/** The person and what to say to them; what to write down comes below, or beside where there is much to say. */
function Contact({ desk, work, timeZone, aside }: ContactProps): ReactNode {
  const { displayName } = useSession();
  const [outcomes, setOutcomes] = useState<NonNullable<ScriptView['outcomes']>>([]);
  const { contact } = desk.softphone.state;
  const onLine = contact?.contactId === work.contactId ? contact.state : undefined;
  const isTalking = onLine === 'connected' || onLine === 'on-hold';
  const attempt = work.context?.attempt;
  const { programme, contactId } = work;
  const isGuided = attempt !== undefined && attempt.guide !== 'none';
  const wrapUp = (
    <WrapUpPanel
      work={work}
      timeZone={timeZone}
      outcomes={outcomes}
      canFinish={work.spoke && !isTalking}
      onFinish={() => void desk.finish(work)}
    />
  );
  return (
    <>
      <div className="desk-column">
        <PersonPanel work={work} timeZone={timeZone} />
        {attempt?.guide === 'questionnaire' && (
          <QuestionnairePanel
            programme={programme}
            attemptId={attempt.attemptId}
            contactId={contactId}
            isTalking={isTalking}
            names={{ agent: displayName, person: work.context?.person.identity?.name ?? 'la personne inscrite' }}
          />
        )}
        {attempt?.guide === 'script' && (
          <ScriptPanel programme={programme} attemptId={attempt.attemptId} onOutcomes={setOutcomes} />
        )}
        {!isGuided && wrapUp}
      </div>
      {(isGuided || aside) && (
        <div className="desk-column">
          {isGuided && wrapUp}
          {aside}
        </div>
      )}
    </>
  );
}

/** The tab says that it rings, for whoever is in another one. */
function useRingingTitle(isRinging: boolean): void {
  useEffect(() => {
    if (!isRinging) return;
    const { title } = document;
    document.title = '☎ Appel entrant – Permanence';
    return () => {
      document.title = title;
    };
  }, [isRinging]);
}
