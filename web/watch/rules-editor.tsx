import ColumnLayout from '@cloudscape-design/components/column-layout';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { type ReactNode, useState } from 'react';
import { type ContactSide, contactSides, type WatchRule, watchCodes } from '../../contracts/watch.ts';
import { watchWords } from '../../contracts/watch-words.ts';
import type { EditorProps } from '../settings/editors.tsx';

const sideLabels: Readonly<Record<ContactSide, string>> = { client: 'Client', house: 'Centre de contact' };
const sideOptions = contactSides.map((value) => ({ value, label: sideLabels[value] }));

type Figure = 'above' | 'until' | 'lastsMinutes' | 'least' | 'reminderHours';

/** The rules of alerts (COMMON-44): one for each thing that is watched. */
export function RulesEditor({ value, onChange }: EditorProps): ReactNode {
  const [rules, setRules] = useState(() => rulesIn(value));
  const set = (code: string, part: Partial<WatchRule>) => {
    const changed = rules.map((one) => (one.code === code ? { ...one, ...part } : one));
    setRules(changed);
    onChange(changed);
  };
  return (
    <SpaceBetween size="s">
      {rules.map((rule) => (
        <ExpandableSection
          key={rule.code}
          headerText={watchWords[rule.code].title}
          headerDescription={rule.on ? summaryOf(rule) : 'Inactive'}
          headingTagOverride="h3"
        >
          <RuleFields rule={rule} onChange={(part) => set(rule.code, part)} />
        </ExpandableSection>
      ))}
    </SpaceBetween>
  );
}

interface RuleFieldsProps {
  readonly rule: WatchRule;
  readonly onChange: (part: Partial<WatchRule>) => void;
}

function RuleFields({ rule, onChange }: RuleFieldsProps): ReactNode {
  const { unit } = watchWords[rule.code];
  const inUnit = unit === '' ? '' : `, en ${unit}`;
  const figure = (name: Figure, label: string, constraintText?: string) => (
    <FigureField
      label={label}
      constraintText={constraintText}
      value={rule[name] ?? 0}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <SpaceBetween size="m">
      <Toggle checked={rule.on} onChange={({ detail }) => onChange({ on: detail.checked })}>
        Surveiller
      </Toggle>
      <ColumnLayout columns={3} minColumnWidth={200}>
        {unit !== '' && figure('above', `Commence au-dessus de${inUnit}`)}
        {unit !== '' && figure('until', `Finit à${inUnit}, ou moins`)}
        {figure('lastsMinutes', 'Doit durer, en minutes', 'Pour commencer comme pour finir.')}
        {rule.least !== undefined && figure('least', 'À partir de combien d’appels présentés')}
        {figure('reminderHours', 'Rappel après, en heures', '0 : aucun rappel.')}
        <FormField label="Prévenir par courriel">
          <Multiselect
            selectedOptions={sideOptions.filter((side) => rule.told.includes(side.value))}
            options={sideOptions}
            placeholder="Personne : page seule"
            onChange={({ detail }) =>
              onChange({
                told: contactSides.filter((side) => detail.selectedOptions.some((one) => one.value === side)),
              })
            }
          />
        </FormField>
      </ColumnLayout>
    </SpaceBetween>
  );
}

interface FigureFieldProps {
  readonly label: string;
  readonly constraintText: string | undefined;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** What is typed stays as typed; what is no number goes as it is, and the API says what it accepts. */
function FigureField({ label, constraintText, value, onChange }: FigureFieldProps): ReactNode {
  const [text, setText] = useState(() => String(value).replace('.', ','));
  return (
    <FormField label={label} constraintText={constraintText}>
      <Input
        value={text}
        inputMode="decimal"
        onChange={({ detail }) => {
          setText(detail.value);
          onChange(detail.value.trim() === '' ? Number.NaN : Number(detail.value.replace(',', '.')));
        }}
      />
    </FormField>
  );
}

function summaryOf({ code, above, lastsMinutes, told }: WatchRule): string {
  const { unit } = watchWords[code];
  const threshold = unit === '' ? '' : `plus de ${String(above).replace('.', ',')} ${unit}, `;
  const lasting = lastsMinutes === 0 ? 'aussitôt' : `pendant ${lastsMinutes} min`;
  const who = told.length === 0 ? 'personne n’est prévenu' : told.map((side) => sideLabels[side]).join(' et ');
  return `${threshold}${lasting} ; ${who}`;
}

function rulesIn(value: unknown): readonly WatchRule[] {
  return (Array.isArray(value) ? value : []).filter(isRule);
}

function isRule(one: unknown): one is WatchRule {
  return typeof one === 'object' && one !== null && 'code' in one && watchCodes.some((code) => code === one.code);
}
