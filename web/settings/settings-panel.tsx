import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { type ReactNode, useState } from 'react';
import type { SessionProgramme } from '../../contracts/session.ts';
import type { SettingCode } from '../../contracts/settings.ts';
import { SettingCard } from './setting-card.tsx';
import { useSettings } from './use-settings.ts';

/** Shown with what they are of. */
const elsewhere: readonly SettingCode[] = ['watchRules'];

/** What a programme goes by, changed without a deployment (SAMPS-19, SAMPS-40). */
export default function SettingsPanel({ programme }: { readonly programme: SessionProgramme }): ReactNode {
  const { settings, failure, reload } = useSettings(programme.name);
  const [saved, setSaved] = useState<string>();
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
      {settings
        .filter(({ code }) => !elsewhere.includes(code))
        .map((setting) => (
          <SettingCard
            key={`${setting.code} ${setting.seen}`}
            programme={programme.name}
            timeZone={programme.timeZone}
            setting={setting}
            mayChange={programme.roles.includes('supervisor')}
            onChanged={() => {
              setSaved(setting.label);
              reload();
            }}
          />
        ))}
    </SpaceBetween>
  );
}
