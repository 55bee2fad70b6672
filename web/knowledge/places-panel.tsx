import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import type { PlacesAnswer } from '../../contracts/desk-knowledge.ts';
import { callApi } from '../api/api-client.ts';
import type { DeskPanelProps } from '../desk/panels.tsx';

/** Places that receive the public, nearest first for the caller's commune (SAMPS-22, SAMPS-25). */
export function PlacesPanel({ programme }: Pick<DeskPanelProps, 'programme'>): ReactNode {
  const [commune, setCommune] = useState('');
  const [near, setNear] = useState<PlacesAnswer>();
  const [fault, setFault] = useState<string>();
  const find = () => {
    callApi('GET', `/api/${programme}/lieux?commune=${encodeURIComponent(commune)}`, undefined, { stay: true })
      .then((answer) => {
        setNear(answer as PlacesAnswer);
        setFault(undefined);
      })
      .catch((error: unknown) => setFault(error instanceof Error ? error.message : String(error)));
  };
  return (
    <SpaceBetween size="s">
      <SpaceBetween size="xs" direction="horizontal">
        <Input
          ariaLabel="Commune de la personne"
          placeholder="Commune : Bourail…"
          value={commune}
          onChange={({ detail }) => setCommune(detail.value)}
          onKeyDown={({ detail }) => {
            if (detail.key === 'Enter' && commune.trim() !== '') find();
          }}
        />
        <Button disabled={commune.trim() === ''} onClick={find}>
          Chercher
        </Button>
      </SpaceBetween>
      {fault !== undefined && <Alert type="warning">{fault}</Alert>}
      {near?.places.map(({ id, name, commune: where, address, phone, hours, services, kilometres }) => (
        <div key={id}>
          <Box fontWeight="bold">
            {name} – {where}
            {kilometres > 0 && ` (${kilometres} km)`}
          </Box>
          <Box>
            {address} · {phone} · {hours}
          </Box>
          <Box color="text-body-secondary">{services.join(', ')}</Box>
        </div>
      ))}
    </SpaceBetween>
  );
}
