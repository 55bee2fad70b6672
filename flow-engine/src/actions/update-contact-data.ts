import { isJsonObject } from '../json/json.ts';
import { done, failure } from '../run/outcome.ts';
import { defineAction } from './action-definition.ts';
import { choice, id, json, object, template } from './parameter-rule.ts';

const switches = [
  'IsVoiceIdStreamingEnabled',
  'VoiceAuthenticationThreshold',
  'VoiceAuthenticationResponseTime',
  'FraudDetectionThreshold',
  'WatchlistId',
];

/** Sets what describes the contact itself: name, language, customer, references. */
export const updateContactData = defineAction({
  type: 'UpdateContactData',
  parameters: object(
    {
      Name: template(),
      Description: template(),
      LanguageCode: id(),
      CustomerId: id(),
      References: json(),
      WisdomSessionArn: id(),
      TargetContact: choice(['Current', 'Related']),
      ...Object.fromEntries(switches.map((name) => [name, id()])),
    },
    {
      atLeastOne: [
        ['Name', 'Description', 'LanguageCode', 'CustomerId', 'References', 'WisdomSessionArn', ...switches],
      ],
    },
  ),
  run(step) {
    const { contact } = step;
    if (step.text('TargetContact') === 'Related')
      return contact.relatedContactId === undefined ? failure('there is no related contact') : done;
    contact.name = step.text('Name') ?? contact.name;
    contact.description = step.text('Description') ?? contact.description;
    contact.languageCode = step.text('LanguageCode') ?? contact.languageCode;
    contact.customerId = step.text('CustomerId') ?? contact.customerId;
    const session = step.text('WisdomSessionArn');
    if (session !== undefined) contact.namespaces['Wisdom'] = { SessionArn: session };
    for (const [key, reference] of Object.entries(step.object('References') ?? {})) {
      if (!isJsonObject(reference)) continue;
      contact.references[key] = {
        type: step.text('Type', reference) ?? 'STRING',
        value: step.text('Value', reference) ?? '',
      };
    }
    return done;
  },
});
