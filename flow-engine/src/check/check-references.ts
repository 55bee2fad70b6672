import { shorten } from '../json/shorten.ts';
import { connectLexBotType, invokeLambdaType, participantInputType } from '../model/action-types.ts';
import type { Flow } from '../model/flow.ts';
import { parseJsonPath } from '../reference/json-path.ts';
import { roots } from '../reference/resolve.ts';
import { referencesIn } from '../reference/template.ts';
import type { Check } from './report.ts';
import { walkTexts } from './walk-texts.ts';

const identifierParameters =
  /\.(QueueId|AgentId|ContactFlowId|FlowModuleId|HoursOfOperationId|LambdaFunctionARN|PromptId|AliasArn|WisdomAssistantArn|CaseTemplateId|TaskTemplateId|DataTableId|EventHooks\.\w+)$/;
const arn = /\barn:aws[\w-]*:[\w-]+:[\w-]*:\d{12}:/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a module cannot see of its caller, and the actions that fill it anew. */
const hiddenFromModules: ReadonlyMap<string, readonly string[]> = new Map([
  ['External', [invokeLambdaType]],
  ['LambdaInvocation', [invokeLambdaType]],
  ['StoredCustomerInput', [participantInputType]],
  ['Lex', [connectLexBotType]],
  ['Metrics', ['GetMetricData']],
  ['FlowAttributes', ['UpdateFlowAttributes']],
]);

/** Namespaces that nothing in this module fills, so that reading them reads nothing. */
const hiddenIn = (flow: Flow): ReadonlySet<string> => {
  const types = new Set([...flow.actions.values()].map(({ type }) => type));
  const hidden = [...hiddenFromModules].filter(([, fillers]) => !fillers.some((filler) => types.has(filler)));
  return new Set(flow.isModule ? hidden.map(([namespace]) => namespace) : []);
};

/** Identifiers fixed to one instance, identifiers nobody can check before the call, references to nothing. */
export const checkReferences: Check = (flow, report) => {
  const hidden = hiddenIn(flow);
  for (const { identifier, parameters } of flow.actions.values())
    walkTexts(parameters, 'Parameters', (text, property) => {
      const at = { severity: 'warning', action: identifier, property, value: shorten(text) } as const;
      const isIdentifier = identifierParameters.test(property);
      if (arn.test(text) || (isIdentifier && uuid.test(text)))
        report({
          ...at,
          code: 'hard-coded-arn',
          accepted: 'a placeholder filled in at deployment',
          message: 'this identifier exists in one instance only',
          source: 'adminguide: contact-flow-import-export',
        });
      // Which agent a call is for is hardly ever known before it.
      if (isIdentifier && !property.endsWith('.AgentId') && parseJsonPath(text) !== undefined)
        report({
          ...at,
          code: 'dynamic-identifier',
          accepted: 'a static id, where one is known',
          message: 'whether this identifier exists is known only during the call',
          source: 'devguide: flow-language-actions',
        });
      for (const { segments, text: reference } of referencesIn(text)) {
        const [root = ''] = segments;
        if (!roots.has(root))
          report({
            ...at,
            code: 'unknown-reference',
            value: reference,
            accepted: `$.${[...roots.keys()].slice(0, 6).join(', $.')}…`,
            message: `"$.${root}" is no namespace of Amazon Connect`,
            source: 'adminguide: connect-attrib-list',
          });
        else if (hidden.has(root))
          report({
            ...at,
            code: 'hidden-from-module',
            value: reference,
            accepted: 'a contact attribute',
            message: `a module cannot see $.${root} of its caller, and nothing here fills it`,
            source: 'adminguide: contact-flow-modules',
          });
      }
    });
};
