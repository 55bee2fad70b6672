import { Console } from 'node:console';
import crypto from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { Writable } from 'node:stream';
import timers from 'node:timers';
import timersPromises from 'node:timers/promises';
import type { SharedClock } from '../kernel/shared-clock.ts';
import { seededSources } from '../lambda/seeded-randomness.ts';
import { fetchFunction, requestFunction, type Send } from './asking-request.ts';
import type { Surroundings } from './module-code.ts';

export interface SurroundingsOptions {
  readonly clock: SharedClock;
  readonly seed: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly send: Send;
  /** Virtual time; returns what cancels. */
  readonly after: (ms: number, task: () => void) => () => void;
  /** Time stands still meanwhile. */
  readonly hold: <T>(task: () => Promise<T>) => Promise<T>;
  readonly onLog: (text: string) => void;
}

/** Everything by which code learns what time it is, draws, waits, prints or reaches others: injected, each from the seed and the virtual clock. */
export function surroundingsOf(options: SurroundingsOptions): {
  readonly surroundings: Surroundings;
  readonly startStreams: (lane: string) => void;
} {
  const { clock, send, after, hold, onLog } = options;
  const { random, node, web, start } = seededSources(options.seed);
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string | Uint8Array, _encoding, done) {
      onLog(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
      done();
    },
  });
  const waits = timersOf(after);
  const subtle = holding(globalThis.crypto.subtle, hold);
  const webCrypto = instead(globalThis.crypto, { ...web, subtle });
  const request = requestFunction(send);
  const fetch = fetchFunction(send);
  // An environment ends without a word: whoever waits for the end of the process would be kept for ever.
  const unheard = () => ownProcess;
  const ownProcess: Record<string, unknown> = instead(process, {
    env: { ...options.variables },
    stdout: stream,
    stderr: stream,
    on: unheard,
    once: unheard,
    addListener: unheard,
    prependListener: unheard,
  });
  const own: Record<string, unknown> = {
    process: ownProcess,
    console: new Console({ stdout: stream, stderr: stream }),
    Date: clock.dateConstructor(),
    Math: instead(Math, { random }),
    crypto: webCrypto,
    fetch,
    ...waits.globals,
  };
  const globals = { ...own, globalThis: instead(globalThis, own) };
  return {
    surroundings: {
      globals,
      modules: {
        crypto: withDefault({ ...crypto, ...node, webcrypto: webCrypto, getRandomValues: web.getRandomValues }),
        http: withDefault({ ...http, request }),
        https: withDefault({ ...https, request }),
        timers: withDefault({ ...timers, ...waits.globals }),
        'timers/promises': withDefault({ ...timersPromises, setTimeout: waits.promised }),
        process: ownProcess,
      },
    },
    startStreams: start,
  };
}

/** `target` with other values for some of its members. */
function instead(target: object, members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const properties = Object.entries(members).map(([name, value]) => [name, { value, writable: true }]);
  return Object.create(target, Object.fromEntries(properties));
}

function withDefault<T extends object>(members: T): T & { readonly default: T } {
  return Object.assign(members, { default: members });
}

/** Timers in virtual time. */
function timersOf(after: SurroundingsOptions['after']) {
  const setTimeout = (task: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => {
    const cancel = after(Math.max(1, ms), () => task(...given));
    const timer = {
      ref: () => timer,
      unref: () => timer,
      hasRef: () => true,
      refresh: () => timer,
      cancel,
      [Symbol.dispose]: cancel,
    };
    return timer;
  };
  const clearTimeout = (timer: unknown) => {
    if (typeof timer !== 'object' || timer === null || !('cancel' in timer)) return;
    if (typeof timer.cancel === 'function') timer.cancel();
  };
  const setInterval = () => {
    throw new Error('setInterval has no end in an invocation; functions wait with setTimeout');
  };
  return {
    globals: { setTimeout, clearTimeout, setInterval, clearInterval: clearTimeout },
    promised: <T>(ms: number, value?: T): Promise<T | undefined> =>
      new Promise((resolve) => setTimeout(() => resolve(value), ms)),
  };
}

/** Its functions run on a thread of Node's. */
function holding<T extends object>(subtle: T, hold: SurroundingsOptions['hold']): T {
  return new Proxy(subtle, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => hold(async () => Reflect.apply(member, target, given));
    },
  });
}
