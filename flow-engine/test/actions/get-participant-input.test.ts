import { describe, expect, it } from 'vitest';
import type { JsonObject, Signal } from '../../src/index.ts';
import { around, branchTaken, drive, flowOf, when } from '../harness.ts';

const silence: Signal = { kind: 'timeout' };
const menu = { Text: 'Choix', StoreInput: 'False', InputTimeLimitSeconds: '8' };
const store = (extra: JsonObject = {}, length = '20') => ({
  Text: 'Numéro',
  StoreInput: 'True',
  InputTimeLimitSeconds: '10',
  InputValidation: { CustomValidation: { MaximumLength: length } },
  ...extra,
});

describe('GetParticipantInput, menu', () => {
  const flow = around('GetParticipantInput', menu, {
    conditions: [['1'], ['*'], ['#']],
    errors: ['NoMatchingCondition', 'InputTimeLimitExceeded', 'NoMatchingError'],
  });

  it.each(['1', '*', '#'])('takes the branch of key %s', (digit) => {
    const { start, press, events } = drive(flow);
    expect(start()).toMatchObject({ kind: 'input', mode: 'menu', timer: { kind: 'first-digit', seconds: 8 } });
    press(digit);
    expect(branchTaken(events)).toBe(digit);
  });

  it('tells an unknown key from silence', () => {
    const wrong = drive(flow);
    wrong.start();
    wrong.press('5');
    expect(branchTaken(wrong.events)).toBe('NoMatchingCondition');
    const silent = drive(flow);
    silent.start();
    silent.send(silence);
    expect(branchTaken(silent.events)).toBe('InputTimeLimitExceeded');
  });

  it('takes the error branch on a channel without keys', () => {
    const { start, events } = drive(flow, { channel: 'CHAT' });
    start();
    expect(branchTaken(events)).toBe('NoMatchingError');
  });
});

describe('GetParticipantInput, store', () => {
  const storing = (parameters: JsonObject) =>
    drive(around('GetParticipantInput', parameters, { errors: ['NoMatchingError', 'InvalidPhoneNumber'] }));

  it.each([
    ['# ends', store(), '1234#', '1234'],
    ['the maximum length ends', store({}, '4'), '1234', '1234'],
    ['* clears what was typed', store({}, '4'), '12*3456', '3456'],
    ['* is a key when cancelling is off', store({ DTMFConfiguration: { DisableCancelKey: 'True' } }), '12*3#', '12*3'],
    ['other keys end when told so', store({ DTMFConfiguration: { InputTerminationSequence: '99' } }), '1#2399', '1#23'],
    [
      'a long terminator after the last digit is not stored',
      store({ DTMFConfiguration: { InputTerminationSequence: '##' } }, '4'),
      '1234',
      '1234',
    ],
    ['# alone stores nothing', store(), '#', ''],
  ])('%s', (_title, parameters, keys, stored) => {
    const { start, press, contact, events } = storing(parameters);
    start();
    press(keys);
    expect(contact.storedInput).toBe(stored);
    expect(branchTaken(events)).toBe('ok');
  });

  it('says the prompt once, then listens with the inter-digit timer', () => {
    const { start, press, send, contact } = storing(store({ DTMFConfiguration: { InterdigitTimeLimitSeconds: '3' } }));
    expect(start()).toMatchObject({
      prompts: [{ text: 'Numéro' }],
      timer: { kind: 'first-digit', seconds: 10 },
      typed: '',
    });
    expect(press('1')).toMatchObject({ prompts: [], timer: { kind: 'inter-digit', seconds: 3 }, typed: '1' });
    press('2');
    send(silence);
    expect(contact.storedInput).toBe('12');
  });

  it('goes on with the word "Timeout" when nothing is typed', () => {
    const { start, send, contact, events } = storing(store());
    start();
    send(silence);
    expect(contact.storedInput).toBe('Timeout');
    expect(branchTaken(events)).toBe('ok');
  });

  it.each([
    ['251234', 'ok', '+687251234'],
    ['25', 'InvalidPhoneNumber', undefined],
  ])('validates %s as a phone number', (keys, branch, stored) => {
    const phone = { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: 'NC' } };
    const { start, press, contact, events } = storing(store({ InputValidation: phone }));
    start();
    press(`${keys}#`);
    expect(branchTaken(events)).toBe(branch);
    expect(contact.storedInput).toBe(stored);
  });

  it('keeps only the cipher text of an encrypted input, and shows no digit of it', () => {
    const { start, press, contact, events } = storing(store({ InputEncryption: { EncryptionKeyId: 'k', Key: 'PEM' } }));
    start();
    expect(press('4970')).toMatchObject({ typed: '' });
    press('#');
    expect(contact.storedInput).toBe('cipher(4)');
    expect(events.filter(({ kind }) => kind === 'signal')).toEqual([]);
  });
});

describe('GetParticipantInput, touch-tone buffer', () => {
  const flow = flowOf([
    ['on', 'GetParticipantInput', { EnableDTMFBuffer: 'true' }, 'say'],
    ['say', 'MessageParticipant', { Text: 'Bonjour' }, 'menu'],
    ['menu', 'GetParticipantInput', menu, { NextAction: 'end', Conditions: [when('1', 'number'), when('2', 'off')] }],
    ['number', 'GetParticipantInput', store({}, '4'), 'end'],
    ['off', 'GetParticipantInput', { EnableDTMFBuffer: 'false' }, 'number'],
    ['end', 'DisconnectParticipant'],
  ]);

  it('keys pressed early answer the next blocks, whose prompts are skipped', () => {
    const { start, press, send, contact } = drive(flow);
    start();
    press('15678');
    expect(send({ kind: 'prompt-ended' })).toMatchObject({ kind: 'ended', reason: 'disconnected' });
    expect(contact.storedInput).toBe('5678');
  });

  it('too few keys leave the block waiting for the rest', () => {
    const { start, press, send } = drive(flow);
    start();
    press('156');
    expect(send({ kind: 'prompt-ended' })).toMatchObject({
      action: 'number',
      typed: '56',
      timer: { kind: 'inter-digit' },
    });
  });

  it('switching it off forgets the keys', () => {
    const { start, press, send } = drive(flow);
    start();
    press('2999');
    expect(send({ kind: 'prompt-ended' })).toMatchObject({ action: 'number', typed: '' });
  });
});
