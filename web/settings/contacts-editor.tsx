import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import type { EditorProps } from './editors.tsx';
import { textsIn } from './read-value.ts';

const sides = [
  { value: 'client', label: 'Client' },
  { value: 'house', label: 'Centre de contact' },
] as const;

interface Person {
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly side: string;
}

const labels = { name: 'Nom', role: 'Fonction', email: 'Adresse électronique' } as const;

/** Who is told of reports and alerts (SAMPS-41). */
export function ContactsEditor({ value, onChange }: EditorProps): ReactNode {
  const [people, setPeople] = useState(() => peopleIn(value));
  const change = (changed: readonly Person[]) => {
    setPeople(changed);
    onChange(changed);
  };
  const set = (index: number, part: Partial<Person>) =>
    change(people.map((one, other) => (other === index ? { ...one, ...part } : one)));
  return (
    <SpaceBetween size="s">
      {people.map((person, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an address is typed letter by letter, and rows are never reordered
        <Container key={index}>
          <ColumnLayout columns={4} minColumnWidth={180}>
            {(['name', 'role', 'email'] as const).map((name) => (
              <FormField key={name} label={labels[name]}>
                <Input
                  value={person[name]}
                  type={name === 'email' ? 'email' : 'text'}
                  onChange={({ detail }) => set(index, { [name]: detail.value })}
                />
              </FormField>
            ))}
            <FormField label="Partie">
              <SpaceBetween direction="horizontal" size="xs">
                <Select
                  selectedOption={sides.find((side) => side.value === person.side) ?? sides[1]}
                  options={sides}
                  onChange={({ detail }) => set(index, { side: detail.selectedOption.value ?? 'house' })}
                />
                <Button
                  ariaLabel={`Retirer ${person.name === '' ? `la personne ${index + 1}` : person.name}`}
                  iconName="close"
                  variant="icon"
                  onClick={() => change(people.filter((_, other) => other !== index))}
                />
              </SpaceBetween>
            </FormField>
          </ColumnLayout>
        </Container>
      ))}
      <Button
        iconName="add-plus"
        onClick={() => change([...people, { name: '', role: '', email: '', side: 'client' }])}
      >
        Ajouter une personne
      </Button>
    </SpaceBetween>
  );
}

function peopleIn(value: unknown): readonly Person[] {
  return (Array.isArray(value) ? value : []).map((one: unknown) => {
    const { name = '', role = '', email = '', side = 'house' } = textsIn(one);
    return { name, role, email, side };
  });
}
