import type { Check } from './report.ts';

/** SDK: CreateContactFlowRequest.Content */
const maximumContentLength = 256_000;
const maximumModuleBranches = 8;
const maximumIdentifierLength = 50;
const forbiddenCharacters = /[%:(\\/)=$,;[\]{}]/;
const forbiddenNames = [
  '__proto__',
  'constructor',
  '__defineGetter__',
  '__defineSetter__',
  'toString',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'valueOf',
];
const source = 'devguide: flow-language-actions';

/** Size of the content and spelling of identifiers. */
export const checkDocument: Check = (flow, report) => {
  if (flow.contentLength > maximumContentLength)
    report({
      code: 'content-too-long',
      value: String(flow.contentLength),
      accepted: `1 to ${maximumContentLength} characters`,
      message: 'the content is longer than CreateContactFlow accepts',
      source: 'API: CreateContactFlow',
    });
  if (flow.actions.size === 0)
    report({
      code: 'no-actions',
      property: 'Actions',
      accepted: 'one action or more',
      message: 'the flow does nothing',
      source,
    });
  if (flow.moduleBranches.length > maximumModuleBranches)
    report({
      code: 'too-many-module-branches',
      property: 'Settings.Transitions',
      value: String(flow.moduleBranches.length),
      accepted: `up to ${maximumModuleBranches}`,
      message: 'a module has too many ways out',
      source: 'adminguide: contact-flow-modules',
    });
  for (const { identifier } of flow.actions.values()) {
    const accepted = `up to ${maximumIdentifierLength} characters without % : ( \\ / ) = $ , ; [ ] { }`;
    const problem = {
      code: 'invalid-identifier',
      action: identifier,
      property: 'Identifier',
      value: identifier,
      accepted,
      source,
    } as const;
    if (identifier.length > maximumIdentifierLength)
      report({ ...problem, message: `Identifier has ${identifier.length} characters` });
    const character = forbiddenCharacters.exec(identifier);
    if (character !== null)
      report({ ...problem, message: `Identifier contains the forbidden character "${character[0]}"` });
    const name = forbiddenNames.find((forbidden) => identifier.includes(forbidden));
    if (name !== undefined) report({ ...problem, message: `Identifier contains the forbidden text "${name}"` });
  }
};
