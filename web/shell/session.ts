import { createContext, useContext } from 'react';
import type { SessionAnswer } from '../../contracts/session.ts';

export const SessionContext = createContext<SessionAnswer | undefined>(undefined);

/** Who is signed in; inside `startPage` there is always somebody. */
export function useSession(): SessionAnswer {
  const session = useContext(SessionContext);
  if (session === undefined) {
    throw new Error('useSession is for components inside startPage');
  }
  return session;
}
