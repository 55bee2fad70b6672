import { useCallback, useEffect, useState } from 'react';
import type { LiveBoard } from '../../contracts/live-board.ts';
import { readBoard } from './read-board.ts';

/** How often the board is asked for while nothing tells that it changed. */
const refreshMs = 30_000;

export interface KnownBoard {
  /** The last one that came; kept while the centre cannot be reached. */
  readonly board: LiveBoard | undefined;
  /** Sentence in French; undefined while the last answer is a board. */
  readonly failure: string | undefined;
  /** Asks now. */
  readonly refresh: () => void;
}

/** The wallboard of a programme, kept up to date while the page is shown. */
export function useBoard(programme: string): KnownBoard {
  const [known, setKnown] = useState<{ readonly board?: LiveBoard; readonly failure?: string }>({});
  const [asked, setAsked] = useState(0);
  const refresh = useCallback(() => setAsked((times) => times + 1), []);
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
      if (document.visibilityState === 'visible') void ask();
    }, refreshMs);
    return () => {
      asking.abort();
      clearInterval(timer);
    };
  }, [programme, asked]);
  return { board: known.board?.programme === programme ? known.board : undefined, failure: known.failure, refresh };
}
