import { describe, expect, it } from 'vitest';
import type { VoiceReach } from '../../../domain/callback/voice-reach.ts';
import { callbackRequestHandler } from '../../../lambdas/callback-request/handler.ts';
import { callerNumberHandler } from '../../../lambdas/caller-number/handler.ts';
import { inboundContextHandler } from '../../../lambdas/inbound-context/handler.ts';
import { queueAnnouncementHandler } from '../../../lambdas/queue-announcement/handler.ts';
import { programmes } from '../../../programmes/index.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { context, flowEvent } from '../../support/calls/events.ts';
import { keyOf, MemoryContent, MemoryRegister, memoryPeople } from '../../support/calls/memory-ports.ts';
import { instanceArn } from '../../support/calls/records.ts';

const ada = '+687251234';
const key = keyOf(ada);
const registry = { instanceId: 'i-1', instanceArn, queues: {}, flows: {}, numbers: { '+687250000': 'samps' } };
const noon = '2025-07-04T01:00:00.000Z';

function centre(now = noon, voiceReach: VoiceReach = { '+687': 'confirmed' }, callbackPolicy = samps.callbackPolicy) {
  const people = memoryPeople();
  const register = new MemoryRegister();
  const ports = { ...people, register, lock: register, content: new MemoryContent({ callbackPolicy }), voiceReach };
  const parts = async () => ({ ports, content: ports.content, registry, programmes, now: () => now });
  return {
    people,
    register,
    inbound: (event: unknown) => inboundContextHandler(parts)(event, context),
    number: (event: unknown) => callerNumberHandler(parts)(event, context),
    callback: (event: unknown) => callbackRequestHandler(parts)(event, context),
    announce: (event: unknown) => queueAnnouncementHandler(parts)(event, context),
  };
}

describe('inbound-context', () => {
  it('SAMPS-07, COMMON-37: an open programme, a first call, the same for a repeat of it, and a known person at the next call', async () => {
    const { inbound } = centre();
    const answer = await inbound(flowEvent({ customerNumber: ada }));
    expect(answer).toEqual({
      state: 'open',
      reason: 'open',
      closedText: '',
      welcomeText: 'Bonjour. Bienvenue au service des aides sociales de la province Sud.',
      callbackOffered: 'no',
      callerNumber: 'known',
      personId: `person-${key}`,
      knownPerson: 'no',
      numberKey: key,
      priorityClass: 'normal',
    });
    expect(await inbound(flowEvent({ customerNumber: ada }))).toEqual(answer);
    const next = await inbound(flowEvent({ customerNumber: ada, contactId: 'contact-2' }));
    expect(next).toMatchObject({ knownPerson: 'yes', personId: answer.personId });
  });

  it('SAMPS-10: closed on Saturday, says hours and web address and offers a callback', async () => {
    const answer = await centre('2025-07-05T01:00:00.000Z').inbound(flowEvent({ customerNumber: ada }));
    expect(answer).toMatchObject({ state: 'closed', reason: 'weekend', callbackOffered: 'yes' });
    expect(answer.closedText).toBe(
      `Notre service est fermé en ce moment. Il est ouvert du lundi au vendredi, de 7 heures 30 à 16 heures. ${samps.texts.webAddress}`,
    );
  });

  it('SAMPS-09: closed on 24 September by its name, says when it opens again', async () => {
    const { closedText, reason } = await centre('2025-09-24T01:00:00.000Z').inbound(flowEvent({ customerNumber: ada }));
    expect(reason).toBe('holiday');
    expect(closedText).toContain('Fête de la citoyenneté. Il rouvre jeudi 25 septembre à 7 heures 30.');
  });

  it('SAMPS-08: before and after the period, no callback is offered', async () => {
    const before = await centre('2025-02-20T01:00:00.000Z').inbound(flowEvent({ customerNumber: ada }));
    expect(before).toMatchObject({ reason: 'before-period', callbackOffered: 'no' });
    expect(before.closedText).toContain('Il ouvrira lundi 3 mars à 7 heures 30.');
    const after = await centre('2026-01-01T01:00:00.000Z').inbound(flowEvent({ customerNumber: ada }));
    expect(after).toMatchObject({ reason: 'after-period', callbackOffered: 'no' });
    expect(after.closedText).toContain('a pris fin');
  });

  it('a withheld, impossible or premium number is asked for', async () => {
    const { inbound, people } = centre();
    for (const customerNumber of [undefined, 'anonymous', '+687999999999', '+687361234']) {
      const answer = await inbound(flowEvent(customerNumber === undefined ? {} : { customerNumber }));
      expect(answer).toMatchObject({ callerNumber: 'missing', numberKey: '', personId: '' });
    }
    expect(people.numbers.size).toBe(0);
  });

  it.each([
    [undefined, 'callback'],
    [false, 'normal'],
  ])(
    'SAMPS-40: gives priority to a person we owe a call, unless the setting says no (%s)',
    async (owedFirst, expected) => {
      const policy = { ...samps.callbackPolicy, ...(owedFirst !== undefined && { owedFirst }) };
      const { inbound, callback } = centre(noon, undefined, policy);
      await inbound(flowEvent({ customerNumber: ada }));
      await callback(flowEvent({ customerNumber: ada, parameters: { reason: 'closed' } }));
      const next = flowEvent({ customerNumber: ada, contactId: 'contact-2' });
      expect(await inbound(next)).toMatchObject({ priorityClass: expected });
    },
  );

  it('refuses a dialled number of no programme, naming it', async () => {
    await expect(centre().inbound(flowEvent({ systemNumber: '+687259999' }))).rejects.toThrow(
      'Contact contact-1 dialled "+687259999", a number of no programme; accepted: +687250000',
    );
    await expect(centre().inbound({})).rejects.toThrow('ContactFlowEvent of Amazon Connect');
  });
});

