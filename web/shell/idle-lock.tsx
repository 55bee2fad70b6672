import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { webPages } from '../../contracts/web-pages.ts';
import { ApiError } from '../api/api-client.ts';
import { holdPage } from '../api/leave-for-sign-in.ts';
import { readSession } from '../api/read-session.ts';
import { IdleClock } from './idle-clock.ts';
import { useSession } from './session.ts';
import { hear, tellActive } from './session-channel.ts';

const ClockContext = createContext<IdleClock | undefined>(undefined);
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Keeps the page open while `active`: a person who talks to a caller may touch nothing for longer than the lock waits. */
export function useKeepAwake(active: boolean): void {
  const clock = useContext(ClockContext);
  useEffect(() => (active ? clock?.keepAwake() : undefined), [active, clock]);
}

/**
 * Hides its content when nobody was there for five minutes, until the same person shows again who they are (COMMON-20). What was typed stays in the page,
 * which goes on sending it; nothing is put in the browser's storage.
 */
export function IdleLock({ children }: { readonly children: ReactNode }): ReactNode {
  const [clock] = useState(() => new IdleClock(() => Date.now(), tellActive));
  const [locked, setLocked] = useState(false);
  // What opens a lock is signing in again, later than what opened the page or its last lock.
  const [since, setSince] = useState(useSession().signedInAt);
  useEffect(() => {
    const touched = () => clock.touched();
    for (const sign of signs) addEventListener(sign, touched, { passive: true });
    const stopHearing = hear('active', () => clock.heard());
    const stopWatching = clock.watch(() => setLocked(true));
    return () => {
      for (const sign of signs) removeEventListener(sign, touched);
      stopHearing();
      stopWatching();
    };
  }, [clock]);
  const open = useCallback(
    (at: string) => {
      clock.touched();
      setSince(at);
      setLocked(false);
    },
    [clock],
  );
  return (
    <ClockContext value={clock}>
      <div className={locked ? 'hidden' : undefined} inert={locked}>
        {children}
      </div>
      {locked && <Locked since={since} onOpen={open} />}
    </ClockContext>
  );
}

interface LockedProps {
  /** ISO instant of the signing in that is known. */
  readonly since: string;
  readonly onOpen: (signedInAt: string) => void;
}

function Locked({ since, onOpen }: LockedProps): ReactNode {
  const { userName, displayName } = useSession();
  const form = useRef<HTMLFormElement>(null);
  const [fault, setFault] = useState<string>();
  const look = useCallback(() => {
    readSession().then(
      (now) => {
        // Another person's page is not theirs to see.
        if (now.userName !== userName) location.reload();
        else if (now.signedInAt > since) onOpen(now.signedInAt);
      },
      (error: unknown) => {
        if (!(error instanceof ApiError && error.status === 401)) {
          setFault(error instanceof Error ? error.message : String(error));
        }
      },
    );
  }, [userName, since, onOpen]);
  useEffect(() => hear('signed-in', look), [look]);
  useEffect(() => holdPage(), []);
  return (
    <main className="locked">
      <Box padding="xxl" textAlign="center">
        <SpaceBetween size="m">
          <Box variant="h1">Page verrouillée</Box>
          <Box variant="p">
            Personne ne s’en est servi depuis cinq minutes. {displayName} peut la rouvrir en se connectant de nouveau ;
            ce qui était saisi y est encore.
          </Box>
          <Button variant="primary" onClick={() => form.current?.submit()}>
            Se connecter de nouveau
          </Button>
          {fault !== undefined && <Alert type="error">{fault}</Alert>}
        </SpaceBetween>
      </Box>
      <form ref={form} method="post" action="/deconnexion" target="_blank" hidden rel="noopener">
        <input type="hidden" name="retour" value={webPages.signedIn.path} />
      </form>
    </main>
  );
}
