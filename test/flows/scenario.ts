import { expect } from 'vitest';
import type { ContactInit, EndReason } from '../../flow-engine/src/index.ts';
import { arnOf } from './flow-files.ts';
import { type CallerAct, newContact, type Walk, walk } from './walk.ts';
import { quietWorld, type World } from './world.ts';

/** One life of a call through one flow, and what must come of it. */
export interface Scenario {
  readonly title: string;
  readonly flow: string;
  /** @default quietWorld */
  readonly world?: World;
  readonly contact?: Partial<ContactInit>;
  readonly acts?: readonly CallerAct[];
  /** Words heard, in this order, others between them. */
  readonly hears: readonly string[];
  /** `hears` is all that is heard, prompt by prompt. */
  readonly nothingElse?: boolean;
  readonly neverHears?: readonly string[];
  readonly ends: EndReason;
  /** Queue reached. */
  readonly queue?: string;
  /** Agent whose own queue is reached. */
  readonly agent?: string;
  /** Attributes at the end; `undefined` = not set. */
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  /** Functions called, in order, with their parameters. */
  readonly asks?: readonly (readonly [name: string, parameters?: Readonly<Record<string, unknown>>])[];
  readonly priority?: number;
  /** Native callbacks created. */
  readonly callbacks?: number;
}

/** Plays a scenario and holds the walk to it. */
export function play(scenario: Scenario): Walk {
  const { flow, world = quietWorld, contact = {}, acts = [], attributes = {} } = scenario;
  const walked = walk({ flow, world, acts, contact: newContact(contact) });
  const said = walked.heard.join('\n');
  let from = 0;
  for (const words of scenario.hears) {
    const at = said.indexOf(words, from);
    expect(at, `"${words}" is not heard after ${from} characters of:\n${said}`).toBeGreaterThanOrEqual(0);
    from = at + words.length;
  }
  if (scenario.nothingElse === true) expect(walked.heard).toEqual(scenario.hears);
  for (const words of scenario.neverHears ?? []) expect(said).not.toContain(words);
  expect(walked.ended.reason, JSON.stringify(walked.ended.error)).toBe(scenario.ends);
  expect(walked.ended.error).toBeUndefined();
  const reached = walked.ended.target?.kind === 'queue' ? walked.ended.target.queue.name : undefined;
  expect(reached).toBe(scenario.queue);
  expect(walked.ended.target?.kind === 'agent' ? walked.ended.target.agent.userName : undefined).toBe(scenario.agent);
  if (reached !== undefined) expectReadyForAgent(walked, flow, world);
  for (const [key, value] of Object.entries(attributes)) expect(walked.contact.attributes[key], key).toBe(value);
  if (scenario.asks !== undefined) {
    expect(walked.invocations.map((invocation) => invocation.function)).toEqual(scenario.asks.map(([name]) => name));
    for (const [index, [, parameters]] of scenario.asks.entries())
      if (parameters !== undefined) expect(walked.invocations[index]?.parameters).toEqual(parameters);
  }
  if (scenario.priority !== undefined) expect(walked.contact.queuePriority).toBe(scenario.priority);
  expect(walked.callbacks).toHaveLength(scenario.callbacks ?? 0);
  return walked;
}

/** Whoever enters a queue, by whatever path, has the flows, the language and the voice of the conversation to come. */
function expectReadyForAgent({ contact }: Walk, flow: string, world: World): void {
  const [programme, name] = flow.split('/');
  // Whom we call without being asked waits some seconds only.
  const outbound = programme === 'samps' ? 'file-rappel' : 'file-campagne';
  expect(contact.eventHooks).toEqual({
    CustomerQueue: arnOf('flow', `${programme}/${name === 'accueil' ? 'file-attente' : outbound}`),
    AgentWhisper: arnOf('flow', `${programme}/annonce-conseiller`),
    CustomerWhisper: arnOf('flow', `${programme}/annonce-appelant`),
    CustomerHold: arnOf('flow', `${programme}/garde-appelant`),
    AgentHold: arnOf('flow', `${programme}/garde-conseiller`),
  });
  expect(contact.languageCode).toBe('fr-FR');
  if (world.voice === 'there') expect(contact.voice).toEqual({ voice: 'Lea', engine: 'Neural', style: 'None' });
  expect(contact.recording).toMatchObject({ RecordedParticipants: [] });
  expect(contact.logging).toBe(true);
}

/** A contact whose attributes are full: every attempt to set one takes its error branch (limit of 32 KB). */
export const fullAttributes: Partial<ContactInit> = { attributes: { filler: 'x'.repeat(32_760) } };
/** More than speech synthesis takes: the prompt takes its error branch. */
export const unspeakable = 'a'.repeat(6001);
