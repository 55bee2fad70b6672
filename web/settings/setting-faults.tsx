import Alert from '@cloudscape-design/components/alert';
import type { ReactNode } from 'react';

/** Everything that was wrong with a change: none of it was made. */
export function SettingFaults({ faults }: { readonly faults: readonly string[] }): ReactNode {
  return (
    faults.length > 0 && (
      <Alert type="error" header="Rien n’a été changé">
        <ul>
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      </Alert>
    )
  );
}
