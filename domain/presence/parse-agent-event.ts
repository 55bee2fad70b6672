import { type AgentContactState, type AgentEvent, AgentEventError, type AgentStatus } from './agent-event.ts';

type Fields = Readonly<Record<string, unknown>>;

const eventTypes = ['LOGIN', 'LOGOUT', 'STATE_CHANGE', 'HEART_BEAT'] as const;
const statusTypes = ['ROUTABLE', 'CUSTOM', 'OFFLINE'] as const;

/**
 * Reads one agent event from the JSON of the stream. A `LOGOUT` may come without a current snapshot: then the agent is offline, with the
 * configuration of the snapshot before. Throws `AgentEventError`.
 */
export function parseAgentEvent(json: string): AgentEvent {
  const event = fields(parseJson(json), 'event');
  const type = oneOf(event['EventType'], eventTypes, 'EventType');
  const at = instant(event, 'EventTimestamp');
  const current = optionalFields(event['CurrentAgentSnapshot']);
  const previous = optionalFields(event['PreviousAgentSnapshot']);
  const snapshot = current ?? (type === 'LOGOUT' ? previous : undefined);
  if (snapshot === undefined) {
    throw new AgentEventError(`"CurrentAgentSnapshot" is absent from a ${type} event; accepted: a JSON object`);
  }
  const configuration = fields(snapshot['Configuration'], 'Configuration');
  const profile = fields(configuration['RoutingProfile'], 'RoutingProfile');
  const offline: AgentStatus = { name: 'Offline', type: 'OFFLINE', since: at };
  const before = previous && optionalFields(previous['AgentStatus']);
  return {
    instanceArn: text(event, 'InstanceARN'),
    eventId: text(event, 'EventId'),
    at,
    type,
    agent: text(configuration, 'Username'),
    ...(typeof event['AgentARN'] === 'string' && {
      agentId: event['AgentARN'].slice(event['AgentARN'].lastIndexOf('/') + 1),
    }),
    status: current === undefined ? offline : status(fields(current['AgentStatus'], 'AgentStatus'), at),
    ...(before && { previousStatus: status(before, at) }),
    routingProfile: text(profile, 'Name'),
    queues: list(profile['InboundQueues']).flatMap(({ Name }) => (typeof Name === 'string' ? [Name] : [])),
    contacts: current === undefined ? [] : list(current['Contacts']).map((contact) => contactState(contact, at)),
  };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new AgentEventError(`The event is not JSON (${json.length} characters); accepted: one whole JSON object`);
  }
}

function status(snapshot: Fields, at: string): AgentStatus {
  return {
    name: text(snapshot, 'Name'),
    type: oneOf(snapshot['Type'], statusTypes, 'AgentStatus.Type'),
    since: typeof snapshot['StartTimestamp'] === 'string' ? instant(snapshot, 'StartTimestamp') : at,
  };
}

function contactState(contact: Fields, at: string): AgentContactState {
  return {
    contactId: text(contact, 'ContactId'),
    state: text(contact, 'State'),
    since: typeof contact['StateStartTimestamp'] === 'string' ? instant(contact, 'StateStartTimestamp') : at,
  };
}

function oneOf<T extends string>(value: unknown, accepted: readonly T[], name: string): T {
  const found = accepted.find((one) => one === value);
  if (found === undefined) {
    throw new AgentEventError(`"${name}" is ${JSON.stringify(value) ?? 'absent'}; accepted: ${accepted.join(', ')}`);
  }
  return found;
}

function fields(value: unknown, name: string): Fields {
  const found = optionalFields(value);
  if (found === undefined) {
    throw new AgentEventError(`"${name}" is ${JSON.stringify(value) ?? 'absent'}; accepted: a JSON object`);
  }
  return found;
}

function optionalFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;
}

function list(value: unknown): readonly Fields[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.map(optionalFields).filter((item) => item !== undefined);
}

function text(from: Fields, name: string): string {
  const value = from[name];
  if (typeof value !== 'string' || value === '') {
    throw new AgentEventError(`"${name}" is ${JSON.stringify(value) ?? 'absent'}; accepted: a text`);
  }
  return value;
}

function instant(from: Fields, name: string): string {
  const value = text(from, name);
  const ms = /(?:Z|[+-]\d{2}:\d{2})$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms)) {
    throw new AgentEventError(`"${name}" is "${value}"; accepted: an instant such as 2025-07-03T20:45:00.000Z`);
  }
  return new Date(ms).toISOString();
}
