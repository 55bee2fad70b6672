import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { AppointmentAnswer, AppointmentsAnswer } from '../../contracts/desk-knowledge.ts';
import { callApi } from '../api/api-client.ts';
import type { DeskPanelProps } from '../desk/panels.tsx';
import { AppointmentList } from './appointment-list.tsx';
import { BookingForm } from './booking-form.tsx';

/** Appointments of whoever is on the line: taking, moving, cancelling (SAMPS-16, SAMPS-24..26). */
export function AppointmentsPanel(props: DeskPanelProps): ReactNode {
  const { programme, contactId, numberKey } = props;
  const [known, setKnown] = useState<AppointmentsAnswer>();
  const [fault, setFault] = useState<string>();
  const [moving, setMoving] = useState<AppointmentAnswer>();
  const read = useCallback(async () => {
    const query = numberKey === undefined ? '' : `?numero=${encodeURIComponent(numberKey)}`;
    try {
      setKnown(
        (await callApi('GET', `/api/${programme}/rendez-vous${query}`, undefined, {
          stay: true,
        })) as AppointmentsAnswer,
      );
      setFault(undefined);
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  }, [programme, numberKey]);
  useEffect(() => {
    setMoving(undefined);
    void read();
  }, [read]);
  if (contactId === undefined) {
    return <Box>Un rendez-vous se prend pendant un appel.</Box>;
  }
  if (known === undefined) {
    return fault === undefined ? <Spinner /> : <Alert type="warning">{fault}</Alert>;
  }
  return (
    <>
      {fault !== undefined && <Alert type="warning">{fault}</Alert>}
      <AppointmentList
        programme={programme}
        timeZone={props.timeZone}
        appointments={known.appointments}
        onMove={setMoving}
        onChanged={() => void read()}
      />
      <BookingForm
        key={`${contactId} ${moving?.appointmentId}`}
        {...props}
        contactId={contactId}
        known={known}
        {...(moving && { moving })}
        onDone={() => {
          setMoving(undefined);
          void read();
        }}
      />
    </>
  );
}
