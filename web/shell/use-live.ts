import { useEffect, useRef, useState } from 'react';
import type { LiveMessage } from '../../contracts/live.ts';
import { LiveLine, type LiveState } from './live-line.ts';

let line: LiveLine | undefined;

/**
 * Hears what is pushed of a programme, on the one line of the page. `onReconnected`: what was pushed while the line was cut is lost, so read everything
 * again. Answers the state of the line, to be shown: figures that are not live must say so.
 */
export function useLive(
  programme: string,
  onMessage: (message: LiveMessage) => void,
  onReconnected: () => void,
): LiveState {
  line ??= new LiveLine(location);
  const [state, setState] = useState<LiveState>(line.state);
  const callbacks = useRef({ onMessage, onReconnected });
  useEffect(() => {
    callbacks.current = { onMessage, onReconnected };
  });
  useEffect(() => {
    let wasCut = false;
    return line?.listen(
      (message) => {
        if (message.programme === programme) callbacks.current.onMessage(message);
      },
      (now) => {
        setState(now);
        if (now === 'live' && wasCut) callbacks.current.onReconnected();
        wasCut = now === 'cut';
      },
    );
  }, [programme]);
  return state;
}
