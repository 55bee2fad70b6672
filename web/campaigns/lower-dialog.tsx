import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import { type ReactNode, useState } from 'react';
import type { BoardCampaign, CampaignKind } from '../../contracts/campaign-board.ts';
import { moment, nameOf, plural } from './campaign-words.ts';
import { declareLevel, type LevelForm } from './campaigns-api.ts';
import { Confirmation } from './confirmation.tsx';
import { useSending } from './use-sending.ts';

interface LowerDialogProps {
  readonly programme: string;
  readonly timeZone: string;
  readonly campaign: BoardCampaign;
  readonly kind: CampaignKind & { readonly crisis: string };
  /** French: what was done. */
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

type Choice = NonNullable<LevelForm['choice']>;

/** The level falls: the cycle in hand goes on to its end, or everything stops (REFLEX-09). */
export function LowerDialog({ programme, timeZone, campaign, kind, onDone, onClose }: LowerDialogProps): ReactNode {
  const first = kind.triggerLevel ?? 1;
  // The level is low already: what is left to choose is that its cycle stops.
  const isEnding = campaign.state === 'stopping';
  const [level, setLevel] = useState(isEnding ? campaign.level : first - 1);
  const [choice, setChoice] = useState<Choice>(isEnding ? 'now' : 'finish-cycle');
  const sending = useSending();
  const { cycles, drill, progress } = campaign;
  const until = cycles.at(-1)?.until;
  const left = progress?.remaining ?? cycles.at(-1)?.callable ?? 0;
  const confirm = () =>
    sending.send(async () => {
      const result = await declareLevel(programme, kind.crisis, { level, drill, choice });
      onDone(
        result === 'stopped'
          ? `Le niveau ${level} est déclaré : ${choice === 'now' ? 'plus personne n’est appelé.' : 'le cycle en cours se termine, aucun autre ne commence.'}`
          : 'Le niveau était déjà abaissé : rien n’est fait deux fois.',
      );
    });
  return (
    <Confirmation
      title={`${isEnding ? 'Arrêter' : 'Abaisser le niveau'} : ${nameOf(campaign)}`}
      action={isEnding ? 'Arrêter tout de suite' : `Déclarer le niveau ${level}`}
      sending={sending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <FormField label="Nouveau niveau">
        <Select
          selectedOption={{ value: String(level), label: `Niveau ${level}` }}
          options={Array.from({ length: first }, (_, one) => ({ value: String(one), label: `Niveau ${one}` }))}
          onChange={({ detail }) => setLevel(Number(detail.selectedOption.value))}
        />
      </FormField>
      <FormField label="Le cycle en cours">
        <RadioGroup
          value={choice}
          onChange={({ detail }) => setChoice(detail.value === 'now' ? 'now' : 'finish-cycle')}
          items={[
            {
              value: 'finish-cycle',
              disabled: isEnding,
              label: 'Se termine',
              description: `Les tentatives dues sont faites${until === undefined ? '' : ` jusqu’au ${moment(until, timeZone)}`} ; aucun autre cycle ne commence.`,
            },
            {
              value: 'now',
              label: 'S’arrête tout de suite',
              description: `Plus aucun appel ne part ; ceux en cours se terminent. ${plural(left, 'personne encore à joindre n’est plus appelée', 'personnes encore à joindre ne sont plus appelées')}.`,
            },
          ]}
        />
      </FormField>
      <div>Votre nom et ce choix restent dans le journal et dans le rapport du cycle.</div>
    </Confirmation>
  );
}
