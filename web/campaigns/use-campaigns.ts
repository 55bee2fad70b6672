import { useCallback, useEffect, useRef, useState } from 'react';
import type { CampaignBoard } from '../../contracts/campaign-board.ts';
import { useLive } from '../shell/use-live.ts';
import { isCampaignBoard, readCampaigns } from './read-campaigns.ts';

/** They are pushed once a minute: after half as long again, the page asks by itself. */
const silenceMs = 90_000;

export interface KnownCampaigns {
  /** The last that came; kept while the centre cannot be reached. */
  readonly board: CampaignBoard | undefined;
  /** Sentence in French; undefined while the last answer is a board. */
  readonly failure: string | undefined;
  readonly isLoading: boolean;
  /** Asks now. */
  readonly refresh: () => void;
}

/** Campaigns and referrals of a programme, pushed while the page is shown, and asked for when something of them changes. */
export function useCampaigns(programme: string): KnownCampaigns {
  const [known, setKnown] = useState<{ readonly board?: CampaignBoard | undefined; readonly failure?: string }>({});
  const [isLoading, setIsLoading] = useState(true);
  const [asked, setAsked] = useState(0);
  const heardAt = useRef(performance.now());
  const refresh = useCallback(() => setAsked((times) => times + 1), []);
  useLive(
    programme,
    ({ topic, data }) => {
      if (topic === 'campaigns' && isCampaignBoard(data)) {
        heardAt.current = performance.now();
        setKnown({ board: data });
      } else if (topic === 'campaigns' || topic === 'referrals') {
        refresh();
      }
    },
    refresh,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again at each `refresh`
  useEffect(() => {
    const asking = new AbortController();
    const ask = async () => {
      try {
        const board = await readCampaigns(programme, asking.signal);
        heardAt.current = performance.now();
        if (!asking.signal.aborted) setKnown({ board });
      } catch (error) {
        if (asking.signal.aborted) return;
        const failure = error instanceof Error ? error.message : String(error);
        setKnown(({ board }) => ({ board, failure }));
      } finally {
        if (!asking.signal.aborted) setIsLoading(false);
      }
    };
    void ask();
    const timer = setInterval(() => {
      if (performance.now() - heardAt.current >= silenceMs && document.visibilityState === 'visible') void ask();
    }, silenceMs);
    return () => {
      asking.abort();
      clearInterval(timer);
    };
  }, [programme, asked]);
  return { board: known.board, failure: known.failure, isLoading, refresh };
}
