import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import type { ReactNode } from 'react';
import type { StaffingFields } from './read-staffing.ts';

interface StaffingFormProps {
  readonly fields: StaffingFields;
  /** What is used where nothing is typed. */
  readonly known: Readonly<Partial<Record<keyof StaffingFields, string>>>;
  readonly onChange: (fields: StaffingFields) => void;
}

const models = [
  { value: 'answer-rate', label: 'Part d’appels décrochés (Erlang A)' },
  { value: 'service-level', label: 'Décrochés en un délai (Erlang C)' },
] as const;

/** What the table is made from: nothing that is typed here is kept. */
export function StaffingForm({ fields, known, onChange }: StaffingFormProps): ReactNode {
  const field = (name: keyof StaffingFields, label: string, constraintText?: string) => (
    <FormField key={name} label={label} constraintText={constraintText}>
      <Input
        value={fields[name]}
        placeholder={known[name] ?? ''}
        inputMode="decimal"
        onChange={({ detail }) => onChange({ ...fields, [name]: detail.value })}
      />
    </FormField>
  );
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Ce qui est saisi ici ne change rien au centre ; un champ vide reprend ce qui est connu."
          actions={
            <Button iconName="file" onClick={() => window.print()}>
              Imprimer
            </Button>
          }
        >
          Hypothèses
        </Header>
      }
    >
      <ColumnLayout columns={4} minColumnWidth={180}>
        <FormField label="Jour">
          <DatePicker
            format="iso"
            value={fields.day || (known.day ?? '')}
            placeholder="AAAA-MM-JJ"
            onChange={({ detail }) => onChange({ ...fields, day: detail.value })}
          />
        </FormField>
        {field('calls', 'Appels attendus dans la journée')}
        {field('handling', 'DMT, en secondes', 'Conversation et après-appel.')}
        {field('share', 'Objectif, en %')}
        <FormField label="Ce que l’objectif compte">
          <Select
            selectedOption={models.find(({ value }) => value === fields.model) ?? models[0]}
            options={models}
            onChange={({ detail }) =>
              onChange({
                ...fields,
                model: detail.selectedOption.value === 'service-level' ? 'service-level' : 'answer-rate',
              })
            }
          />
        </FormField>
        {fields.model === 'answer-rate'
          ? field('patience', 'Patience des appelants, en secondes')
          : field('delay', 'Délai, en secondes')}
        {field('away', 'Pauses et absences, en %')}
      </ColumnLayout>
    </Container>
  );
}