describe('caller-number', () => {
  it('COMMON-09: reads six local digits and says them back by pairs', async () => {
    const { number } = centre();
    expect(await number(flowEvent({ parameters: { typed: '251234' } }))).toEqual({
      accepted: 'yes',
      personId: `person-${key}`,
      numberKey: key,
      knownPerson: 'no',
      spokenNumber: '25 12 34',
    });
  });

  it.each(['', '12', '999999999', '361234', 'Timeout'])('does not accept « %s »', async (typed) => {
    expect(await centre().number(flowEvent({ parameters: { typed } }))).toMatchObject({ accepted: 'no', personId: '' });
  });
});

describe('callback-request', () => {
  const keep = {
    customerNumber: ada,
    attributes: { programme: 'samps', scheme: 'BOURSES' },
    parameters: { reason: 'keep-place' },
  };

  it('keeps a place: gives the number to Connect, and nothing is dialled meanwhile', async () => {
    const { callback, register } = centre();
    expect(await callback(flowEvent(keep))).toEqual({
      registered: 'yes',
      callbackId: 'cb-contact-1',
      callbackNumber: ada,
      text: "C'est noté. Un conseiller vous rappellera.",
    });
    expect(register.items.get(`samps ${key}`)?.next?.type).toBe('check');
  });

  it('asked again by a repeat of Connect, it is the same callback', async () => {
    const { callback, register } = centre();
    const first = await callback(flowEvent(keep));
    expect(await callback(flowEvent(keep))).toEqual(first);
    expect(register.items.get(`samps ${key}`)?.facts.sources).toHaveLength(1);
  });

  it('SAMPS-04: a person we owe a call already is told so', async () => {
    const { callback, register } = centre();
    const closed = { customerNumber: ada, parameters: { reason: 'closed' } };
    await callback(flowEvent(closed));
    const item = register.items.get(`samps ${key}`);
    register.items.set(`samps ${key}`, JSON.parse(JSON.stringify(item).replaceAll('contact-1', 'contact-0')));
    expect(await callback(flowEvent(closed))).toMatchObject({ registered: 'already', callbackId: 'cb-contact-0' });
  });

  it('without any number there is nobody to call back', async () => {
    const answer = await centre().callback(flowEvent({ parameters: { reason: 'queue-full' } }));
    expect(answer).toMatchObject({ registered: 'no', callbackId: '' });
    expect(answer.text).toContain("Nous n'avons pas de numéro");
  });

  it('keeps no place for a number that may not be dialled', async () => {
    const { callback, register } = centre(noon, { '+33': 'confirmed' });
    expect(await callback(flowEvent(keep))).toMatchObject({ registered: 'no', callbackNumber: '' });
    expect(register.items.size).toBe(0);
  });

  it('names a reason that is none', async () => {
    await expect(
      centre().callback(flowEvent({ customerNumber: ada, parameters: { reason: 'because' } })),
    ).rejects.toThrow('parameter "reason" is "because"; accepted: closed, keep-place, queue-full, technical');
  });
});

describe('queue-announcement', () => {
  const say = (position: string, waitSeconds: string, turn: string) =>
    centre().announce(flowEvent({ parameters: { position, waitSeconds, turn } }));

  it.each([
    ['1', '30', '1', 'Vous êtes la prochaine personne. Un conseiller va vous répondre.', 'no'],
    ['3', '200', '1', "Vous êtes en position 3. L'attente est d'environ 4 minutes.", 'no'],
    ['3', '200', '2', "Vous êtes en position 3. L'attente est d'environ 4 minutes.", 'yes'],
    ['2', '20', '2', "Vous êtes en position 2. L'attente est d'environ une minute.", 'yes'],
    ['9', '5400', '2', 'Tous nos conseillers sont en ligne. Merci de patienter.', 'yes'],
    ['', '', '3', 'Tous nos conseillers sont en ligne. Merci de patienter.', 'yes'],
  ])('position « %s », wait « %s », turn « %s »', async (position, wait, turn, text, offerCallback) => {
    expect(await say(position, wait, turn)).toEqual({ text, offerCallback });
  });

  it('answers a flow of no programme with an error that says which are accepted', async () => {
    await expect(centre().announce(flowEvent({ attributes: { programme: 'autre' } }))).rejects.toThrow(
      'Contact contact-1: attribute "programme" is "autre"; accepted: samps',
    );
  });
});
