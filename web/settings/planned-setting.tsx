import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import type { SettingAnswer, ShownSetting } from '../../contracts/settings.ts';
import { cancelSetting } from './settings-api.ts';

interface PlannedSettingProps {
  readonly programme: string;
  readonly timeZone: string;
  readonly setting: ShownSetting;
  readonly mayCancel: boolean;
  readonly isSending: boolean;
  readonly onCancel: (ask: () => Promise<SettingAnswer>) => void;
}

/** A change that is not in force yet, and may be taken back until then. */
export function PlannedSetting(props: PlannedSettingProps): ReactNode {
  const { programme, timeZone, setting, mayCancel, isSending, onCancel } = props;
  const [reason, setReason] = useState('');
  const from = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeStyle: 'short', timeZone });
  const { code, seen } = setting;
  return (
    <Alert type="info" header={`Changement prévu : ${from.format(new Date(setting.validFrom))}`}>
      <SpaceBetween size="s">
        <span>Ce qui suit montre ce changement ; jusque-là, la version d’avant reste en vigueur.</span>
        {mayCancel && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              onCancel(() => cancelSetting(programme, code, { seen, reason }));
            }}
          >
            <SpaceBetween size="s">
              <FormField label="Motif de l’annulation">
                <Input value={reason} onChange={({ detail }) => setReason(detail.value)} />
              </FormField>
              <Button formAction="submit" loading={isSending} loadingText="Annulation">
                Annuler ce changement prévu
              </Button>
            </SpaceBetween>
          </form>
        )}
      </SpaceBetween>
    </Alert>
  );
}
