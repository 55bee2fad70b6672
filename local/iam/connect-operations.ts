/** One operation of the Connect API: its route, and the resources IAM checks (service authorization reference, Amazon Connect). */
export interface ConnectOperation {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with `{Member}` labels, as in the SDK. */
  readonly path: string;
  /** Resources under the instance, with `{Member}` of the input; a member that is absent stands for any (`*`). */
  readonly resources: readonly string[];
}

const contact = ['contact/{ContactId}'];
const newContact = ['contact/*'];
const phoneNumber = ['phone-number/{PhoneNumberId}'];
const user = ['agent/{UserId}'];
const instance = [''];

/** Operations that can be checked. `phone-number/…` resources are outside the instance; `''` is the instance itself. */
export const connectOperations: readonly ConnectOperation[] = [
  { name: 'StartOutboundVoiceContact', method: 'PUT', path: '/contact/outbound-voice', resources: newContact },
  { name: 'StartTaskContact', method: 'PUT', path: '/contact/task', resources: newContact },
  { name: 'DescribeContact', method: 'GET', path: '/contacts/{InstanceId}/{ContactId}', resources: contact },
  { name: 'UpdateContact', method: 'POST', path: '/contacts/{InstanceId}/{ContactId}', resources: contact },
  {
    name: 'UpdateContactRoutingData',
    method: 'POST',
    path: '/contacts/{InstanceId}/{ContactId}/routing-data',
    resources: contact,
  },
  { name: 'StopContact', method: 'POST', path: '/contact/stop', resources: contact },
  { name: 'TransferContact', method: 'POST', path: '/contact/transfer', resources: contact },
  {
    name: 'GetContactAttributes',
    method: 'GET',
    path: '/contact/attributes/{InstanceId}/{InitialContactId}',
    resources: ['contact/{InitialContactId}'],
  },
  {
    name: 'UpdateContactAttributes',
    method: 'POST',
    path: '/contact/attributes',
    resources: ['contact/{InitialContactId}'],
  },
  { name: 'SearchContacts', method: 'POST', path: '/search-contacts', resources: newContact },
  {
    name: 'GetCurrentMetricData',
    method: 'POST',
    path: '/metrics/current/{InstanceId}',
    resources: ['queue/{Filters.Queues}'],
  },
  {
    name: 'GetCurrentUserData',
    method: 'POST',
    path: '/metrics/userdata/{InstanceId}',
    resources: ['queue/{Filters.Queues}', 'routing-profile/{Filters.RoutingProfiles}', 'agent/{Filters.Agents}'],
  },
  { name: 'DescribeInstance', method: 'GET', path: '/instance/{InstanceId}', resources: instance },
  { name: 'DescribeUser', method: 'GET', path: '/users/{InstanceId}/{UserId}', resources: user },
  {
    name: 'PutUserStatus',
    method: 'PUT',
    path: '/users/{InstanceId}/{UserId}/status',
    resources: ['', 'agent/{UserId}', 'agent-state/{AgentStatusId}'],
  },
  { name: 'ListUsers', method: 'GET', path: '/users-summary/{InstanceId}', resources: instance },
  { name: 'SearchUsers', method: 'POST', path: '/search-users', resources: instance },
  { name: 'ListAgentStatuses', method: 'GET', path: '/agent-status/{InstanceId}', resources: instance },
  { name: 'ListQueues', method: 'GET', path: '/queues-summary/{InstanceId}', resources: instance },
  { name: 'DescribeQueue', method: 'GET', path: '/queues/{InstanceId}/{QueueId}', resources: ['queue/{QueueId}'] },
  {
    name: 'AssociatePhoneNumberContactFlow',
    method: 'PUT',
    path: '/phone-number/{PhoneNumberId}/contact-flow',
    resources: ['', 'contact-flow/{ContactFlowId}', 'phone-number/{PhoneNumberId}'],
  },
  {
    name: 'DisassociatePhoneNumberContactFlow',
    method: 'DELETE',
    path: '/phone-number/{PhoneNumberId}/contact-flow',
    resources: ['', 'phone-number/{PhoneNumberId}'],
  },
  { name: 'DescribePhoneNumber', method: 'GET', path: '/phone-number/{PhoneNumberId}', resources: phoneNumber },
  { name: 'ListPhoneNumbersV2', method: 'POST', path: '/phone-number/list', resources: instance },
];
