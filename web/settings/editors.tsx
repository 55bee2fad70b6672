import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { type ReactNode, useState } from 'react';
import type { SettingCode } from '../../contracts/settings.ts';
import { RulesEditor } from '../watch/rules-editor.tsx';
import { ContactsEditor } from './contacts-editor.tsx';
import { exceptionsIn, flagIn, hoursFrom, motivesIn, numberIn, textsIn, weekIn } from './read-value.ts';
import { textLabels, textPlaces, weekdayLabels } from './setting-words.ts';

/** A form over what a setting holds. `onChange`: what the API is to be sent, each time it changes. */
export interface EditorProps {
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** Form of each setting. */
export const editors: Readonly<Record<SettingCode, (props: EditorProps) => ReactNode>> = {
  texts: TextsEditor,
  motives: MotivesEditor,
  objectives: ObjectiveEditor,
  callbackPolicy: CallbackEditor,
  hours: HoursEditor,
  exceptions: ExceptionsEditor,
  contacts: ContactsEditor,
  watchRules: RulesEditor,
};

function TextsEditor({ value, onChange }: EditorProps): ReactNode {
  const [texts, setTexts] = useState(textsIn(value));
  return (
    <SpaceBetween size="m">
      {Object.entries(textLabels).map(([name, label]) => (
        <FormField key={name} label={label} description={textPlaces[name]} stretch>
          <Textarea
            rows={2}
            value={texts[name] ?? ''}
            onChange={({ detail }) => {
              const changed = { ...texts, [name]: detail.value };
              setTexts(changed);
              onChange(changed);
            }}
          />
        </FormField>
      ))}
    </SpaceBetween>
  );
}

function MotivesEditor({ value, onChange }: EditorProps): ReactNode {
  const [motives, setMotives] = useState(motivesIn(value));
  const [known] = useState(new Set(motives.map(({ code }) => code)));
  const change = (changed: typeof motives) => {
    setMotives(changed);
    onChange(changed);
  };
  const set = (index: number, part: Partial<(typeof motives)[number]>) =>
    change(motives.map((one, other) => (other === index ? { ...one, ...part } : one)));
  return (
    <SpaceBetween size="s">
      {motives.map(({ code, label }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a code is typed letter by letter, and rows are never reordered
        <Grid key={index} gridDefinition={[{ colspan: { default: 12, s: 4 } }, { colspan: { default: 12, s: 8 } }]}>
          <Input
            ariaLabel={`Code du motif ${index + 1}`}
            value={code}
            readOnly={known.has(code) && index < known.size}
            placeholder="NOUVEAU_MOTIF"
            onChange={({ detail }) => set(index, { code: detail.value })}
          />
          <Input
            ariaLabel={`Libellé du motif ${index + 1}`}
            value={label}
            onChange={({ detail }) => set(index, { label: detail.value })}
          />
        </Grid>
      ))}
      <Button iconName="add-plus" onClick={() => change([...motives, { code: '', label: '' }])}>
        Ajouter un motif
      </Button>
    </SpaceBetween>
  );
}

function ObjectiveEditor({ value, onChange }: EditorProps): ReactNode {
  const [percent, setPercent] = useState(String(Math.round((numberIn(value, 'answerRate') ?? 0) * 1000) / 10));
  return (
    <FormField label="Objectif, en %">
      <Input
        value={percent}
        inputMode="decimal"
        onChange={({ detail }) => {
          setPercent(detail.value);
          onChange({ answerRate: Number(detail.value.replace(',', '.')) / 100 });
        }}
      />
    </FormField>
  );
}

const policyLabels = {
  maxAttempts: 'Nombre d’essais',
  minimumGapMinutes: 'Minutes entre deux essais, au moins',
  deadlineOpenDays: 'Jours ouvrés après celui de l’appel pour le joindre',
} as const;

function CallbackEditor({ value, onChange }: EditorProps): ReactNode {
  const names = ['maxAttempts', 'minimumGapMinutes', 'deadlineOpenDays'] as const;
  const [given, setGiven] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(names.map((name) => [name, String(numberIn(value, name) ?? '')])),
  );
  const [owedFirst, setOwedFirst] = useState(flagIn(value, 'owedFirst') ?? true);
  const change = (changed: typeof given, isFirst: boolean) => {
    setGiven(changed);
    setOwedFirst(isFirst);
    onChange({ ...Object.fromEntries(names.map((one) => [one, Number(changed[one])])), owedFirst: isFirst });
  };
  return (
    <SpaceBetween size="m">
      {names.map((name) => (
        <FormField key={name} label={policyLabels[name]}>
          <Input
            value={given[name] ?? ''}
            inputMode="numeric"
            onChange={({ detail }) => change({ ...given, [name]: detail.value }, owedFirst)}
          />
        </FormField>
      ))}
      <Checkbox
        checked={owedFirst}
        description="Quand elle rappelle d’elle-même, avant les autres personnes qui attendent."
        onChange={({ detail }) => change(given, detail.checked)}
      >
        La personne à qui un rappel est dû passe devant
      </Checkbox>
    </SpaceBetween>
  );
}

