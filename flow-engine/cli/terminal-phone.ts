import {
  answerByDouble,
  contactIn,
  createContactState,
  type Doubles,
  type Flow,
  type FlowEvent,
  FlowRun,
  type HostCapabilities,
  isKey,
  placeOf,
  type Signal,
  type Suspension,
  wordsOf,
} from '../src/index.ts';

/** What the person at the terminal gives: a line, or undefined when the input is over. */
type Ask = (question: string) => Promise<string | undefined>;

export interface PhoneOptions {
  readonly flow: Flow;
  readonly host: HostCapabilities;
  readonly doubles: Doubles;
  readonly attributes: Readonly<Record<string, string>>;
  readonly trace: boolean;
  readonly ask: Ask;
  readonly print: (text: string) => void;
}

const help = '0-9 * # keys · Enter silence · t trace · h hang up';
const speechSeconds = (words: string): number => Math.max(1, Math.round(words.split(/\s+/).length / 2.5));

const traceLine = (event: FlowEvent, flow: Flow): string | undefined => {
  switch (event.kind) {
    case 'action-started':
      return `    · ${event.flow} / ${placeOf(flow, event.action)} (${event.actionType})`;
    case 'action-ended':
      return event.error === undefined ? undefined : `    · ${event.error.errorType}: ${event.error.detail}`;
    case 'reference-unresolved':
      return `    · ${event.reference} is nothing`;
    default:
      return undefined;
  }
};

/** A call in the terminal: what is said appears with its virtual time, what is typed is pressed. */
export const terminalPhone = async (options: PhoneOptions): Promise<Suspension> => {
  const { flow, host, doubles, attributes, ask, print } = options;
  let isTracing = options.trace;
  let seconds = 0;
  const clock = (): string =>
    `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  const contact = createContactState({
    contactId: 'terminal',
    customerEndpoint: { address: '+33100000000', type: 'TELEPHONE_NUMBER' },
    attributes,
    ...contactIn(flow),
  });
  const onEvent = (event: FlowEvent): void => {
    const line = isTracing ? traceLine(event, flow) : undefined;
    if (line !== undefined) print(line);
  };
  const keys: string[] = [];

  /** Reads keys until there is something to send. */
  const listen = async (said: string, whenSilent: () => Signal): Promise<Signal> => {
    for (;;) {
      const key = keys.shift();
      if (key !== undefined && isKey(key)) return { kind: 'digit', digit: key };
      const line = await ask(said);
      if (line === undefined || line.trim() === 'h') return { kind: 'hang-up' };
      if (line.trim() === '') return whenSilent();
      if (line.trim() === 't') isTracing = !isTracing;
      else if ([...line.trim()].every(isKey)) keys.push(...line.trim());
      else print(help);
    }
  };

  const say = (suspension: Suspension): void => {
    if (!('prompts' in suspension)) return;
    for (const prompt of suspension.prompts) {
      print(`${clock()}  ☎  ${wordsOf(prompt)}`);
      seconds += speechSeconds(wordsOf(prompt));
    }
  };

  const answer = async (suspension: Suspension): Promise<Signal> => {
    const pass = (by: number, signal: Signal) => (): Signal => {
      seconds += by;
      return signal;
    };
    switch (suspension.kind) {
      case 'prompt':
        return { kind: 'prompt-ended' };
      case 'input':
        return listen(
          `${clock()}  ${suspension.mode === 'menu' ? 'key' : `keys ${suspension.typed}`} (${suspension.timer.seconds} s) > `,
          pass(suspension.timer.seconds, { kind: 'timeout' }),
        );
      case 'iterative-prompts':
        return suspension.interruptAfterSeconds === undefined
          ? listen(`${clock()}  waiting > `, () => ({ kind: 'stop' }))
          : listen(
              `${clock()}  waiting (${suspension.interruptAfterSeconds} s) > `,
              pass(suspension.interruptAfterSeconds, { kind: 'interrupt' }),
            );
      case 'wait':
        return pass(suspension.seconds, { kind: 'timeout' })();
      case 'lex': {
        const said = await ask(`${clock()}  say > `);
        return said === undefined
          ? { kind: 'hang-up' }
          : (doubles.lex?.(suspension, said.trim()) ?? { kind: 'service-error' });
      }
      default:
        return answerByDouble(suspension, doubles) ?? { kind: 'hang-up' };
    }
  };

  print(`${flow.name}   (${help})`);
  let run = new FlowRun({ flow, contact, host, onEvent });
  let suspension = run.start();
  for (;;) {
    say(suspension);
    if (suspension.kind !== 'ended') {
      suspension = run.resume(await answer(suspension));
      continue;
    }
    const { reason, target, error } = suspension;
    const where = target === undefined ? '' : ` ${target.kind === 'queue' ? target.queue.name : target.agent.userName}`;
    print(`${clock()}  ${reason}${where}${error === undefined ? '' : `: ${error.message}`}`);
    const queueFlow =
      reason === 'queued' && contact.eventHooks.CustomerQueue !== undefined
        ? host.flow?.(contact.eventHooks.CustomerQueue, contact)
        : undefined;
    if (queueFlow?.ok !== true) return suspension;
    run = new FlowRun({ flow: queueFlow.value, contact, host, onEvent });
    suspension = run.start();
  }
};
