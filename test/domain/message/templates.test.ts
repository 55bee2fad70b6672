import { describe, expect, it } from 'vitest';
import { messageFaults } from '../../../domain/message/check-messages.ts';
import { fillTemplate } from '../../../domain/message/fill-template.ts';
import type { MessageTemplate } from '../../../domain/message/message-template.ts';
import { previewTemplate } from '../../../domain/message/preview-template.ts';
import { senderFaults } from '../../../domain/message/sender.ts';
import { templateFaults } from '../../../domain/message/template-faults.ts';
import { rules, template } from './message-rules.ts';

const written = (text: string, fields: MessageTemplate['fields'] = []): MessageTemplate => ({
  ...template,
  text,
  fields,
});
const person = { firstName: 'Zoé', lastName: 'NÊVE' };

describe('checking templates', () => {
  it('ARS-02: takes a text that is one part of GSM-7 with its link', () => {
    expect(templateFaults(template, rules)).toEqual([]);
    expect(previewTemplate(template, rules)).toMatchObject({
      longest: { encoding: 'GSM-7', parts: 1 },
      suggestions: [],
    });
  });

  it.each([
    ['Suivi Covid-19: {link}', 'Covid'],
    ['Vous etes malades: {link}', 'malades'],
    ['Votre MALADIE: {link}', 'MALADIE'],
    ['Faites vos tests: {link}', 'tests'],
    ['Droit au rsa: {link}', 'rsa'],
  ])('ARS-02, COMMON-48: refuses the word of %s', (text, word) => {
    expect(templateFaults(written(text), rules)).toEqual([
      `Le mot « ${word} » ne peut pas être écrit dans un SMS de ce programme.`,
    ]);
  });

  it('ARS-02: a word that only begins as a forbidden one may be written', () => {
    expect(templateFaults(written('Attestation, contester: {link}'), rules)).toEqual([]);
  });

  it.each([
    'Repondez a ce message {link}',
    'Répondez OUI {link}',
    'Pour arreter envoyez STOP {link}',
    'Merci de repondre a ce SMS {link}',
    'STOP au 36111 {link}',
  ])('COMMON-34: refuses « %s » where the sender cannot be answered', (text) => {
    expect(templateFaults(written(text), rules)[0]).toContain('ne reçoit pas de réponse');
    const twoWay = { ...rules, senders: [{ country: 'FR', type: 'number', id: '38123' } as const] };
    expect(templateFaults(written(text), twoWay)).toEqual([]);
  });

  it('COMMON-34: a sender that cannot be answered carries a link by which one stops', () => {
    expect(templateFaults(written('Bonjour'), rules)[0]).toContain('doit porter {link}');
    expect(templateFaults(written('Repondez en ligne: {link}'), rules)).toEqual([]);
  });

  it('COMMON-33: counts the longest text that the fields can give', () => {
    const place = { name: 'place', type: 'text', max: 60 } as const;
    const text = 'Rendez-vous a {place}. Detail: {link}';
    expect(templateFaults(written(text, [place]), rules)[0]).toContain('peut prendre 2 SMS en GSM-7');
    expect(templateFaults(written(text, [{ ...place, max: 20 }]), rules)).toEqual([]);
    // A name may hold a letter that GSM-7 lacks.
    const name = { name: 'who', type: 'name', part: 'firstName', max: 12 } as const;
    expect(templateFaults(written('Bonjour {who}: {link}', [name]), rules)[0]).toContain('UCS-2 à cause de « ê »');
  });

  it('names places without a field, fields without a place, and what is declared twice', () => {
    const place = { name: 'place', type: 'text', max: 5 } as const;
    expect(templateFaults(written('{lieu} {link}', [place, place]), rules)).toEqual([
      '{lieu} n’est pas un champ ; acceptés : link, place, place.',
      'Le champ « place » n’est pas dans le texte ; accepté : {place} une fois au moins.',
      'Le champ « place » n’est pas dans le texte ; accepté : {place} une fois au moins.',
      'Le champ « place » est déclaré deux fois ; accepté : une fois.',
    ]);
  });

  it('COMMON-34: takes the senders that each country lets be', () => {
    const id = (country: string, sender: string) => senderFaults({ country, type: 'sender-id', id: sender }).length;
    expect([
      id('FR', 'ARSPACA'),
      id('FR', 'ARS-PACA'),
      id('FR', 'ARSPACA12345'),
      id('FR', '12345'),
      id('FR', ''),
    ]).toEqual([0, 1, 1, 1, 1]);
    expect([id('NC', 'ARS-PACA'), id('DE', 'ARSPACA')]).toEqual([0, 1]);
    expect(senderFaults({ country: 'NC', type: 'number', id: '38123' })[0]).toContain('aucun numéro ne reçoit de SMS');
    expect(senderFaults({ country: 'FR', type: 'number', id: 'x' })).toHaveLength(1);
  });

  it('refuses rules that contradict themselves, each by its name', () => {
    expect(messageFaults({ messageTemplates: [template], messageRules: rules })).toEqual([]);
    const faults = messageFaults({
      messageTemplates: [template, template],
      messageRules: {
        ...rules,
        senders: [],
        quietHours: { ...rules.quietHours, from: '20:00', to: '08:00', days: [] },
        maxPricePerPart: 0.000001,
        maxParts: 0,
      },
    });
    const said = [
      'Aucun expéditeur',
      'celui de deux modèles',
      'Heures d’envoi',
      'Jours d’envoi',
      'Prix maximal',
      'maxParts vaut 0',
    ];
    for (const part of said) {
      expect(faults.some((fault) => fault.includes(part))).toBe(true);
    }
  });
});

