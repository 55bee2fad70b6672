import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Textarea from '@cloudscape-design/components/textarea';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import type { DeskContext } from '../../contracts/desk-context.ts';
import { webPages } from '../../contracts/web-pages.ts';
import { Choices } from './choices.tsx';
import type { ContactWork } from './contact-work.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { instantOf } from './moments.ts';
import { PendingQuestion } from './pending-question.tsx';

interface Props {
  readonly work: ContactWork;
  readonly timeZone: string;
  /** The conversation is over. */
  readonly canFinish: boolean;
  readonly onFinish: () => void;
  /** What the person may do, by the script followed. */
  readonly outcomes: readonly { readonly code: string; readonly label: string }[];
}

/** What the call was about: closed lists and a few words, in less than thirty seconds (COMMON-24). */
export function WrapUpPanel({ work, timeZone, canFinish, onFinish, outcomes }: Props): ReactNode {
  const { context, keeper, missing, filing, filingFault } = work;
  const { draft } = keeper;
  const finish = () => {
    if (canFinish && missing === undefined && filing !== 'sending') onFinish();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      finish();
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter is a shortcut to the button below
    <div onKeyDown={onKeyDown}>
      <Container
        header={
          <Header variant="h2" actions={<Saved keeper={keeper} />}>
            Noter l’appel
          </Header>
        }
        footer={
          <SpaceBetween size="s" direction="horizontal" alignItems="center">
            <Button
              variant="primary"
              loading={filing === 'sending'}
              disabled={!canFinish || missing !== undefined}
              onClick={finish}
            >
              Enregistrer et terminer
            </Button>
            <Box color="text-body-secondary" fontSize="body-s">
              {!canFinish ? 'Après avoir raccroché.' : (missing ?? 'Ctrl + Entrée')}
            </Box>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="s">
          {work.isSignedOut && (
            <Alert
              type="warning"
              action={
                <Button href={`/connexion?retour=${webPages.signedIn.path}`} target="_blank" external>
                  Se connecter de nouveau
                </Button>
              }
            >
              Votre session a pris fin. Ce que vous avez saisi est encore là, et sera gardé dès que vous serez connecté.
            </Alert>
          )}
          {filing === 'waiting' && (
            <Alert type="warning">{filingFault} L’envoi reprendra de lui-même : ne fermez pas la page.</Alert>
          )}
          {filing === 'no' && filingFault !== undefined && <Alert type="error">{filingFault}</Alert>}
          {context !== undefined &&
            (context.attempt === undefined ? (
              <Motive context={context} keeper={keeper} />
            ) : (
              <Disposition attempt={context.attempt} keeper={keeper} timeZone={timeZone} outcomes={outcomes} />
            ))}
          <FormField label="Commentaire" description="Lu au prochain appel de cette personne.">
            <Textarea
              rows={2}
              value={draft.comment ?? ''}
              onChange={({ detail }) => keeper.change({ comment: detail.value })}
            />
          </FormField>
          {context?.attempt === undefined && (
            <PendingQuestion keeper={keeper} isKnown={context?.person.numberKey !== undefined} />
          )}
        </SpaceBetween>
      </Container>
    </div>
  );
}

function Motive({ context, keeper }: { readonly context: DeskContext; readonly keeper: DraftKeeper }): ReactNode {
  const schemes = context.schemes.map(({ code, label }) => ({ value: code, label }));
  const chosen = keeper.draft.scheme ?? context.scheme;
  return (
    <SpaceBetween size="s">
      <FormField label="Dispositif">
        <Select
          selectedOption={schemes.find(({ value }) => value === chosen) ?? null}
          options={schemes}
          placeholder="À choisir"
          onChange={({ detail }) => keeper.change({ scheme: detail.selectedOption.value })}
        />
      </FormField>
      <Choices
        legend="Motif"
        choices={context.motives}
        chosen={keeper.draft.motive}
        onChoose={(motive) => keeper.change({ motive })}
      />
    </SpaceBetween>
  );
}

interface DispositionProps {
  readonly attempt: NonNullable<DeskContext['attempt']>;
  readonly keeper: DraftKeeper;
  readonly timeZone: string;
  readonly outcomes: Props['outcomes'];
}

function Disposition({ attempt, keeper, timeZone, outcomes }: DispositionProps): ReactNode {
  const { draft } = keeper;
  const asks = attempt.dispositions.find(({ code }) => code === draft.disposition)?.asks;
  return (
    <SpaceBetween size="s">
      <Choices
        legend="Issue de l’appel"
        choices={attempt.dispositions}
        chosen={draft.disposition}
        onChoose={(disposition) => keeper.change({ disposition })}
      />
      {draft.disposition === 'complete' && outcomes.length > 0 && (
        <Choices
          legend="La personne va"
          choices={outcomes}
          chosen={draft.outcome}
          onChoose={(outcome) => keeper.change({ outcome })}
        />
      )}
      <ColumnLayout columns={2}>
        {asks !== undefined && (
          <Moment
            key={asks}
            label={asks === 'askedFor' ? 'À rappeler le' : 'Absence jusqu’au'}
            timeZone={timeZone}
            onChange={(instant) => keeper.change({ [asks]: instant })}
          />
        )}
      </ColumnLayout>
    </SpaceBetween>
  );
}

interface MomentProps {
  readonly label: string;
  readonly timeZone: string;
  readonly onChange: (instant: string | undefined) => void;
}

/** The browser's own field: it is known to keyboards and screen readers. */
function Moment({ label, timeZone, onChange }: MomentProps): ReactNode {
  const id = useId();
  return (
    <div className="desk-moment">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="datetime-local" onChange={({ target }) => onChange(instantOf(target.value, timeZone))} />
    </div>
  );
}

function Saved({ keeper }: { readonly keeper: DraftKeeper }): ReactNode {
  const { state, fault, draft } = keeper;
  if (state === 'waiting') return <StatusIndicator type="warning">Pas encore enregistré : {fault}</StatusIndicator>;
  if (state === 'refused') return <StatusIndicator type="error">{fault}</StatusIndicator>;
  if (state === 'saving' || state === 'typing')
    return <StatusIndicator type="in-progress">Enregistrement…</StatusIndicator>;
  return draft.revision === 0 ? null : <StatusIndicator type="success">Brouillon enregistré</StatusIndicator>;
}
