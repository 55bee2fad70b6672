import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { PlacesAnswer } from '../../contracts/desk-knowledge.ts';
import { callApi } from '../api/api-client.ts';
import type { DeskPanelProps } from '../desk/panels.tsx';
import { PlaceList } from './place-list.tsx';

interface Props extends DeskPanelProps {
  /** Commune to begin with. */
  readonly from?: string;
  /** Places shown at most. */
  readonly most?: number;
}

/** Places that receive the public, nearest first for the caller's commune (SAMPS-22, SAMPS-25); each can be sent to them by SMS. */
export function PlacesPanel({ programme, timeZone, contactId, numberKey, from = '', most }: Props): ReactNode {
  const [commune, setCommune] = useState(from);
  const [near, setNear] = useState<PlacesAnswer>();
  const [fault, setFault] = useState<string>();
  const find = useCallback(
    (asked: string) => {
      callApi('GET', `/api/${programme}/lieux?commune=${encodeURIComponent(asked)}`, undefined, { stay: true })
        .then((answer) => {
          setNear(answer as PlacesAnswer);
          setFault(undefined);
        })
        .catch((error: unknown) => setFault(error instanceof Error ? error.message : String(error)));
    },
    [programme],
  );
  useEffect(() => {
    if (from !== '') {
      setCommune(from);
      find(from);
    }
  }, [from, find]);
  const call =
    contactId === undefined
      ? undefined
      : { programme, timeZone, contactId, ...(numberKey !== undefined && { numberKey }) };
  return (
    <SpaceBetween size="s">
      <SpaceBetween size="xs" direction="horizontal">
        <Input
          ariaLabel="Commune de la personne"
          placeholder="Commune : Bourail…"
          value={commune}
          onChange={({ detail }) => setCommune(detail.value)}
          onKeyDown={({ detail }) => {
            if (detail.key === 'Enter' && commune.trim() !== '') find(commune);
          }}
        />
        <Button disabled={commune.trim() === ''} onClick={() => find(commune)}>
          Chercher
        </Button>
      </SpaceBetween>
      {fault !== undefined && <Alert type="warning">{fault}</Alert>}
      {near && <PlaceList key={contactId} places={near.places.slice(0, most)} {...(call && { call })} />}
    </SpaceBetween>
  );
}
