import { useCallback, useEffect, useState } from 'react';
import type { ShownSetting } from '../../contracts/settings.ts';
import { readSettings } from './settings-api.ts';

export interface KnownSettings {
  readonly settings: readonly ShownSetting[] | undefined;
  /** Sentence in French. */
  readonly failure: string | undefined;
  readonly reload: () => void;
}

/** Settings of a programme with their history. */
export function useSettings(programme: string): KnownSettings {
  const [settings, setSettings] = useState<readonly ShownSetting[]>();
  const [failure, setFailure] = useState<string>();
  const reload = useCallback(() => {
    readSettings(programme).then(
      (read) => {
        setSettings(read);
        setFailure(undefined);
      },
      (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
    );
  }, [programme]);
  useEffect(reload, [reload]);
  return { settings, failure, reload };
}
