export type { AgentSoftphone, SoftphoneEvent } from './agents/softphone.ts';
export type { Dial } from './calls/inbound.ts';
export type { HeardEvent, PhoneCall } from './calls/line.ts';
export type { Ring, RingDecision, RingHandler } from './calls/phones.ts';
export { type ConnectPart, createConnectPart } from './connect-part.ts';
export type { CounterName } from './emissions/counters.ts';
export type { ConnectOptions } from './options.ts';
export { ConnectStandIn } from './stand-in.ts';
