import type { LambdaFailure, Signal } from '../run/signal.ts';
import type {
  LambdaSuspension,
  LexSuspension,
  ServiceSuspension,
  Suspension,
  ThirdPartySuspension,
  ViewSuspension,
} from '../run/suspension.ts';

export type LambdaAnswer =
  | { readonly payload: unknown; readonly seconds?: number }
  | { readonly error: LambdaFailure; readonly seconds?: number };

/**
 * Stand-ins for everything a flow calls that is not simulated. Each is optional: a flow that calls one that is missing gets its error branch,
 * as if the service had failed, and the trace says so.
 */
export interface Doubles {
  lambda?(call: LambdaSuspension): LambdaAnswer;
  /** What the bot makes of the caller's words or keys. */
  lex?(call: LexSuspension, said: string): Extract<Signal, { kind: 'lex-result' | 'service-error' }>;
  view?(call: ViewSuspension): Extract<Signal, { kind: 'view-result' | 'service-error' | 'timeout' }>;
  thirdParty?(call: ThirdPartySuspension): Extract<Signal, { kind: 'third-party-ended' | 'timeout' }>;
  service?(call: ServiceSuspension): Extract<Signal, { kind: 'service-result' | 'service-error' | 'timeout' }>;
}

const missing = (what: string): Signal => ({ kind: 'service-error', message: `no double for ${what}` });

/** The double's answer to a suspension that is not the caller's to answer; undefined for prompts, inputs, waits and bots that listen. */
export const answerByDouble = (suspension: Suspension, doubles: Doubles): Signal | undefined => {
  switch (suspension.kind) {
    case 'lambda': {
      const answer = doubles.lambda?.(suspension);
      if (answer === undefined)
        return { kind: 'lambda-error', reason: 'not-found', message: `no double for ${suspension.functionArn}` };
      const durationSeconds = answer.seconds ?? 0;
      return 'error' in answer
        ? { kind: 'lambda-error', reason: answer.error, durationSeconds }
        : { kind: 'lambda-result', payload: answer.payload, durationSeconds };
    }
    case 'view':
      return doubles.view?.(suspension) ?? missing(`view ${suspension.viewId}`);
    case 'third-party':
      return doubles.thirdParty?.(suspension) ?? { kind: 'third-party-ended', outcome: 'error' };
    case 'service':
      return doubles.service?.(suspension) ?? missing(suspension.service);
    default:
      return undefined;
  }
};
