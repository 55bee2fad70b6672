import type { ContactState, Endpoint } from '../contact/contact-state.ts';
import { isJsonObject, type JsonObject, type JsonValue, own } from '../json/json.ts';
import type { JsonPath } from './json-path.ts';
import { soleReference, type Template } from './template.ts';

/** What references can see: the contact, and what is local to the running flow or module. */
export interface Scope {
  readonly contact: ContactState;
  readonly flowAttributes: Readonly<Record<string, string>>;
  /** `$.Modules`: input of the running module, or result of the last one invoked. */
  readonly modules: JsonObject;
  /** `$.Loop.<name>` */
  readonly loops: JsonObject;
}

const endpoint = (value: Endpoint | undefined): JsonValue =>
  value === undefined
    ? null
    : {
        Address: value.address,
        Type: value.type,
        ...(value.displayName === undefined ? {} : { DisplayName: value.displayName }),
      };

const queue = ({ queue: info }: ContactState): JsonValue =>
  info === undefined ? null : { Name: info.name, ARN: info.arn, OutboundCallerId: endpoint(info.outboundCallerId) };

const agent = ({ agent: info }: ContactState): JsonValue =>
  info === undefined
    ? null
    : {
        UserName: info.userName,
        FirstName: info.firstName ?? null,
        LastName: info.lastName ?? null,
        ARN: info.arn,
      };

const lambdaInvocation = ({ external, lambdaInvocationId }: ContactState): JsonValue => ({
  ResultData: external ?? null,
  InvocationId: lambdaInvocationId ?? null,
});

const references = (contact: ContactState): JsonValue =>
  Object.fromEntries(
    Object.entries(contact.references).map(([key, { type, value }]) => [key, { Type: type, Value: value }]),
  );

/** System attributes that are a text of the contact. */
const texts = {
  ContactId: 'contactId',
  InitialContactId: 'initialContactId',
  PreviousContactId: 'previousContactId',
  RelatedContactId: 'relatedContactId',
  Channel: 'channel',
  InitiationMethod: 'initiationMethod',
  AwsRegion: 'awsRegion',
  CustomerId: 'customerId',
  LanguageCode: 'languageCode',
  Name: 'name',
  Description: 'description',
  InstanceARN: 'instanceArn',
  StoredCustomerInput: 'storedInput',
} as const;

type Root = (scope: Scope) => JsonValue | undefined;

/** Every namespace of the service's attribute list, by the first segment of a reference. */
export const roots: ReadonlyMap<string, Root> = new Map<string, Root>([
  ...Object.entries<Root>({
    Attributes: ({ contact }) => contact.attributes,
    FlowAttributes: ({ flowAttributes }) => ({ ...flowAttributes }),
    External: ({ contact }) => contact.external,
    LambdaInvocation: ({ contact }) => lambdaInvocation(contact),
    Queue: ({ contact }) => queue(contact),
    Agent: ({ contact }) => agent(contact),
    TextToSpeechVoiceId: ({ contact }) => contact.voice.voice,
    CustomerEndpoint: ({ contact }) => endpoint(contact.customerEndpoint),
    SystemEndpoint: ({ contact }) => endpoint(contact.systemEndpoint),
    References: ({ contact }) => references(contact),
    Tags: ({ contact }) => contact.tags,
    SegmentAttributes: ({ contact }) => contact.segmentAttributes,
    Modules: ({ modules }) => modules,
    Loop: ({ loops }) => loops,
  }),
  ...Object.entries(texts).map(([name, key]): [string, Root] => [name, ({ contact }) => contact[key]]),
  ...[
    'Metrics',
    'Lex',
    'Views',
    'Customer',
    'Case',
    'Wisdom',
    'DataTables',
    'Media',
    'MediaStreams',
    'Task',
    'Email',
    'Authentication',
  ].map((name): [string, Root] => [name, ({ contact }) => contact.namespaces[name]]),
]);

/** The value a reference points at; undefined when there is none (a null in the data counts as none). */
export const resolvePath = (path: JsonPath, scope: Scope): JsonValue | undefined => {
  const [root, ...rest] = path.segments;
  let value: JsonValue | undefined = root === undefined ? undefined : roots.get(root)?.(scope);
  for (const segment of rest) {
    if (Array.isArray(value)) value = /^\d+$/.test(segment) ? value[Number(segment)] : undefined;
    else if (isJsonObject(value)) value = own(value, segment);
    else return undefined;
  }
  return value ?? undefined;
};

export const asText = (value: JsonValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

type OnUnresolved = (path: JsonPath) => void;

/** A template as text. A reference to nothing becomes the empty string (UNCONFIRMED live) and is reported. */
export const renderText = (parsed: Template, scope: Scope, onUnresolved: OnUnresolved): string => {
  let text = '';
  for (const part of parsed.parts) {
    if (typeof part === 'string') text += part;
    else {
      const value = resolvePath(part, scope);
      if (value === undefined) onUnresolved(part);
      else text += asText(value);
    }
  }
  return text;
};

/** A template as a value: a sole reference keeps its JSON type, anything else is text. */
export const renderValue = (parsed: Template, scope: Scope, onUnresolved: OnUnresolved): JsonValue | undefined => {
  const path = soleReference(parsed);
  if (path === undefined) return renderText(parsed, scope, onUnresolved);
  const value = resolvePath(path, scope);
  if (value === undefined) onUnresolved(path);
  return value;
};
