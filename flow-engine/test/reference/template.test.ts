import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createContactState, type JsonObject } from '../../src/index.ts';
import { parseJsonPath } from '../../src/reference/json-path.ts';
import { renderText } from '../../src/reference/resolve.ts';
import { template } from '../../src/reference/template.ts';

const contact = createContactState({
  contactId: 'c-1',
  previousContactId: 'c-0',
  instanceArn: 'arn:aws:connect:eu-central-1:111122223333:instance/i',
  attributes: { nom: 'Awa', 'my key': 'clé', 'a-b': 'tiret', __proto__x: 'p' },
  segmentAttributes: { 'connect:Subtype': 'connect:Telephony' },
  references: { dossier: { type: 'STRING', value: 'D-7' } },
  customerEndpoint: { address: '+687251234', type: 'TELEPHONE_NUMBER' },
  queue: { arn: 'arn:q', name: 'Bourses', outboundCallerId: { address: '+687250000', type: 'TELEPHONE_NUMBER' } },
});
contact.external = { prenom: 'Léa', order: { id: 12, lines: ['a', 'b'] }, vide: null, constructor: 'own' };
contact.storedInput = '123';
contact.namespaces['Metrics'] = { Queue: { Size: 4 } };
contact.namespaces['Views'] = { ViewResultData: { FormData: { choix: ['x', 'y'] } } };

const render = (text: string) => {
  const unresolved: string[] = [];
  const scope = { contact, flowAttributes: { pas: '2' }, modules: { Result: 'ok' }, loops: {} };
  return { text: renderText(template(text), scope, (path) => unresolved.push(path.text)), unresolved };
};

describe('references in text', () => {
  it.each([
    ['Bonjour $.Attributes.nom.', 'Bonjour Awa.'],
    ['Bonjour $.Attributes.nom, bienvenue', 'Bonjour Awa, bienvenue'],
    ['($.Attributes.nom)', '(Awa)'],
    ["l'appel de $.Attributes.nom, c'est noté", "l'appel de Awa, c'est noté"],
    ['$.Attributes.nom.Merci', 'Awa.Merci'],
    ["$.Attributes['my key']!", 'clé!'],
    ["$.Attributes.['my key']!", 'clé!'],
    ['$.Attributes["my key"]', 'clé'],
    ['$.Attributes.a-b - suite', 'tiret - suite'],
    ['$.External.prenom$.Attributes.nom', 'LéaAwa'],
    ['$.External.order.id', '12'],
    ['$.External.order.lines.1', 'b'],
    ['$.External.order', '{"id":12,"lines":["a","b"]}'],
    ['$.LambdaInvocation.ResultData.prenom', 'Léa'],
    ['$.StoredCustomerInput.', '123.'],
    ['$.FlowAttributes.pas', '2'],
    ['$.Queue.Name ($.Queue.OutboundCallerId.Address)', 'Bourses (+687250000)'],
    ['$.CustomerEndpoint.Address/$.CustomerEndpoint.Type', '+687251234/TELEPHONE_NUMBER'],
    ['$.References.dossier.Value', 'D-7'],
    ["$.SegmentAttributes['connect:Subtype']", 'connect:Telephony'],
    ['$.Metrics.Queue.Size', '4'],
    ['$.Views.ViewResultData.FormData.choix.0', 'x'],
    ['$.Modules.Result', 'ok'],
    ['$.AwsRegion $.Channel $.InitiationMethod $.PreviousContactId', 'eu-central-1 VOICE INBOUND c-0'],
    ['cela coûte $.50, ou $ 5, ou $', 'cela coûte $.50, ou $ 5, ou $'],
    ['$.External.constructor', 'own'],
  ])('%s -> %s', (text, expected) => {
    expect(render(text)).toEqual({ text: expected, unresolved: [] });
  });

  it.each([
    '$.Attributes.absent',
    '$.Attributes.toString',
    '$.Attributes.__proto__',
    '$.External.vide',
    '$.External.order.constructor.name',
    '$.External.order.lines.9',
    '$.External.order.lines.length',
    '$.Agent.UserName',
    '$.Nowhere.x',
  ])('%s is nothing, and is reported', (text) => {
    expect(render(`[${text}]`)).toEqual({ text: '[]', unresolved: [text] });
  });

  it('an identifier is one whole reference or none', () => {
    expect(parseJsonPath('$.Attributes.file')?.segments).toEqual(['Attributes', 'file']);
    for (const text of ['arn:x', 'x$.Attributes.file', '$.Attributes.file/x', '$.', ''])
      expect(parseJsonPath(text)).toBeUndefined();
  });

  it('never throws, and leaves text without references alone', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void render(text)));
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes('$.')),
        (text) => {
          expect(render(text).text).toBe(text);
        },
      ),
    );
  });

  it('reads every attribute back under its bracketed name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (name, value) => {
        const quoted = name.replace(/[\\']/g, '\\$&');
        const data: JsonObject = Object.fromEntries([[name, value]]);
        const scope = {
          contact: createContactState({ contactId: 'c', segmentAttributes: data }),
          flowAttributes: {},
          modules: {},
          loops: {},
        };
        expect(renderText(template(`$.SegmentAttributes['${quoted}']`), scope, () => {})).toBe(value);
      }),
    );
  });
});
