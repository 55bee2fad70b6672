import Button from '@cloudscape-design/components/button';
import DatePicker from '@cloudscape-design/components/date-picker';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import type { SettingAnswer, ShownSetting } from '../../contracts/settings.ts';
import { editors } from './editors.tsx';
import { localMidnight } from './local-midnight.ts';
import { PlannedSetting } from './planned-setting.tsx';
import { SettingFaults } from './setting-faults.tsx';
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
  const [day, setDay] = useState('');
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [isSending, setIsSending] = useState(false);
  const Editor = editors[setting.code];

  async function send(ask: () => Promise<SettingAnswer>) {
    setIsSending(true);
    try {
      const answer = await ask();
      setFaults(answer.accepted ? [] : answer.faults);
      if (answer.accepted) onChanged();
    } catch (error) {
      setFaults([error instanceof Error ? error.message : String(error)]);
    } finally {
      setIsSending(false);
    }
  }

  const change = () => {
    const later = day === '' ? {} : { validFrom: localMidnight(day, timeZone) };
    return send(() => sendSetting(programme, setting.code, { value, seen: setting.seen, reason, ...later }));
  };

  return (
    <ExpandableSection
      variant="container"
      headerText={setting.label}
      headerDescription={settingNotes[setting.code]}
      headingTagOverride="h2"
    >
      <SpaceBetween size="l">
        {setting.isPlanned && (
          <PlannedSetting
            programme={programme}
            timeZone={timeZone}
            setting={setting}
            mayCancel={mayChange}
            isSending={isSending}
            onCancel={send}
          />
        )}
        {mayChange && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void change();
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
                {!carryTheirDay.includes(setting.code) && (
                  <FormField label="Prend effet le" description="Au début du jour ; vide : dès l’enregistrement.">
                    <DatePicker
                      format="iso"
                      placeholder="AAAA-MM-JJ"
                      value={day}
                      onChange={({ detail }) => setDay(detail.value)}
                    />
                  </FormField>
                )}
                <FormField label="Motif du changement" description="Une phrase ; elle reste dans l’historique." stretch>
                  <Input value={reason} onChange={({ detail }) => setReason(detail.value)} />
                </FormField>
                <SettingFaults faults={faults} />
              </SpaceBetween>
            </Form>
          </form>
        )}
        <SettingHistory history={setting.history} timeZone={timeZone} />
      </SpaceBetween>
    </ExpandableSection>
  );
}

/** What they hold says from which day. */
const carryTheirDay: readonly ShownSetting['code'][] = ['hours', 'exceptions'];
