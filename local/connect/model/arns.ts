/** Kinds of resource inside an instance, as the path segment of their ARN (service authorization reference, Amazon Connect). */
const arnSegments = {
  queue: 'queue',
  flow: 'contact-flow',
  module: 'flow-module',
  hours: 'operating-hours',
  routingProfile: 'routing-profile',
  securityProfile: 'security-profile',
  user: 'agent',
  agentStatus: 'agent-state',
  prompt: 'prompt',
  quickConnect: 'transfer-destination',
  integration: 'integration-association',
  contact: 'contact',
  testCase: 'test-case',
} as const;

export type ArnKind = keyof typeof arnSegments;

export function resourceArn(instanceArn: string, kind: ArnKind, id: string): string {
  return `${instanceArn}/${arnSegments[kind]}/${id}`;
}

/** Last segment of an ARN, or the text itself when it is already an id; an alias or version after `:` is dropped. */
export function idOf(idOrArn: string): string {
  const last = idOrArn.slice(idOrArn.lastIndexOf('/') + 1);
  return last.split(':')[0] ?? last;
}
