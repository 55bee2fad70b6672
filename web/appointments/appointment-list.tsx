import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import type { AppointmentAnswer } from '../../contracts/desk-knowledge.ts';
import { callApi } from '../api/api-client.ts';
import { slotMoment } from './slot-moment.ts';

interface Props {
  readonly programme: string;
  readonly timeZone: string;
  readonly appointments: readonly AppointmentAnswer[];
  readonly onMove: (appointment: AppointmentAnswer) => void;
  readonly onChanged: () => void;
}

/** What the person has already. Cancelling is asked twice. */
export function AppointmentList({ programme, timeZone, appointments, onMove, onChanged }: Props): ReactNode {
  const [asked, setAsked] = useState<string>();
  const [fault, setFault] = useState<string>();
  const cancel = (id: string) => {
    callApi('POST', `/api/${programme}/rendez-vous/${encodeURIComponent(id)}/annuler`, {}, { stay: true })
      .then(() => {
        setAsked(undefined);
        setFault(undefined);
        onChanged();
      })
      .catch((error: unknown) => setFault(error instanceof Error ? error.message : String(error)));
  };
  return (
    <SpaceBetween size="xs">
      {fault !== undefined && <Alert type="warning">{fault}</Alert>}
      {appointments.map((one) => (
        <div key={one.appointmentId}>
          <Box fontWeight="bold">{slotMoment(one.slotAt, timeZone)}</Box>
          <Box>
            {one.site}
            {one.state === 'cancelled' && ' – annulé'}
          </Box>
          {one.state === 'booked' && (
            <SpaceBetween size="xs" direction="horizontal">
              <Button variant="inline-link" onClick={() => onMove(one)}>
                Déplacer
              </Button>
              <Button
                variant="inline-link"
                onClick={() => (asked === one.appointmentId ? cancel(one.appointmentId) : setAsked(one.appointmentId))}
              >
                {asked === one.appointmentId ? 'Confirmer l’annulation' : 'Annuler'}
              </Button>
            </SpaceBetween>
          )}
        </div>
      ))}
    </SpaceBetween>
  );
}
