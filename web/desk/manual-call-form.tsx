import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import type { ManualCall, ManualCallInHand, ManualCallsAnswer } from '../../contracts/manual-calls.ts';
import { callApi } from '../api/api-client.ts';
import { Choices } from './choices.tsx';
import { moment } from './moments.ts';
import { newId } from './new-id.ts';

interface Props {
  readonly lists: ManualCallsAnswer;
  readonly call: ManualCall;
  readonly hand: ManualCallInHand;
  readonly timeZone: string;
  readonly path: `/api/${string}`;
  readonly onDone: () => void;
}

/** The number to be dialled, and what came of it. Sent again after a dropped network, it is filed once. */
export function ManualCallForm({ lists, call, hand, timeZone, path, onDone }: Props): ReactNode {
  const [clientId] = useState(newId);
  const [result, setResult] = useState<string>();
  const [scheme, setScheme] = useState(call.scheme);
  const [motive, setMotive] = useState<string>();
  const [fault, setFault] = useState<string>();
  const [isSending, setSending] = useState(false);
  const isReached = result === 'reached';
  const isWhole = result !== undefined && (!isReached || motive !== undefined);
  const send = () => {
    setSending(true);
    setFault(undefined);
    const about = isReached ? { scheme, motive } : {};
    callApi('POST', path, { attemptId: hand.attemptId, clientId, result, ...about }, { stay: true })
      .then(onDone, (error: unknown) => setFault(error instanceof Error ? error.message : String(error)))
      .finally(() => setSending(false));
  };
  const schemes = lists.schemes.map(({ code, label }) => ({ value: code, label }));
  return (
    <SpaceBetween size="s">
      <Box>Composez ce numéro depuis un autre téléphone :</Box>
      <Box variant="h2" tagOverride="p">
        {hand.number}
      </Box>
      <Box color="text-body-secondary">
        Sans réponse à son appel du {moment(call.since, timeZone)}. Il vous est réservé jusqu’au{' '}
        {moment(hand.until, timeZone)}.
      </Box>
      <Choices legend="Issue de l’appel" choices={lists.results} chosen={result} onChoose={setResult} />
      {isReached && (
        <>
          <FormField label="Dispositif">
            <Select
              selectedOption={schemes.find(({ value }) => value === scheme) ?? null}
              options={schemes}
              onChange={({ detail }) => setScheme(detail.selectedOption.value ?? call.scheme)}
            />
          </FormField>
          <Choices legend="Motif" choices={lists.motives} chosen={motive} onChoose={setMotive} />
        </>
      )}
      {fault !== undefined && <Alert type="warning">{fault}</Alert>}
      <Button variant="primary" disabled={!isWhole} loading={isSending} onClick={send}>
        Enregistrer
      </Button>
    </SpaceBetween>
  );
}
