import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Spinner from '@cloudscape-design/components/spinner';
import { type ReactNode, useEffect, useState } from 'react';
import type { SessionAnswer } from '../../contracts/session.ts';
import { ApiError } from '../api/api-client.ts';
import { readSession } from '../api/read-session.ts';
import { SessionContext } from './session.ts';

/** Shows its content to whoever is signed in, once it is known who that is. */
export function SessionGate({ children }: { readonly children: ReactNode }): ReactNode {
  const [session, setSession] = useState<SessionAnswer>();
  const [failure, setFailure] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt reads again
  useEffect(() => {
    const leaving = new AbortController();
    readSession(leaving.signal).then(setSession, (error: unknown) => {
      if (!leaving.signal.aborted && !(error instanceof ApiError && error.status === 401)) {
        setFailure(error instanceof Error ? error.message : String(error));
      }
    });
    return () => leaving.abort();
  }, [attempt]);
  if (session !== undefined) {
    return <SessionContext value={session}>{children}</SessionContext>;
  }
  const again = () => {
    setFailure(undefined);
    setAttempt(attempt + 1);
  };
  return (
    <main>
      <Box padding="xxl">
        {failure === undefined ? (
          <Box textAlign="center" variant="p">
            <Spinner /> Ouverture de votre session…
          </Box>
        ) : (
          <Alert type="error" header="La page ne peut pas s’ouvrir" action={<Button onClick={again}>Réessayer</Button>}>
            {failure}
          </Alert>
        )}
      </Box>
    </main>
  );
}
