import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import ToggleButton from '@cloudscape-design/components/toggle-button';
import { type ReactNode, useEffect, useState } from 'react';
import type { SlotsAnswer } from '../../contracts/desk-knowledge.ts';
import { callApi } from '../api/api-client.ts';
import { slotTime } from './slot-moment.ts';

interface Props {
  readonly programme: string;
  readonly timeZone: string;
  readonly siteId: string;
  readonly day: string;
  readonly chosen?: string;
  readonly onChoose: (at: string) => void;
}

/** Free slots of a place on a day. */
export function SlotChoice({ programme, timeZone, siteId, day, chosen, onChoose }: Props): ReactNode {
  const [found, setFound] = useState<SlotsAnswer>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    const gone = new AbortController();
    const query = new URLSearchParams({ site: siteId, jour: day });
    callApi('GET', `/api/${programme}/creneaux?${query}`, undefined, { stay: true, signal: gone.signal })
      .then((answer) => setFound(answer as SlotsAnswer))
      .catch((error: unknown) => {
        if (!gone.signal.aborted) setFault(error instanceof Error ? error.message : String(error));
      });
    return () => gone.abort();
  }, [programme, siteId, day]);
  if (fault !== undefined) {
    return <Alert type="warning">{fault}</Alert>;
  }
  if (found === undefined) {
    return <Spinner />;
  }
  const free = found.slots.filter((slot) => slot.free > 0);
  return free.length === 0 ? (
    <Box>Aucun créneau libre ce jour : choisissez un autre jour ou un autre lieu.</Box>
  ) : (
    <SpaceBetween size="xxs" direction="horizontal">
      {free.map(({ at }) => (
        <ToggleButton key={at} pressed={at === chosen} onChange={() => onChoose(at)}>
          {slotTime(at, timeZone)}
        </ToggleButton>
      ))}
    </SpaceBetween>
  );
}
