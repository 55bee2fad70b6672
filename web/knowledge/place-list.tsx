import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { PlacesAnswer } from '../../contracts/desk-knowledge.ts';
import { SendText } from './send-text.tsx';

interface Props {
  readonly places: PlacesAnswer['places'];
  /** With it, each place can be sent to whoever is on the line. */
  readonly call?: {
    readonly programme: string;
    readonly contactId: string;
    readonly timeZone: string;
    readonly numberKey?: string;
  };
}

/** Places that receive the public, as they are told on the telephone (SAMPS-22). */
export function PlaceList({ places, call }: Props): ReactNode {
  return (
    <SpaceBetween size="s">
      {places.map(({ id, name, commune, address, phone, hours, services, kilometres }) => (
        <div key={id}>
          <Box fontWeight="bold">
            {name} – {commune}
            {kilometres > 0 && ` (${kilometres} km)`}
          </Box>
          <Box>
            {address} · {phone} · {hours}
          </Box>
          <Box color="text-body-secondary">{services.join(', ')}</Box>
          {call !== undefined && <SendText {...call} name={name} subject={{ lieu: id }} />}
        </div>
      ))}
    </SpaceBetween>
  );
}
