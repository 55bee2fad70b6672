import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import type { AppointmentAnswer, AppointmentsAnswer } from '../../contracts/desk-knowledge.ts';
import { callApi } from '../api/api-client.ts';
import { newId } from '../desk/new-id.ts';
import type { DeskPanelProps } from '../desk/panels.tsx';
import { dayOf } from '../knowledge/french-day.ts';
import { PlacesPanel } from '../knowledge/places-panel.tsx';
import { SlotChoice } from './slot-choice.tsx';
import { slotMoment } from './slot-moment.ts';

interface Props extends DeskPanelProps {
  readonly contactId: string;
  readonly known: AppointmentsAnswer;
  /** The appointment to be moved; absent: a new one. */
  readonly moving?: AppointmentAnswer;
  readonly onDone: () => void;
}

/** Places that are told beside a booking (SAMPS-25). */
const nearby = 3;

/** A place, a day, a slot, and who comes. Sent again after a dropped network, it is the same booking. */
export function BookingForm({
  programme,
  timeZone,
  contactId,
  scheme,
  numberKey,
  known,
  moving,
  onDone,
}: Props): ReactNode {
  const { sites, from, to } = known;
  const [appointmentId, setId] = useState(newId);
  const [siteId, setSite] = useState(moving?.siteId ?? sites[0]?.id ?? '');
  const [day, setDay] = useState(from);
  const [slotAt, setSlot] = useState<string>();
  const [person, setPerson] = useState({ lastName: '', firstName: '', phone: '' });
  const [texts, setTexts] = useState(false);
  const [said, setSaid] = useState<{ readonly type: 'success' | 'warning'; readonly text: string }>();
  const site = sites.find(({ id }) => id === siteId);
  const isWhole =
    slotAt !== undefined &&
    (moving !== undefined ||
      (person.lastName.trim() !== '' &&
        person.firstName.trim() !== '' &&
        (numberKey !== undefined || person.phone.trim() !== '')));
  const send = async () => {
    try {
      const path =
        moving === undefined
          ? `/api/${programme}/rendez-vous`
          : `/api/${programme}/rendez-vous/${moving.appointmentId}/deplacer`;
      const { phone, ...names } = person;
      const number = phone.trim() === '' ? { numberKey } : { phone };
      const booking = { appointmentId, scheme: scheme ?? 'NON_QUALIFIE', contactId, texts, ...names, ...number };
      const answer = (await callApi(
        'POST',
        path as `/api/${string}`,
        { siteId, slotAt, ...(moving ? {} : booking) },
        { stay: true },
      )) as AppointmentAnswer;
      setSaid({ type: 'success', text: `Rendez-vous pris : ${slotMoment(answer.slotAt, timeZone)}, ${answer.site}.` });
      setId(newId());
      setSlot(undefined);
      onDone();
    } catch (error) {
      setSaid({ type: 'warning', text: error instanceof Error ? error.message : String(error) });
    }
  };
  const days = daysOf(from, to);
  const field = (name: keyof typeof person, label: string) => (
    <FormField label={label}>
      <Input
        value={person[name]}
        autoComplete={false}
        onChange={({ detail }) => setPerson({ ...person, [name]: detail.value })}
      />
    </FormField>
  );
  return (
    <SpaceBetween size="s">
      <Header variant="h3">
        {moving === undefined ? 'Prendre un rendez-vous' : `Déplacer celui du ${slotMoment(moving.slotAt, timeZone)}`}
      </Header>
      {said !== undefined && <Alert type={said.type}>{said.text}</Alert>}
      <FormField label="Où">
        <Select
          selectedOption={site === undefined ? null : { value: site.id, label: site.name }}
          options={sites.map(({ id, name, minutes }) => ({
            value: id,
            label: name,
            description: `${minutes} minutes`,
          }))}
          onChange={({ detail }) => {
            setSite(detail.selectedOption.value ?? '');
            setSlot(undefined);
          }}
        />
      </FormField>
      <ExpandableSection headerText="Lieux d’aide à proximité">
        <PlacesPanel
          {...{ programme, timeZone, contactId }}
          {...(numberKey !== undefined && { numberKey })}
          {...(site?.commune !== undefined && { from: site.commune })}
          most={nearby}
        />
      </ExpandableSection>
      <FormField label="Jour">
        <Select
          selectedOption={{ value: day, label: dayOf(day) }}
          options={days.map((value) => ({ value, label: dayOf(value) }))}
          onChange={({ detail }) => {
            setDay(detail.selectedOption.value ?? from);
            setSlot(undefined);
          }}
        />
      </FormField>
      <SlotChoice
        key={`${siteId} ${day} ${said?.text}`}
        programme={programme}
        timeZone={timeZone}
        siteId={siteId}
        day={day}
        onChoose={setSlot}
        {...(slotAt !== undefined && { chosen: slotAt })}
      />
      {moving === undefined && (
        <SpaceBetween size="s">
          {field('lastName', 'Nom')}
          {field('firstName', 'Prénom')}
          {field('phone', numberKey === undefined ? 'Téléphone' : 'Téléphone, si ce n’est pas celui de l’appel')}
          <Checkbox checked={texts} onChange={({ detail }) => setTexts(detail.checked)}>
            Accepte un SMS de confirmation et un rappel la veille (mobile)
          </Checkbox>
        </SpaceBetween>
      )}
      <Button variant="primary" disabled={!isWhole} onClick={() => void send()}>
        {moving === undefined ? 'Réserver' : 'Déplacer ici'}
      </Button>
    </SpaceBetween>
  );
}

/** Weekdays between two local days, both included: Sundays have no slots anywhere. */
function daysOf(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += 86_400_000) {
    if (new Date(at).getUTCDay() !== 0) {
      days.push(new Date(at).toISOString().slice(0, 10));
    }
  }
  return days;
}
