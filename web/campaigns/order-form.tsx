import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useEffect, useState } from 'react';
import type { CampaignKind } from '../../contracts/campaign-board.ts';
import type { SentList } from '../../contracts/sent-lists.ts';
import { longDay } from '../supervision/french.ts';
import { plural, shortMoment } from './campaign-words.ts';
import { placeOrder, readLists } from './campaigns-api.ts';
import { Confirmation } from './confirmation.tsx';
import { useSending } from './use-sending.ts';

interface OrderFormProps {
  readonly programme: string;
  readonly timeZone: string;
  readonly kinds: readonly CampaignKind[];
  /** French: what was done. */
  readonly onDone: (said: string) => void;
}

/** Places an order of calls (SAMPS-32): which lists, until when, on whose word. Whether it will be late is said at once. */
export function OrderForm({ programme, timeZone, kinds, onDone }: OrderFormProps): ReactNode {
  const [lists, setLists] = useState<readonly SentList[]>();
  const [failure, setFailure] = useState<string>();
  const [type, setType] = useState(kinds[0]?.code ?? '');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [deadline, setDeadline] = useState('');
  const [setBy, setSetBy] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const sending = useSending();
  useEffect(() => {
    readLists(programme).then(setLists, (error: unknown) =>
      setFailure(error instanceof Error ? error.message : String(error)),
    );
  }, [programme]);

  const listOf = ({ importId, startedAt, startedBy, people }: SentList) => ({
    value: importId,
    label: `Liste du ${shortMoment(startedAt, timeZone)}`,
    description: `${plural(people, 'personne')}, envoyée par ${startedBy}`,
  });
  const options = (lists ?? []).map(listOf);
  const kind = kinds.find(({ code }) => code === type);
  const isWhole = [name, deadline, setBy].every((one) => one.trim() !== '') && chosen.length > 0;
  const place = () =>
    sending.send(async () => {
      const { result, warning } = await placeOrder(programme, { type, name, lists: chosen, deadline, setBy });
      setIsOpen(false);
      setName('');
      setChosen([]);
      setDeadline('');
      const said =
        result === 'placed'
          ? `La commande « ${name} » est passée.`
          : `La commande « ${name} » était déjà passée : rien n’est fait deux fois.`;
      onDone(warning === undefined ? said : `${said} ${warning}`);
    });

  if (failure !== undefined) return <Alert type="warning">{failure}</Alert>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        sending.forget();
        if (isWhole) setIsOpen(true);
      }}
    >
      <SpaceBetween size="m">
        <FormField label="Objet">
          <Select
            selectedOption={kind === undefined ? null : { value: kind.code, label: kind.label }}
            options={kinds.map(({ code, label }) => ({ value: code, label }))}
            onChange={({ detail }) => setType(detail.selectedOption.value ?? '')}
          />
        </FormField>
        <FormField label="Nom de la commande" description="Tel qu’il paraîtra dans les rapports.">
          <Input value={name} onChange={({ detail }) => setName(detail.value)} />
        </FormField>
        <FormField
          label="Listes"
          description="Importées et validées ; une personne de deux listes est appelée une fois."
        >
          <Multiselect
            selectedOptions={options.filter(({ value }) => chosen.includes(value))}
            options={options}
            statusType={lists === undefined ? 'loading' : 'finished'}
            loadingText="Lecture des listes"
            placeholder="Choisir une ou plusieurs listes"
            empty="Aucune liste validée : importez-en une d’abord."
            deselectAriaLabel={({ label }) => `Retirer ${label ?? 'la liste'}`}
            onChange={({ detail }) => setChosen(detail.selectedOptions.flatMap(({ value }) => value ?? []))}
          />
        </FormField>
        <FormField label="Échéance" description="Un jour ouvert, à venir ; à sa fermeture, plus personne n’est appelé.">
          <DatePicker
            format="iso"
            value={deadline}
            placeholder="AAAA-MM-JJ"
            onChange={({ detail }) => setDeadline(detail.value)}
          />
        </FormField>
        <FormField label="Qui l’a fixée" description="Nom et fonction, tels que dans les rapports.">
          <Input value={setBy} onChange={({ detail }) => setSetBy(detail.value)} />
        </FormField>
        <Button
          formAction="submit"
          variant="primary"
          disabled={!isWhole}
          disabledReason="Il manque un nom, une liste, l’échéance ou qui l’a fixée."
        >
          Passer la commande…
        </Button>
      </SpaceBetween>
      {isOpen && kind !== undefined && (
        <Confirmation
          title={`Commande : ${name}`}
          action="Passer la commande"
          sending={sending}
          onConfirm={place}
          onClose={() => setIsOpen(false)}
        >
          <div>
            Dès que vous confirmez :
            <ul>
              <li>
                les personnes de {plural(chosen.length, 'liste')} sont appelées, {plural(kind.maxAttempts, 'tentative')}{' '}
                chacune au plus ;
              </li>
              <li>
                de {kind.callingWindow.from} à {kind.callingWindow.to}, les jours ouverts, après les appels entrants et
                les rappels ;
              </li>
              <li>jusqu’au {/^\d{4}-\d{2}-\d{2}$/.test(deadline) ? longDay(deadline) : deadline}, à la fermeture ;</li>
              <li>on vous dit aussitôt si un retard est prévu.</li>
            </ul>
          </div>
        </Confirmation>
      )}
    </form>
  );
}
