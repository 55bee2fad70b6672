import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { SessionProgramme } from '../../contracts/session.ts';
import type { ShownSetting } from '../../contracts/settings.ts';
import { SettingCard } from './setting-card.tsx';
import { readSettings } from './settings-api.ts';

/** What a programme goes by, changed without a deployment (SAMPS-19, SAMPS-40). */
export default function SettingsPanel({ programme }: { readonly programme: SessionProgramme }): ReactNode {
  const [settings, setSettings] = useState<readonly ShownSetting[]>();
  const [failure, setFailure] = useState<string>();
  const [saved, setSaved] = useState<string>();
  const load = useCallback(async () => {
    try {
      setSettings(await readSettings(programme.name));
      setFailure(undefined);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  }, [programme.name]);
  useEffect(() => void load(), [load]);
  if (settings === undefined) {
    return failure === undefined ? <Spinner size="large" /> : <Alert type="warning">{failure}</Alert>;
  }
  return (
    <SpaceBetween size="l">
      {failure !== undefined && <Alert type="warning">{failure}</Alert>}
      {saved !== undefined && (
        <Alert type="success" dismissible onDismiss={() => setSaved(undefined)}>
          « {saved} » est enregistré. Le centre en tient compte dans les cinq minutes.
        </Alert>
      )}
      {settings.map((setting) => (
        <SettingCard
          key={`${setting.code} ${setting.seen}`}
          programme={programme.name}
          timeZone={programme.timeZone}
          setting={setting}
          mayChange={programme.roles.includes('supervisor')}
          onChanged={() => {
            setSaved(setting.label);
            void load();
          }}
        />
      ))}
    </SpaceBetween>
  );
}
