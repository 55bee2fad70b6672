import type { ReactNode } from 'react';

export function IdleLock({ children }: { readonly children: ReactNode }): ReactNode {
  return children;
}
