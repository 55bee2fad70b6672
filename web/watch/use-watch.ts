import { useCallback, useEffect, useState } from 'react';
import type { WatchAnswer } from '../../contracts/watch.ts';
import { callApi } from '../api/api-client.ts';
import { useLive } from '../shell/use-live.ts';

/** What goes wrong in a programme and what did today: asked for once, then pushed. Undefined until it is known. */
export function useWatch(programme: string): WatchAnswer | undefined {
  const [known, setKnown] = useState<WatchAnswer>();
  const ask = useCallback(() => {
    callApi('GET', `/api/${programme}/veille`, undefined, { stay: true }).then(
      (answer) => isWatch(answer) && setKnown(answer),
      // The board beside says that the centre cannot be reached; this is asked again once it can.
      () => {},
    );
  }, [programme]);
  useLive(
    programme,
    ({ topic, data }) => {
      if (topic === 'alerts' && isWatch(data)) setKnown(data);
    },
    ask,
  );
  useEffect(ask, [ask]);
  return known?.programme === programme ? known : undefined;
}

function isWatch(answer: unknown): answer is WatchAnswer {
  return typeof answer === 'object' && answer !== null && 'episodes' in answer && Array.isArray(answer.episodes);
}
