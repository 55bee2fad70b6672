import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import type { CampaignKind } from '../../contracts/campaign-board.ts';
import type { ShownFeasibility } from '../../contracts/feasibility.ts';
import { askFeasibility, declareLevel } from './campaigns-api.ts';
import { LaunchDialog } from './launch-dialog.tsx';
import { useSending } from './use-sending.ts';

export interface LaunchFormProps {
  readonly programme: string;
  readonly timeZone: string;
  readonly kind: CampaignKind & { readonly crisis: string };
  readonly drillPeople: number;
  /** French: what was done. */
  readonly onDone: (said: string) => void;
}

/** Can it be done with so many agents (REFLEX-31); then the level is declared, once what it does was read. */
export function LaunchForm({ programme, timeZone, kind, drillPeople, onDone }: LaunchFormProps): ReactNode {
  const [agents, setAgents] = useState('');
  const [drill, setDrill] = useState(false);
  const [found, setFound] = useState<ShownFeasibility>();
  const [isOpen, setIsOpen] = useState(false);
  const asking = useSending();
  const declaring = useSending();
  const isNumber = /^\d{1,4}$/.test(agents.trim());
  const count = Number(agents);

  const ask = () =>
    asking.send(async () => {
      setFound(undefined);
      setFound(
        await askFeasibility(programme, kind.crisis, { agents: count, ...(drill ? { people: drillPeople } : {}) }),
      );
    });
  const declare = (level: number, withoutAgents: boolean) =>
    declaring.send(async () => {
      const confirm = withoutAgents ? ({ confirm: 'without-agents' } as const) : {};
      const result = await declareLevel(programme, kind.crisis, { level, drill, agents: count, ...confirm });
      setIsOpen(false);
      const what = drill ? `L’exercice de niveau ${level}` : `Le niveau ${level}`;
      onDone(
        result === 'armed'
          ? `${what} est déclaré : les personnes sont chargées, puis appelées.`
          : `${what} était déjà déclaré : rien n’est fait deux fois.`,
      );
    });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isNumber) ask();
      }}
    >
      <SpaceBetween size="m">
        <SpaceBetween size="m" direction="horizontal" alignItems="end">
          <FormField label="Conseillers prévus" description="Présents sur toutes les heures ouvertes.">
            <Input
              value={agents}
              inputMode="numeric"
              onChange={({ detail }) => {
                setAgents(detail.value);
                setFound(undefined);
              }}
            />
          </FormField>
          <Button
            formAction="submit"
            loading={asking.isSending}
            loadingText="Calcul"
            disabled={!isNumber}
            disabledReason="Dites d’abord combien de conseillers sont prévus, en chiffres."
          >
            Est-ce faisable ?
          </Button>
        </SpaceBetween>
        <Checkbox
          checked={drill}
          onChange={({ detail }) => {
            setDrill(detail.checked);
            setFound(undefined);
          }}
        >
          Exercice : {drillPeople} personnes inventées, que personne n’appelle pour de vrai
        </Checkbox>
        {asking.failure !== undefined && (
          <Alert type="error" header="La faisabilité n’est pas connue">
            {asking.failure}
          </Alert>
        )}
        {found !== undefined && <Feasibility found={found} />}
        {found !== undefined && (
          <Button
            variant="primary"
            onClick={() => {
              declaring.forget();
              setIsOpen(true);
            }}
          >
            Déclarer le niveau…
          </Button>
        )}
      </SpaceBetween>
      {isOpen && found !== undefined && (
        <LaunchDialog
          kind={kind}
          found={found}
          agents={count}
          drill={drill}
          timeZone={timeZone}
          sending={declaring}
          onConfirm={declare}
          onClose={() => setIsOpen(false)}
        />
      )}
    </form>
  );
}

function Feasibility({ found: { verdict, title, lines, changes } }: { readonly found: ShownFeasibility }): ReactNode {
  const [cheapest] = changes;
  return (
    <Alert type={verdict === 'faisable' ? 'success' : 'warning'} header={title}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {cheapest !== undefined && <>Le changement le moins cher : {cheapest}</>}
    </Alert>
  );
}
