import type { Action } from '../model/flow.ts';
import type { Key, Signal } from '../run/signal.ts';
import { isKey } from '../run/signal.ts';
import type { Suspension } from '../run/suspension.ts';
import { type Chooser, type Option, option, rarely } from './chooser.ts';
import { slotsUnder } from './interesting-values.ts';

type Values = ReadonlyMap<string, readonly string[]>;

/** An object holding, for every path read under a namespace, one of the values that matter there. */
export const imaginedData = (
  choose: Chooser,
  place: string,
  values: Values,
  ...prefix: string[]
): Record<string, unknown> => {
  const root: Record<string, unknown> = {};
  for (const { path, name, options } of slotsUnder(values, ...prefix)) {
    // Mostly at random: values tried in turn would always meet in the same pairs.
    const value = choose.pick(`${place} ${name}`, options, 0.8);
    let target = root;
    for (const [index, segment] of path.entries()) {
      if (index === path.length - 1) target[segment] = value;
      else {
        const child: Record<string, unknown> = {};
        const existing = target[segment];
        if (typeof existing === 'object' && existing !== null) Object.assign(child, existing);
        target[segment] = child;
        target = child;
      }
    }
  }
  return root;
};

const wanted = (action: Action | undefined): readonly string[] =>
  (action?.conditions ?? []).flatMap(({ operands: [operand] }) => operand ?? []);

const signal = (label: string, value: Signal): Option<Signal> => option(label, value);
const key = (digit: Key): Option<Signal> => signal(`key ${digit}`, { kind: 'digit', digit });
const trouble = (label: string, value: Signal): Option<Signal> => rarely(label, value);
const silence = trouble('silence', { kind: 'timeout' });

/** What could happen at a suspension, one of it chosen. */
export const imaginedSignal = (
  choose: Chooser,
  suspension: Suspension,
  action: Action | undefined,
  values: Values,
): Signal => {
  const place = `${suspension.flow} / ${suspension.action}`;
  switch (suspension.kind) {
    case 'ended':
    case 'prompt':
      return { kind: 'prompt-ended' };
    case 'input': {
      if (suspension.mode === 'menu')
        return choose.pick(place, [silence, ...[...new Set([...wanted(action).filter(isKey), '7' as const])].map(key)]);
      const entries = (values.get('StoredCustomerInput') ?? []).filter((text) => /^[0-9]+$/.test(text));
      const next = entries
        .flatMap((entry) =>
          entry.startsWith(suspension.typed)
            ? [...entry.slice(suspension.typed.length, suspension.typed.length + 1)]
            : [],
        )
        .filter(isKey);
      return choose.pick(`${place} after "${suspension.typed}"`, [
        silence,
        key('#'),
        ...[...new Set<Key>([...next, '5'])].map(key),
      ]);
    }
    case 'iterative-prompts':
      return suspension.interruptAfterSeconds === undefined
        ? { kind: 'stop' }
        : choose.pick(place, [
            signal('interrupt', { kind: 'interrupt' }),
            signal('agent takes the contact', { kind: 'stop' }),
          ]);
    case 'wait':
      return choose.pick(place, [
        signal('time elapsed', { kind: 'timeout' }),
        ...suspension.events.map((name) => signal(name, { kind: 'event', name })),
      ]);
    case 'lambda': {
      const kind = choose.pick(place, [
        option('answers', 'ok'),
        option('fails', 'failed'),
        option('takes too long', 'timeout'),
      ] as const);
      if (kind === 'ok') return { kind: 'lambda-result', payload: imaginedData(choose, place, values, 'External') };
      return { kind: 'lambda-error', reason: kind === 'timeout' ? 'timeout' : 'failed' };
    }
    case 'lex': {
      const intents = [...wanted(action), 'FallbackIntent'].map((intentName) =>
        signal(`intent ${intentName}`, {
          kind: 'lex-result',
          intentName,
          slots: imaginedData(choose, place, values, 'Lex', 'Slots'),
        }),
      );
      return choose.pick(place, [silence, trouble('the bot fails', { kind: 'service-error' }), ...intents]);
    }
    case 'view': {
      const answers = [...wanted(action), 'Other'].map((name) =>
        signal(name, {
          kind: 'view-result',
          action: name,
          data: imaginedData(choose, place, values, 'Views', 'ViewResultData'),
        }),
      );
      return choose.pick(place, [silence, trouble('the view fails', { kind: 'service-error' }), ...answers]);
    }
    case 'third-party':
      return choose.pick(place, [
        signal('talked', { kind: 'third-party-ended', outcome: 'completed' }),
        trouble('call failed', { kind: 'third-party-ended', outcome: 'call-failed' }),
        trouble('transfer error', { kind: 'third-party-ended', outcome: 'error' }),
        silence,
      ]);
    case 'service': {
      const errors = (action?.errors ?? []).map(({ errorType }) =>
        signal(errorType, { kind: 'service-error', errorType }),
      );
      const namespace = /Profile/.test(suspension.service)
        ? 'Customer'
        : /Case/.test(suspension.service)
          ? 'Case'
          : 'Wisdom';
      const data = imaginedData(choose, place, values, namespace);
      return choose.pick(place, [
        signal('done', { kind: 'service-result', data }),
        ...wanted(action).map((result) => signal(result, { kind: 'service-result', result, data })),
        ...errors,
      ]);
    }
  }
};
