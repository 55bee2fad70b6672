import type { AgentSoftphone } from '../local/connect/agents/softphone.ts';
import type { PhoneCall as LocalCall, HeardEvent as LocalHeardEvent } from '../local/connect/calls/line.ts';
import type { HeardEvent, IncomingRing, PhoneCall, PhoneNetwork, Softphone } from './centre.ts';

/** The part of the Connect stand-in that people touch. */
export interface LocalConnect {
  dial(request: { readonly lane: string; readonly from?: string; readonly to: string }): LocalCall;
  onRing(number: string, handler: (ring: LocalRing) => void): void;
  agent(username: string): AgentSoftphone;
  liveCalls(number: string): number;
}

interface LocalRing {
  /** The person is already on the line with the centre. */
  readonly engaged: boolean;
  answer(): LocalCall;
  refuse(): void;
  onStopped(listener: () => void): void;
}

/** Gives simulated people the stand-in as telephones: instants as ISO text, and nothing that a real phone would not tell. */
export function phoneNetwork(connect: LocalConnect): PhoneNetwork {
  return {
    dial: (request) => asPhoneCall(connect.dial(request)),
    lineInUse: (number) => connect.liveCalls(number) > 0,
    onRing: (number, handler) => connect.onRing(number, (ring) => handler(asRing(ring))),
  };
}

/** The softphone of a simulated agent, who stands back while a person sits at it in a browser, and takes the wanted status again after. */
export function softphone(connect: LocalConnect, username: string): Softphone {
  const phone = connect.agent(username);
  let attributes: Readonly<Record<string, string>> = {};
  let isAway = false;
  let wanted: string | undefined;
  const unlessAway = (act: () => void) => () => {
    if (!isAway) act();
  };
  return {
    on: (listener) =>
      phone.on((event) => {
        if (event.type === 'seat') {
          isAway = event.taken;
          if (isAway) listener({ type: 'cleared' });
          else if (wanted !== undefined) phone.setStatus(wanted);
          return;
        }
        if (isAway) return;
        switch (event.type) {
          case 'offered':
            attributes = event.attributes;
            listener({ type: 'offered', contactId: event.contactId, attributes });
            break;
          case 'connected':
          case 'missed':
          case 'after-call-work':
            listener({ type: event.type, contactId: event.contactId });
            break;
          case 'idle':
            listener({ type: 'cleared' });
            break;
          case 'whisper':
          case 'said':
          case 'dialling':
          case 'customer-left':
          case 'status':
            break;
        }
      }),
    setStatus: (name) => {
      wanted = name;
      if (!isAway) phone.setStatus(name);
    },
    logout: unlessAway(() => phone.logout()),
    accept: unlessAway(() => phone.accept()),
    hangUp: unlessAway(() => phone.hangUp()),
    completeAfterCallWork: unlessAway(() => phone.completeAfterCallWork()),
  };
}

function asRing(ring: LocalRing): IncomingRing {
  return {
    engaged: ring.engaged,
    answer: () => asPhoneCall(ring.answer()),
    refuse: () => ring.refuse(),
    onStopped: (listener) => ring.onStopped(listener),
  };
}

export function asPhoneCall(call: LocalCall): PhoneCall {
  return {
    hear: (listener) => call.hear((event) => listener(asHeard(event))),
    press: (digit) => call.press(digit),
    say: (text) => call.say(text),
    hangUp: () => call.hangUp(),
    get ended() {
      return call.ended;
    },
  };
}

function asHeard(event: LocalHeardEvent): HeardEvent {
  const at = new Date(event.at).toISOString();
  switch (event.type) {
    case 'prompt':
      return { at, type: 'prompt', text: event.text };
    case 'queued-music':
      return { at, type: 'queued-music' };
    case 'connected':
      return { at, type: 'connected', agent: event.agent };
    case 'hold':
      return { at, type: 'hold' };
    case 'resumed':
      return { at, type: 'resumed' };
    case 'ended':
      return event.by === 'busy' ? { at, type: 'busy' } : { at, type: 'ended', by: event.by };
  }
}
