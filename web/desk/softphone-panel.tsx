import Alert from '@cloudscape-design/components/alert';
import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import ButtonDropdown, { type ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ContactState, Softphone, SoftphoneContact } from '../softphone/softphone.ts';
import { lasting } from './moments.ts';
import { useCentreClock } from './use-desk.ts';

const statusLabels: Readonly<Record<string, string>> = { Available: 'Disponible', Offline: 'Absent' };
const stateLabels: Readonly<Record<ContactState, string>> = {
  incoming: 'Appel entrant',
  connecting: 'Connexion…',
  connected: 'En conversation',
  'on-hold': 'En garde',
  'after-call-work': 'À noter',
  missed: 'Appel manqué',
};
const directions = { inbound: 'Appel reçu', outbound: 'Appel émis', callback: 'Rappel demandé' } as const;

/** The buttons of the telephone, always at the same place. */
export function SoftphonePanel({ softphone }: { readonly softphone: Softphone }): ReactNode {
  const [fault, setFault] = useState<string>();
  const act = (press: () => Promise<void>) => () => {
    setFault(undefined);
    press().catch((error: unknown) => setFault(error instanceof Error ? error.message : String(error)));
  };
  const { connection, reason, statuses, status, nextStatus, contact } = softphone.state;
  const options = statuses.map(({ name }) => ({ value: name, label: statusLabels[name] ?? name }));
  const chosen = options.find(({ value }) => value === (nextStatus ?? status?.name)) ?? null;
  return (
    <Container header={<Header variant="h2">Téléphone</Header>}>
      <SpaceBetween size="s">
        {connection === 'lost' && <Alert type="warning">Le téléphone ne répond plus. Il revient de lui-même.</Alert>}
        {connection === 'waiting' && <Alert type="info">{reason}</Alert>}
        <FormField label="Statut" {...(nextStatus !== undefined && { description: 'Pris à la fin de l’appel.' })}>
          <Select
            selectedOption={chosen}
            options={options}
            placeholder="Ouverture…"
            disabled={options.length === 0}
            onChange={({ detail }) => act(() => softphone.setStatus(detail.selectedOption.value ?? ''))()}
          />
        </FormField>
        {contact === undefined ? (
          <Box color="text-body-secondary">
            {status?.kind === 'available' ? 'En attente d’un appel.' : 'Aucun appel ne vous sera présenté.'}
          </Box>
        ) : (
          <Call contact={contact} softphone={softphone} act={act} />
        )}
        {fault !== undefined && (
          <Alert type="error" dismissible onDismiss={() => setFault(undefined)}>
            {fault}
          </Alert>
        )}
      </SpaceBetween>
    </Container>
  );
}

const consulting = 'consult:';

/** Each quick connect twice: after advice, or at once. */
function handOver(names: readonly string[]): ButtonDropdownProps['items'] {
  return [
    { text: 'Consulter d’abord', items: names.map((name) => ({ id: `${consulting}${name}`, text: name })) },
    { text: 'Transférer sans attendre', items: names.map((name) => ({ id: name, text: name })) },
  ];
}

interface CallProps {
  readonly contact: SoftphoneContact;
  readonly softphone: Softphone;
  readonly act: (press: () => Promise<void>) => () => void;
}

function Call({ contact, softphone, act }: CallProps): ReactNode {
  const now = useCentreClock(softphone.now);
  const { state, direction, since, heard, muted, consultation } = contact;
  const accept = useRef<ButtonProps.Ref>(null);
  useEffect(() => {
    if (state === 'incoming') accept.current?.focus();
  }, [state]);
  const isTalking = state === 'connected' || state === 'on-hold';
  const { quickConnects } = softphone.state;
  const handOverTo = (id: string) =>
    act(() => (id.startsWith(consulting) ? softphone.consult(id.slice(consulting.length)) : softphone.transfer(id)))();
  return (
    <SpaceBetween size="s">
      <div role="status">
        <Badge color={state === 'incoming' ? 'red' : isTalking ? 'green' : 'blue'}>{stateLabels[state]}</Badge>{' '}
        <Box variant="span" color="text-body-secondary">
          {directions[direction]} · <span className="desk-timer">{lasting(since, now)}</span>
        </Box>
      </div>
      {state === 'incoming' && (
        <SpaceBetween size="xs" direction="horizontal">
          <Button ref={accept} variant="primary" iconName="call" onClick={act(() => softphone.accept())}>
            Décrocher
          </Button>
          <Button onClick={act(() => softphone.decline())}>Refuser</Button>
        </SpaceBetween>
      )}
      {consultation !== undefined && (
        <SpaceBetween size="xs">
          <Box>
            {consultation.state === 'connected' ? 'Vous consultez' : 'Vous appelez'} « {consultation.with} » : la
            personne attend et n’entend pas.
          </Box>
          <SpaceBetween size="xs" direction="horizontal">
            <Button variant="primary" onClick={act(() => softphone.completeTransfer())}>
              Transmettre l’appel
            </Button>
            <Button onClick={act(() => softphone.comeBack())}>Reprendre la personne</Button>
          </SpaceBetween>
        </SpaceBetween>
      )}
      {isTalking && consultation === undefined && (
        <SpaceBetween size="xs" direction="horizontal">
          {state === 'connected' ? (
            <Button onClick={act(() => softphone.hold())}>Mettre en garde</Button>
          ) : (
            <Button onClick={act(() => softphone.resume())}>Reprendre</Button>
          )}
          <Button onClick={act(() => softphone.mute(!muted))}>{muted ? 'Rétablir le micro' : 'Couper le micro'}</Button>
          {quickConnects.length > 0 && (
            <ButtonDropdown items={handOver(quickConnects)} onItemClick={({ detail }) => handOverTo(detail.id)}>
              Transférer
            </ButtonDropdown>
          )}
        </SpaceBetween>
      )}
      {(isTalking || state === 'connecting') && consultation === undefined && (
        <Button iconName="close" onClick={act(() => softphone.hangUp())}>
          Raccrocher
        </Button>
      )}
      {state === 'missed' && <Box>Choisissez un statut pour recevoir de nouveau des appels.</Box>}
      {heard.length > 0 && (
        <div className="desk-heard" role="log" aria-label="Ce que vous entendez">
          {heard.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
            <p key={index}>« {text} »</p>
          ))}
        </div>
      )}
    </SpaceBetween>
  );
}
