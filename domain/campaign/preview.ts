import type { NextAttempt } from '../attempt/attempt-facts.ts';
import { openingAt } from '../calendar/opening.ts';
import { type AttemptName, attemptIdOf } from './attempt-id.ts';
import { cycleKey, isLive } from './campaign.ts';
import { recipientEntry } from './campaign-entries.ts';
import { changeRecipient } from './change-recipient.ts';
import { type DialPorts, dialRecipient } from './dial-recipient.ts';
import { type CycleScope, type DispatchPorts, type DispatchRun, isFree, later, registerOf } from './dispatch-run.ts';
import { partitionsOf } from './due-partitions.ts';
import type { PreviewHold, Recipient } from './recipient.ts';
import { nextOf } from './recipient-facts.ts';
import type { SkipMotive } from './skip-motives.ts';
import { typeOfCampaign } from './type-of-campaign.ts';

/** An agent who reads about a person before having them called (design decision 8). */
export interface PreviewRun extends DispatchRun {
  /** User name, and id in Connect: the call comes to their own queue. */
  readonly agent: string;
  readonly agentId: string;
}

/** A person put aside for the agent until `until`: nobody else is shown them meanwhile. */
export interface Previewed {
  readonly attemptId: string;
  readonly recipient: Recipient;
  readonly next: Extract<NextAttempt, { type: 'dial' }>;
  readonly until: string;
}

export type PreviewAnswer =
  | { readonly type: 'called' | 'skipped' }
  /** Why not, in French as the agent reads it. */
  | { readonly type: 'refused'; readonly fault: string };

/** An agent who has read for longer than this has left: the person may be shown to another. */
const holdMs = 5 * 60_000;
/** Who was passed over is shown again no sooner. */
const skipMs = 15 * 60_000;
const pageSize = 60;

/** The next person for this agent: the one they have in hand already, else the earliest promise that nobody has in hand. */
export async function nextPreviewed(run: PreviewRun, ports: DialPorts): Promise<Previewed | undefined> {
  for (const scope of await previewScopes(run, ports)) {
    for (const partition of partitionsOf(scope.key, scope.cycle, scope.rules)) {
      let after: string | undefined;
      for (let isMore = true; isMore; ) {
        const range = { until: run.at, limit: pageSize, ...(after === undefined ? {} : { after }) };
        const lines = await ports.campaigns.due(run.programme, partition, range);
        const ids = lines.map(({ recipientId }) => recipientId);
        const found = ids.length === 0 ? [] : await ports.campaigns.read(run.programme, scope.key, ids);
        for (const id of ids) {
          const recipient = found.find(({ recipientId }) => recipientId === id);
          const previewed = recipient && (await hold(scope, recipient, run, ports));
          if (previewed !== undefined) {
            return previewed;
          }
        }
        after = lines.at(-1)?.position;
        isMore = lines.length === pageSize;
      }
    }
  }
  return undefined;
}

/** Has the person in hand called, for this agent alone. */
export async function callPreviewed(
  run: PreviewRun,
  attempt: AttemptName,
  ports: DialPorts & Pick<DispatchPorts, 'presence'>,
): Promise<PreviewAnswer> {
  const held = await inHand(run, attempt, ports);
  if (held === undefined) {
    return lost;
  }
  const { scope, recipient, next } = held;
  if (!(await isFree(run.agent, run, ports))) {
    return refused('Soyez disponible au téléphone, sans appel en cours, avant d’appeler cette personne.');
  }
  const outcome = await dialRecipient({ scope, recipient, next }, ports, run.agentId);
  switch (outcome) {
    case 'dialled':
      return { type: 'called' };
    case 'throttled':
      return refused('Trop d’appels partent en même temps ; recommencez dans quelques secondes.');
    case 'removed':
      return refused('Cette personne a quitté le registre ; demandez la suivante.');
    case 'manual':
      return refused('Ce numéro ne peut pas être composé d’ici : la personne est à appeler depuis un autre téléphone.');
    case 'skipped':
      return refused('Cette ligne est occupée par un autre appel, ou l’heure ne convient pas ; demandez la suivante.');
  }
}