function HoursEditor({ value, onChange }: EditorProps): ReactNode {
  const [before] = useState(weekIn(value));
  const [week, setWeek] = useState(before);
  const [from, setFrom] = useState('');
  const change = (day: string, changed: typeof week) => {
    setFrom(day);
    setWeek(changed);
    const days = Object.entries(changed).filter(([weekday, hours]) => hours !== before[weekday]);
    onChange({ from: day, weekdays: Object.fromEntries(days.map(([weekday, hours]) => [weekday, hoursFrom(hours)])) });
  };
  return (
    <SpaceBetween size="m">
      <FormField label="À partir du" constraintText="Année-mois-jour, tel que 2025-09-01.">
        <Input value={from} placeholder="2025-09-01" onChange={({ detail }) => change(detail.value, week)} />
      </FormField>
      {Object.entries(weekdayLabels).map(([weekday, label]) => (
        <FormField
          key={weekday}
          label={label}
          constraintText={weekday === '1' ? 'Telles que 07:30-16:00 ; vide : fermé.' : undefined}
        >
          <Input
            value={week[weekday] ?? ''}
            placeholder="fermé"
            onChange={({ detail }) => change(from, { ...week, [weekday]: detail.value })}
          />
        </FormField>
      ))}
    </SpaceBetween>
  );
}

function ExceptionsEditor({ value, onChange }: EditorProps): ReactNode {
  const today = new Date().toISOString().slice(0, 10);
  const [days, setDays] = useState(exceptionsIn(value).filter(({ day }) => day > today));
  const change = (changed: typeof days) => {
    setDays(changed);
    onChange(changed.map(({ day, label, hours }) => ({ day, label, hours: hoursFrom(hours) })));
  };
  const set = (index: number, part: Partial<(typeof days)[number]>) =>
    change(days.map((one, other) => (other === index ? { ...one, ...part } : one)));
  return (
    <SpaceBetween size="s">
      {days.map(({ day, label, hours }, index) => (
        <Grid
          // biome-ignore lint/suspicious/noArrayIndexKey: a day is typed letter by letter
          key={index}
          gridDefinition={[3, 4, 3, 2].map((colspan) => ({ colspan: { default: 12, s: colspan } }))}
        >
          <Input
            ariaLabel={`Jour ${index + 1}`}
            value={day}
            placeholder="2025-12-24"
            onChange={({ detail }) => set(index, { day: detail.value })}
          />
          <Input
            ariaLabel={`Nom du jour ${index + 1}`}
            value={label}
            placeholder="Veille de Noël"
            onChange={({ detail }) => set(index, { label: detail.value })}
          />
          <Input
            ariaLabel={`Heures du jour ${index + 1}`}
            value={hours}
            placeholder="fermé"
            onChange={({ detail }) => set(index, { hours: detail.value })}
          />
          <Button
            ariaLabel={`Retirer le jour ${index + 1}`}
            iconName="close"
            variant="icon"
            onClick={() => change(days.filter((_, other) => other !== index))}
          />
        </Grid>
      ))}
      <Button iconName="add-plus" onClick={() => change([...days, { day: '', label: '', hours: '' }])}>
        Ajouter un jour
      </Button>
    </SpaceBetween>
  );
}
