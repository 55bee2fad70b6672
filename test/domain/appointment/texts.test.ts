import { describe, expect, test } from 'vitest';
import type { Appointment } from '../../../domain/appointment/appointment.ts';
import { messageAppointment } from '../../../domain/appointment/message-appointment.ts';
import type { LinkOrder } from '../../../domain/link/link.ts';
import { messageFaults } from '../../../domain/message/check-messages.ts';
import { fillTemplate } from '../../../domain/message/fill-template.ts';
import { segmentsOf } from '../../../domain/message/segments.ts';
import { messages as content } from '../../../programmes/samps/messages.ts';
import { MemoryContent, MemoryJournal } from '../../support/calls/memory-ports.ts';
import { MemoryConsents, MemoryMessages } from '../../support/messages/memory-messages.ts';

// Monday 30 June 2025, 9:00 in Nouméa; the slot is on Friday at 9:00.
const at = '2025-06-29T22:00:00.000Z';
const appointment: Appointment = {
  ...{
    appointmentId: '0c3a1b52-0000-4000-8000-000000000001',
    reference: 'r',
    kind: 'on-site',
    siteId: 's',
    site: 'Centre médico-social, Bourail',
  },
  ...{
    slotAt: '2025-07-03T22:00:00.000Z',
    minutes: 30,
    scheme: 'BOURSES',
    personId: 'person',
    numberKey: 'k',
    state: 'booked',
  },
  ...{ texts: true, takenAt: at, takenBy: 'malia', revision: 1 },
};
const holder = { lastName: 'WAMYTAN', firstName: 'Élie', phone: '+687751234' };

function room() {
  const [register, consents, journal] = [new MemoryMessages(), new MemoryConsents(), new MemoryJournal()];
  const opened: LinkOrder[] = [];
  const texts = messageAppointment({
    messages: { messages: register, content: new MemoryContent({ ...content }), journal },
    consent: { consents, journal },
    links: {
      tokens: {
        tokenOf: async () => 'jeton',
        keyOf: (token) => token,
        sealOf: async () => '',
        isSealOf: async () => false,
      },
      links: {
        async open(_, order) {
          opened.push(order);
        },
      },
    },
  });
  /** What is to leave, by instant and template. */
  const due = () => {
    const all = [...register.pages.values()].flatMap(({ dueAt, common, lines }) =>
      lines.map(({ id, fields }) => ({ dueAt, id, template: common.template, fields })),
    );
    return all
      .filter(({ id }) => register.messages.get(id)?.dropped === undefined)
      .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  };
  return { texts, consents, opened, due };
}

describe('SAMPS-27: what is written to whoever has an appointment', () => {
  test('booked at D-3: one confirmation, one reminder at D-1 in the hours in which one writes, said once', async () => {
    const { texts, due, consents, opened } = room();
    await texts.follow('samps', appointment, { at, holder });
    await texts.follow('samps', appointment, { at, holder });
    expect(due().map(({ dueAt, template }) => [dueAt, template])).toEqual([
      [at, 'rdv-confirmation'],
      ['2025-07-02T23:00:00.000Z', 'rdv-rappel'],
    ]);
    expect(due()[0]?.fields).toEqual({ jour: '2025-07-04', heure: '09:00', lieu: 'Centre médico-social, Bo' });
    expect(consents.kept[0]).toMatchObject({
      holder: 'person',
      fact: { change: 'given', channel: 'agent', by: 'malia' },
    });
    expect(opened[0]).toMatchObject({ purpose: 'stop', subject: 'person', occasion: 'rendez-vous' });
  });

  test('moved, the old reminder is taken back for the new one; cancelled, there is none', async () => {
    const { texts, due } = room();
    await texts.follow('samps', appointment, { at, holder });
    const moved = { ...appointment, slotAt: '2025-07-07T22:00:00.000Z', revision: 2 };
    await texts.follow('samps', moved, { at, holder });
    // The day before is a Sunday, on which nobody is written to: the morning of the day itself.
    expect(due().map(({ dueAt, template }) => [dueAt, template])).toEqual([
      [at, 'rdv-confirmation'],
      ['2025-07-06T23:00:00.000Z', 'rdv-rappel'],
    ]);
    await texts.follow('samps', { ...moved, state: 'cancelled', revision: 3 }, { at });
    expect(due()).toEqual([]);
  });

  test('nothing for who did not agree, or has no mobile; no reminder for tomorrow morning', async () => {
    const { texts, due } = room();
    await texts.follow('samps', { ...appointment, texts: false }, { at, holder });
    await texts.follow('samps', appointment, { at, holder: { ...holder, phone: '+687251234' } });
    expect(due()).toEqual([]);
    await texts.follow('samps', { ...appointment, slotAt: '2025-06-30T03:00:00.000Z' }, { at, holder });
    expect(due().map(({ template }) => template)).toEqual(['rdv-confirmation']);
  });

  test('COMMON-33, COMMON-34: each text has one part with its link, names no aid, and can be stopped by the link', () => {
    expect(messageFaults(content)).toEqual([]);
    for (const template of content.messageTemplates) {
      const fields = { jour: '2025-07-04', heure: '09:30', lieu: 'M'.repeat(24) };
      const text = fillTemplate(template, fields, { firstName: '', lastName: '' }, `https://${'x'.repeat(72)}`);
      expect(segmentsOf(text)).toMatchObject({ parts: 1, encoding: 'GSM-7' });
    }
  });
});
