import { type ContactRecord, ContactRecordError } from './contact-record.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads one contact record from the JSON of the stream. Strict on ids and instants, without which it cannot be filed; everything else may be
 * absent. Throws `ContactRecordError`.
 */
export function parseContactRecord(json: string): ContactRecord {
  const record = fields(parseJson(json), 'record');
  const contactId = text(record, 'ContactId');
  const nextContactId = optionalText(record, 'NextContactId');
  const previousContactId = optionalText(record, 'PreviousContactId');
  const disconnectReason = optionalText(record, 'DisconnectReason');
  const connectedAt = optionalInstant(record, 'ConnectedToSystemTimestamp');
  const customerNumber = phone(record, 'CustomerEndpoint');
  const systemNumber = phone(record, 'SystemEndpoint');
  const queue = parseQueue(record['Queue']);
  const agent = parseAgent(record['Agent']);
  return {
    instanceArn: text(record, 'InstanceARN'),
    contactId,
    initialContactId: optionalText(record, 'InitialContactId') ?? contactId,
    channel: optionalText(record, 'Channel') ?? 'VOICE',
    initiation: text(record, 'InitiationMethod'),
    initiatedAt: instant(record, 'InitiationTimestamp'),
    disconnectedAt: instant(record, 'DisconnectTimestamp'),
    lastUpdate: instant(record, 'LastUpdateTimestamp'),
    attributes: parseAttributes(record['Attributes']),
    ...(isSimulated(record['SegmentAttributes']) && { isSimulated: true }),
    ...(previousContactId && { previousContactId }),
    ...(nextContactId && { nextContactId }),
    ...(disconnectReason && { disconnectReason }),
    ...(connectedAt && { connectedAt }),
    ...(customerNumber && { customerNumber }),
    ...(systemNumber && { systemNumber }),
    ...(queue && { queue }),
    ...(agent && { agent }),
  };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // The text may hold a phone number: only its size is told.
    throw new ContactRecordError(`The record is not JSON (${json.length} characters); accepted: one whole JSON object`);
  }
}

/** Contacts of test cases carry this segment attribute (adminguide: testing-simulation-create-tests). */
function isSimulated(segmentAttributes: unknown): boolean {
  return (
    typeof segmentAttributes === 'object' &&
    segmentAttributes !== null &&
    'connect:ValidationTestType' in segmentAttributes
  );
}

function parseQueue(value: unknown): ContactRecord['queue'] {
  const queue = optionalFields(value, 'Queue');
  // Agent queues have no name, and a contact that only had its queue set was never in it.
  const name = queue && optionalText(queue, 'Name');
  const enqueuedAt = queue && optionalInstant(queue, 'EnqueueTimestamp');
  if (queue === undefined || !name || !enqueuedAt) {
    return undefined;
  }
  const dequeuedAt = optionalInstant(queue, 'DequeueTimestamp');
  return { name, enqueuedAt, ...(dequeuedAt && { dequeuedAt }), seconds: seconds(queue, 'Duration') };
}

function parseAgent(value: unknown): ContactRecord['agent'] {
  const agent = optionalFields(value, 'Agent');
  const connectedAt = agent && optionalInstant(agent, 'ConnectedToAgentTimestamp');
  if (agent === undefined || !connectedAt) {
    return undefined;
  }
  return {
    username: text(agent, 'Username'),
    connectedAt,
    interactionSeconds: seconds(agent, 'AgentInteractionDuration'),
    holdSeconds: seconds(agent, 'CustomerHoldDuration'),
    afterContactSeconds: seconds(agent, 'AfterContactWorkDuration'),
  };
}

function parseAttributes(value: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(optionalFields(value, 'Attributes') ?? {});
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function phone(record: Fields, name: string): string | undefined {
  const endpoint = optionalFields(record[name], name);
  const address = endpoint && optionalText(endpoint, 'Address');
  return address !== undefined && /^\+[1-9]\d{4,14}$/.test(address) ? address : undefined;
}

function fields(value: unknown, name: string): Fields {
  const found = optionalFields(value, name);
  if (found === undefined) {
    throw new ContactRecordError(`"${name}" is absent; accepted: a JSON object`);
  }
  return found;
}

function optionalFields(value: unknown, name: string): Fields | undefined {
  if (value === null || value === undefined) {
    return undefined;
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new ContactRecordError(
      `"${name}" is a ${Array.isArray(value) ? 'list' : typeof value}; accepted: a JSON object`,
    );
  }
  return Object.fromEntries(Object.entries(value));
}

function text(record: Fields, name: string): string {
  const value = optionalText(record, name);
  if (value === undefined) {
    throw new ContactRecordError(`"${name}" is absent or empty; accepted: a text`);
  }
  return value;
}

function optionalText(record: Fields, name: string): string | undefined {
  const value = record[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function instant(record: Fields, name: string): string {
  const value = optionalInstant(record, name);
  if (value === undefined) {
    throw new ContactRecordError(`"${name}" is absent; accepted: an instant such as 2025-07-03T20:45:00Z`);
  }
  return value;
}

function optionalInstant(record: Fields, name: string): string | undefined {
  const value = optionalText(record, name);
  if (value === undefined) {
    return undefined;
  }
  const ms = /(?:Z|[+-]\d{2}:\d{2})$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms)) {
    throw new ContactRecordError(`"${name}" is "${value}"; accepted: an instant such as 2025-07-03T20:45:00Z`);
  }
  return wholeSecond(ms);
}

/** Records give whole seconds, DescribeContact milliseconds: both are read as whole seconds, to be the same fact. */
function wholeSecond(ms: number): string {
  return new Date(Math.floor(ms / 1000) * 1000).toISOString();
}

function seconds(record: Fields, name: string): number {
  const value = record[name] ?? 0;
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
    throw new ContactRecordError(`"${name}" is ${JSON.stringify(value)}; accepted: a number of seconds, 0 or more`);
  }
  return Math.floor(value);
}