describe('filling templates', () => {
  const full = written('Bonjour {who}, le {day} a {time}, {place}, {phone}: {link}', [
    { name: 'who', type: 'name', part: 'firstName', max: 3 },
    { name: 'day', type: 'day' },
    { name: 'time', type: 'time' },
    { name: 'place', type: 'text', max: 12 },
    { name: 'phone', type: 'digits', max: 14 },
  ]);
  const given = { day: '2026-03-04', time: '09:00', place: 'Noumea', phone: '01 23' };

  it('writes days and times as they are read, and the name as it is spelt', () => {
    expect(fillTemplate(full, given, { ...person, firstName: 'Zoé-Lys' }, 'https://x.fr/s/1')).toBe(
      'Bonjour Zoé, le 04/03 a 9h, Noumea, 01 23: https://x.fr/s/1',
    );
  });

  it.each([
    ['day', '2026-02-30'],
    ['time', '25:00'],
    ['place', 'treize caracteres'],
    ['place', 'fête'],
    ['phone', 'x'],
  ])('refuses a value of %s that cannot be sent: %s', (field, value) => {
    expect(() => fillTemplate(full, { ...given, [field]: value }, person, 'x')).toThrow(/accepted/);
  });

  it('refuses values of no field, and fields without a value', () => {
    expect(() => fillTemplate(full, { ...given, who: 'Zoé' }, person, 'x')).toThrow('no field "who" to be given');
    expect(() => fillTemplate(full, { day: '2026-03-04' }, person, 'x')).toThrow('Field "time"');
    expect(() => fillTemplate(full, given, person, undefined)).toThrow('no value for {link}');
  });
});

describe('previewing templates', () => {
  it('COMMON-33: shows segments, the price of each country, and what would be saved by another spelling', () => {
    const preview = previewTemplate(written(`Après l’été : ${'a'.repeat(50)} {link}`), rules);
    expect(preview).toMatchObject({
      longest: { encoding: 'UCS-2', parts: 3, foreign: ['’'] },
      prices: [
        { country: 'FR', sender: 'ARSPACA', dollars: 0.2226 },
        { country: 'NC', sender: 'ARS-PACA', dollars: 0.33 },
      ],
      suggestions: [{ character: '’', replacement: "'", times: 1 }],
      respelt: { longest: { encoding: 'GSM-7', parts: 1 } },
    });
    expect(preview.faults[0]).toContain('peut prendre 3 SMS en UCS-2 à cause de « ’ »');
    expect(preview.example).toContain('https://exemple.fr/s/');
  });

  it('shows no example of a text whose places are no fields', () => {
    expect(previewTemplate(written('{lieu} {link}'), rules).example).toBeUndefined();
  });
});
