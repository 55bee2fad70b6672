import { type ReactNode, useId } from 'react';

interface Props {
  readonly legend: string;
  readonly choices: readonly { readonly code: string; readonly label: string }[];
  readonly chosen: string | undefined;
  readonly onChoose: (code: string) => void;
  /** Said beside each, for those who answer by the keys 1 to 9. */
  readonly numbered?: boolean;
}

/** One of a closed list: native radio buttons, two abreast where there is room, moved through by the arrows. */
export function Choices({ legend, choices, chosen, onChoose, numbered = false }: Props): ReactNode {
  const name = useId();
  return (
    <fieldset className="desk-choices">
      <legend>{legend}</legend>
      {choices.map(({ code, label }, index) => (
        <label key={code}>
          <input type="radio" name={name} value={code} checked={chosen === code} onChange={() => onChoose(code)} />
          <span>
            {numbered && index < 9 && <kbd>{index + 1}</kbd>} {label}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
