import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import type { CaseAnswer } from '../../contracts/desk-knowledge.ts';
import { callApi } from '../api/api-client.ts';
import type { DeskPanelProps } from '../desk/panels.tsx';
import { CardView } from '../knowledge/card-view.tsx';
import { dayOf } from '../knowledge/french-day.ts';

const states: Readonly<Record<CaseAnswer['file']['status'], string>> = {
  received: 'Reçu, en cours d’étude',
  incomplete: 'Incomplet',
  accepted: 'Accordé',
  refused: 'Refusé',
  closed: 'Clos',
};

/** A file of the client's software, for somebody whose identity was checked: begun again with each call (SAMPS-14, SAMPS-15, SAMPS-28). */
export function CasePanel(props: DeskPanelProps): ReactNode {
  return props.contactId === undefined ? (
    <Box>Un dossier se consulte pendant un appel.</Box>
  ) : (
    <CaseLookup key={props.contactId} {...props} contactId={props.contactId} />
  );
}

function CaseLookup({ programme, timeZone, contactId }: DeskPanelProps & { readonly contactId: string }): ReactNode {
  const [reference, setReference] = useState('');
  const [identityChecked, setChecked] = useState(false);
  const [found, setFound] = useState<CaseAnswer>();
  const [fault, setFault] = useState<string>();
  const look = () => {
    callApi('POST', `/api/${programme}/dossiers`, { reference, contactId, identityChecked }, { stay: true })
      .then((answer) => {
        setFound(answer as CaseAnswer);
        setFault(undefined);
      })
      .catch((error: unknown) => {
        setFound(undefined);
        setFault(error instanceof Error ? error.message : String(error));
      });
  };
  return (
    <SpaceBetween size="s">
      <Checkbox checked={identityChecked} onChange={({ detail }) => setChecked(detail.checked)}>
        J’ai vérifié que je parle à la bonne personne
      </Checkbox>
      <FormField label="Numéro du dossier">
        <SpaceBetween size="xs" direction="horizontal">
          <Input
            value={reference}
            disabled={!identityChecked}
            onChange={({ detail }) => setReference(detail.value)}
            onKeyDown={({ detail }) => {
              if (detail.key === 'Enter' && reference.trim() !== '') look();
            }}
          />
          <Button disabled={!identityChecked || reference.trim() === ''} onClick={look}>
            Consulter
          </Button>
        </SpaceBetween>
      </FormField>
      {fault !== undefined && <Alert type="warning">{fault}</Alert>}
      {found !== undefined && <CaseFound {...found} timeZone={timeZone} />}
    </SpaceBetween>
  );
}

function CaseFound({ file, refusal, timeZone }: CaseAnswer & { readonly timeZone: string }): ReactNode {
  const { reference, status, missing, deadline, refusalCode, renewalOn } = file;
  return (
    <SpaceBetween size="xs">
      <Box fontWeight="bold">
        {reference} : {states[status]}
      </Box>
      {missing.length > 0 && (
        <>
          <Box>Il manque{deadline === undefined ? '' : `, à envoyer avant le ${dayOf(deadline)}`} :</Box>
          <ul>
            {missing.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
      {renewalOn !== undefined && <Box>À renouveler le {dayOf(renewalOn)}.</Box>}
      {refusal !== undefined && <CardView card={refusal} timeZone={timeZone} />}
      {refusalCode !== undefined && refusal === undefined && (
        <Alert type="warning">
          Le motif {refusalCode} n’a pas d’explication approuvée : n’en donnez pas, mettez la question en attente.
        </Alert>
      )}
    </SpaceBetween>
  );
}
