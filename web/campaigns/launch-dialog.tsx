import Alert from '@cloudscape-design/components/alert';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { type ReactNode, useState } from 'react';
import type { CampaignKind } from '../../contracts/campaign-board.ts';
import type { ShownFeasibility } from '../../contracts/feasibility.ts';
import { moment, plural } from './campaign-words.ts';
import { Confirmation } from './confirmation.tsx';
import type { Sending } from './use-sending.ts';

interface LaunchDialogProps {
  readonly kind: CampaignKind;
  readonly found: ShownFeasibility;
  readonly agents: number;
  readonly drill: boolean;
  readonly timeZone: string;
  readonly sending: Sending;
  readonly onConfirm: (level: number, withoutAgents: boolean) => void;
  readonly onClose: () => void;
}

/** Crisis plans count up to four. */
const highest = 4;

/** How many people, the first call when, until when: read before a level is declared. */
export function LaunchDialog(props: LaunchDialogProps): ReactNode {
  const { kind, found, agents, drill, timeZone, sending, onConfirm, onClose } = props;
  const first = kind.triggerLevel ?? 1;
  const [level, setLevel] = useState(first);
  const [withoutAgents, setWithoutAgents] = useState(false);
  const levels = Array.from({ length: Math.max(1, highest - first + 1) }, (_, index) => first + index);
  const { loaded, callable, opensAt, firstCallBy, until, atRisk } = found;
  return (
    <Confirmation
      title={drill ? `Exercice : ${kind.label}` : `Plan ${kind.label}`}
      action={`Déclarer le niveau ${level}`}
      sending={sending}
      onConfirm={() => onConfirm(level, withoutAgents)}
      onClose={onClose}
    >
      <FormField label="Niveau" description={`Les appels commencent au niveau ${first}.`}>
        <Select
          selectedOption={{ value: String(level), label: `Niveau ${level}` }}
          options={levels.map((one) => ({ value: String(one), label: `Niveau ${one}` }))}
          onChange={({ detail }) => setLevel(Number(detail.selectedOption.value))}
        />
      </FormField>
      <div>
        Dès que vous confirmez :
        <ul>
          <li>
            {plural(callable, 'personne sera appelée', 'personnes seront appelées')}, sur {plural(loaded, 'inscrite')} ;
            jusqu’à {plural(kind.maxAttempts, 'tentative')} chacune ;
          </li>
          <li>
            premier appel dès {moment(opensAt, timeZone)}, au plus tard {moment(firstCallBy, timeZone)} ;
          </li>
          <li>plus aucun appel de ce cycle après {moment(until, timeZone)} ;</li>
          {kind.cycleHours !== undefined && (
            <li>un cycle de {kind.cycleHours} heures recommence tant que le niveau dure ;</li>
          )}
          <li>
            {agents === 0
              ? 'aucun conseiller n’est prévu'
              : plural(agents, 'conseiller est prévu', 'conseillers sont prévus')}
            .
          </li>
        </ul>
      </div>
      {found.verdict === 'infaisable' && (
        <Alert type="warning">
          La promesse n’est pas tenable avec ces moyens : {plural(atRisk, 'personne risque', 'personnes risquent')}{' '}
          d’avoir moins de {kind.maxAttempts} tentatives. La campagne part tout de même.
        </Alert>
      )}
      {agents === 0 && (
        <Checkbox checked={withoutAgents} onChange={({ detail }) => setWithoutAgents(detail.checked)}>
          Armer sans conseiller : personne n’est appelé tant que personne n’est connecté
        </Checkbox>
      )}
    </Confirmation>
  );
}