/** Passes over the person in hand: not an attempt, and in the journal with its motive. */
export async function skipPreviewed(
  run: PreviewRun,
  attempt: AttemptName,
  motive: SkipMotive,
  ports: DialPorts,
): Promise<PreviewAnswer> {
  const held = await inHand(run, attempt, ports);
  if (held === undefined) {
    return lost;
  }
  const { scope, recipient } = held;
  const { programme, at, agent } = run;
  const { timeZone } = scope.rules.calendar;
  await ports.journal.append([
    recipientEntry(programme, timeZone, recipient, at, { type: 'skipped', motive, by: agent, n: attempt.n }),
  ]);
  const subject = { programme, cycle: scope.key, recipientId: recipient.recipientId, rules: scope.rules, at };
  const notBefore = [recipient.notBefore ?? '', later(at, skipMs)].toSorted().at(-1) ?? at;
  await changeRecipient(
    { ...subject, shards: scope.cycle.shards },
    ({ preview, ...one }) =>
      preview?.agent === agent ? { ...one, notBefore } : { ...one, ...(preview && { preview }) },
    ports,
  );
  return { type: 'skipped' };
}

const lost = refused('Cette personne n’est plus entre vos mains : demandez la suivante.');

function refused(fault: string): { readonly type: 'refused'; readonly fault: string } {
  return { type: 'refused', fault };
}

/** Cycles in which agents preview, and people may be called now. */
async function previewScopes(run: PreviewRun, ports: DialPorts): Promise<readonly CycleScope[]> {
  const { programme, at } = run;
  const [campaigns, types, calendar, schemes] = await Promise.all([
    ports.campaigns.campaigns(programme),
    ports.content.inForce(programme, 'campaignTypes', at),
    ports.content.inForce(programme, 'calendar', at),
    ports.content.inForce(programme, 'schemes', at),
  ]);
  if (openingAt(calendar, at).state === 'closed') {
    return [];
  }
  return campaigns.filter(isLive).flatMap((campaign) => {
    const type = typeOfCampaign(campaign, types);
    const scheme = schemes.find(({ code }) => code === type?.scheme);
    if (type?.mode !== 'preview' || scheme === undefined) {
      return [];
    }
    return campaign.cycles
      .filter(({ state, until }) => state === 'ready' && at < until)
      .map((cycle) => {
        const rules = { policy: type.policy, calendar, cycle };
        return { run, campaign, cycle, key: cycleKey(campaign.id, cycle.n), type, scheme, schemes, rules };
      });
  });
}

/** Undefined when they are not due, in another agent's hands, or have left. */
async function hold(
  scope: CycleScope,
  recipient: Recipient,
  { programme, at, agent, agentId }: PreviewRun,
  ports: DialPorts,
): Promise<Previewed | undefined> {
  const next = nextOf(recipient, scope.rules, at);
  const isOthers = isHeld(recipient.preview, at) && recipient.preview.agent !== agent;
  if (next.type !== 'dial' || next.dialAt > at || isOthers) {
    return undefined;
  }
  if (await registerOf(scope, ports).removed(programme, recipient.recipientId)) {
    const { recipientId } = recipient;
    const subject = { programme, cycle: scope.key, recipientId, shards: scope.cycle.shards, rules: scope.rules, at };
    await changeRecipient(subject, (one) => ({ ...one, removed: true }), ports);
    return undefined;
  }
  const until = later(at, holdMs);
  const held = { ...recipient, preview: { agent, agentId, until }, version: recipient.version + 1 };
  const isMine = await ports.campaigns.write(programme, held, scope.cycle.shards);
  return isMine ? { attemptId: attemptIdOf({ ...recipient, n: next.n }), recipient: held, next, until } : undefined;
}

/** The person of this attempt, while this agent has them in hand. */
async function inHand(run: PreviewRun, attempt: AttemptName, ports: DialPorts) {
  const scopes = await previewScopes(run, ports);
  const scope = scopes.find(({ key }) => key === cycleKey(attempt.campaign, attempt.cycle));
  const [recipient] = scope ? await ports.campaigns.read(run.programme, scope.key, [attempt.recipientId]) : [];
  if (scope === undefined || recipient === undefined || !isHeld(recipient.preview, run.at)) {
    return undefined;
  }
  const next = nextOf(recipient, scope.rules, run.at);
  return recipient.preview.agent === run.agent && next.type === 'dial' && next.n === attempt.n && next.dialAt <= run.at
    ? { scope, recipient, next }
    : undefined;
}

function isHeld(preview: PreviewHold | undefined, at: string): preview is PreviewHold {
  return preview !== undefined && at < preview.until;
}
