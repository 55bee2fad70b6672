import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import type { ShownSetting } from '../../contracts/settings.ts';
import { editors } from './editors.tsx';
import { SettingHistory } from './setting-history.tsx';
import { settingNotes } from './setting-words.ts';
import { sendSetting } from './settings-api.ts';

interface SettingCardProps {
  readonly programme: string;
  readonly timeZone: string;
  readonly setting: ShownSetting;
  /** The client reads, and changes nothing. */
  readonly mayChange: boolean;
  readonly onChanged: () => void;
}

/** One setting: what it is, the form that changes it, who changed it before. */
export function SettingCard({ programme, timeZone, setting, mayChange, onChanged }: SettingCardProps): ReactNode {
  const [value, setValue] = useState<unknown>(undefined);
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [isSending, setIsSending] = useState(false);
  const Editor = editors[setting.code];

  async function send() {
    setIsSending(true);
    try {
      const answer = await sendSetting(programme, setting.code, { value, seen: setting.seen, reason });
      setFaults(answer.accepted ? [] : answer.faults);
      if (answer.accepted) onChanged();
    } catch (error) {
      setFaults([error instanceof Error ? error.message : String(error)]);
    } finally {
      setIsSending(false);
    }
  }

  return (
    <ExpandableSection
      variant="container"
      headerText={setting.label}
      headerDescription={settingNotes[setting.code]}
      headingTagOverride="h2"
    >
      <SpaceBetween size="l">
        {mayChange && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void send();
            }}
          >
            <Form
              actions={
                <Button
                  variant="primary"
                  formAction="submit"
                  loading={isSending}
                  loadingText="Enregistrement"
                  disabled={value === undefined}
                  disabledReason="Rien n’est changé."
                >
                  Enregistrer
                </Button>
              }
            >
              <SpaceBetween size="l">
                <Editor value={setting.value} onChange={setValue} />
                <FormField label="Motif du changement" description="Une phrase ; elle reste dans l’historique." stretch>
                  <Input value={reason} onChange={({ detail }) => setReason(detail.value)} />
                </FormField>
                {faults.length > 0 && (
                  <Alert type="error" header="Rien n’a été changé">
                    <ul>
                      {faults.map((fault) => (
                        <li key={fault}>{fault}</li>
                      ))}
                    </ul>
                  </Alert>
                )}
              </SpaceBetween>
            </Form>
          </form>
        )}
        <SettingHistory history={setting.history} timeZone={timeZone} />
      </SpaceBetween>
    </ExpandableSection>
  );
}
