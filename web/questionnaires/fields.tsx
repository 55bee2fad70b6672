import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Textarea from '@cloudscape-design/components/textarea';
import type { ReactNode } from 'react';
import { numberIn, type Place, textIn } from './tree.ts';

/** Replaces a value of the draft. */
export type Change = (place: Place, value: unknown) => void;

interface Props {
  readonly label: string;
  /** What holds the member, and where it is in the draft. */
  readonly of: unknown;
  readonly at: Place;
  readonly name: string;
  readonly onChange: Change;
  readonly description?: string;
}

/** A text of the draft. An empty one is sent as it is: the centre says whether it may be. */
export function Words({ label, of, at, name, onChange, description }: Props): ReactNode {
  return (
    <FormField label={label} {...(description !== undefined && { description })} stretch>
      <Textarea rows={2} value={textIn(of, name)} onChange={({ detail }) => onChange([...at, name], detail.value)} />
    </FormField>
  );
}

/** A whole number of the draft; empty = not said. */
export function Whole({ label, of, at, name, onChange, description }: Props): ReactNode {
  return (
    <FormField label={label} {...(description !== undefined && { description })}>
      <Input
        inputMode="numeric"
        value={String(numberIn(of, name) ?? textIn(of, name))}
        onChange={({ detail }) => onChange([...at, name], numberOrText(detail.value.trim()))}
      />
    </FormField>
  );
}

/** What is no number is kept as it was typed, and refused with its place. */
export function numberOrText(typed: string): number | string | undefined {
  if (typed === '') return undefined;
  return /^\d+$/.test(typed) ? Number(typed) : typed;
}
