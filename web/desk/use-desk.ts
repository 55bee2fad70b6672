import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DeskAnswer } from '../../contracts/session.ts';
import type { TrainingAnswer } from '../../contracts/training.ts';
import { callApi } from '../api/api-client.ts';
import { holdPage } from '../api/leave-for-sign-in.ts';
import { openSoftphone } from '../softphone/open-softphone.ts';
import { deskApi } from './desk-api.ts';
import { DeskStore } from './desk-store.ts';
import { newId } from './new-id.ts';
import { type TrainingResult, trainingApi } from './training-api.ts';
import { trainingSoftphone } from './training-softphone.ts';

const later = (ms: number, task: () => void) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};

interface Opened {
  readonly desk?: DeskStore;
  readonly fault?: string;
  /** Programmes in which agents may read who is called before the call. */
  readonly previews: readonly string[];
  /** In training: what it is made of, and how the last call went. */
  readonly training?: { readonly lists: TrainingAnswer; readonly last?: TrainingResult };
}

/**
 * The desk of whoever is signed in, or why it cannot be opened; both absent while it opens. In training, it rings for invented callers of the first
 * programme, in this page alone.
 */
export function useDesk(programmes: readonly string[], isTraining: boolean): Opened {
  const [opened, setOpened] = useState<Opened>({ previews: [] });
  const names = programmes.join(' ');
  useEffect(() => {
    let desk: DeskStore | undefined;
    let isGone = false;
    const train = async () => {
      const [programme = ''] = names.split(' ');
      const lists = (await callApi('GET', `/api/${programme}/entrainement`)) as TrainingAnswer;
      if (isGone) return;
      const onResult = (last: TrainingResult) => setOpened((one) => ({ ...one, training: { lists, last } }));
      const api = trainingApi(programme, lists, onResult, Date.now);
      desk = new DeskStore(trainingSoftphone(lists.calls, later, Date.now), [programme], { api, later, newId });
      setOpened({ desk, previews: [], training: { lists } });
    };
    const open = async () => {
      const { accessUrl, previews } = (await callApi('GET', '/api/poste')) as DeskAnswer;
      const softphone = await openSoftphone(accessUrl);
      if (isGone) return softphone.close();
      desk = new DeskStore(softphone, names.split(' '), { api: deskApi, later, newId });
      setOpened({ desk, previews });
    };
    (isTraining ? train() : open()).catch((error: unknown) =>
      setOpened({ previews: [], fault: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isGone = true;
      desk?.softphone.close();
      desk?.close();
    };
  }, [names, isTraining]);
  return opened;
}

/** Renders again at each change of the desk or of its softphone. */
export function useDeskChanges(desk: DeskStore): void {
  useSyncExternalStore(
    (listener) => desk.subscribe(listener),
    () => desk.version,
  );
}

/** The browser asks before it leaves while something typed is not kept by the centre, and the page does not leave by itself to sign in. */
export function useLeaveWarning(desk: DeskStore): void {
  const { isUnsaved } = desk;
  useEffect(() => (isUnsaved ? holdPage() : undefined), [isUnsaved]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (desk.isUnsaved) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [desk]);
}

/** Epoch milliseconds of the centre's clock, each second. */
export function useCentreClock(now: () => number): number {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), 1000);
    return () => clearInterval(timer);
  }, [now]);
  return time;
}
