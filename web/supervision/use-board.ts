import { useCallback, useEffect, useRef, useState } from 'react';
import type { LiveBoard } from '../../contracts/live-board.ts';
import { useLive } from '../shell/use-live.ts';
import { isBoard, readBoard } from './read-board.ts';

/** How often the board is asked for when none came by itself meanwhile. */
const refreshMs = 30_000;

export interface KnownBoard {
  /** The last one that came; kept while the centre cannot be reached. */
  readonly board: LiveBoard | undefined;
  /** Sentence in French; undefined while the last answer is a board. */
  readonly failure: string | undefined;
  /** It is pushed as it changes. */
  readonly isLive: boolean;
  /** Asks now. */
  readonly refresh: () => void;
}

/** The wallboard of a programme, pushed while the page is shown, and asked for while the way of pushes is cut. */
export function useBoard(programme: string): KnownBoard {
  const [known, setKnown] = useState<{ readonly board?: LiveBoard; readonly failure?: string }>({});
  const [asked, setAsked] = useState(0);
  const pushedAt = useRef(0);
  const refresh = useCallback(() => setAsked((times) => times + 1), []);
  const state = useLive(
    programme,
    ({ topic, data }) => {
      if (topic === 'board' && isBoard(data)) {
        pushedAt.current = performance.now();
        setKnown({ board: data });
      }
    },
    refresh,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again at each `refresh`
  useEffect(() => {
    const asking = new AbortController();
    const ask = () =>
      readBoard(programme, asking.signal).then(
        (board) => setKnown({ board }),
        (error: unknown) => {
          if (!asking.signal.aborted) {
            setKnown(({ board }) => ({
              ...(board?.programme === programme ? { board } : {}),
              failure: error instanceof Error ? error.message : String(error),
            }));
          }
        },
      );
    void ask();
    const timer = setInterval(() => {
      const isPushed = performance.now() - pushedAt.current < refreshMs;
      if (!isPushed && document.visibilityState === 'visible') void ask();
    }, refreshMs);
    return () => {
      asking.abort();
      clearInterval(timer);
    };
  }, [programme, asked]);
  const board = known.board?.programme === programme ? known.board : undefined;
  return { board, failure: known.failure, isLive: state === 'live', refresh };
}
