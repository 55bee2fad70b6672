import { checkAttemptPolicy, checkAttemptWindow, type PolicyProblem } from '../attempt/check-attempt-policy.ts';
import type { JudgeArming } from './arming.ts';
import type { Campaign } from './campaign.ts';
import { isLive } from './campaign.ts';
import { resumedEntry, stoppedEntry } from './campaign-entries.ts';
import type { CampaignPorts } from './campaign-ports.ts';
import type { CampaignType } from './campaign-type.ts';
import { newCycle } from './new-cycle.ts';

/** « Plan canicule, niveau 3 » (REFLEX-01). */
export interface LevelDeclaration {
  readonly programme: string;
  readonly crisis: string;
  readonly level: number;
  /** ISO instant. */
  readonly at: string;
  readonly by: string;
  /** An exercise on fake people (REFLEX-11). */
  readonly drill: boolean;
  /** What becomes of the cycle in hand when the level is lowered. */
  readonly choice: 'finish-cycle' | 'now';
  /** When it is handled: an event may have waited. Absent = `at`. */
  readonly now?: string;
  /** Agents planned for the campaign; absent = those signed in. */
  readonly agents?: number;
  /** Arms it although there is nobody to call. */
  readonly confirm?: 'without-agents';
}

export type DeclarationAnswer =
  /** A campaign is armed, or its cycles go on. */
  | { readonly type: 'armed'; readonly campaign: Campaign }
  /** It was already: declaring twice is declaring once (REFLEX-33). */
  | { readonly type: 'unchanged'; readonly campaign?: Campaign }
  | { readonly type: 'stopped'; readonly campaign: Campaign }
  | { readonly type: 'refused'; readonly problems: readonly PolicyProblem[] };

export type DeclarationPorts = Pick<CampaignPorts, 'campaigns' | 'content' | 'journal'> & {
  readonly judgeArming: JudgeArming;
};

/** Writers of one campaign meet rarely. */
const maxTries = 8;

/** Arms, resumes or stops the campaign of a crisis as its level changes (REFLEX-01, -09, -33). Nothing is half-applied; a repeat changes nothing. */
export async function declareLevel(declaration: LevelDeclaration, ports: DeclarationPorts): Promise<DeclarationAnswer> {
  const { programme, crisis, level, at, drill } = declaration;
  const types = await ports.content.inForce(programme, 'campaignTypes', at);
  const type = types.find((one) => one.crisis === crisis);
  if (type === undefined) {
    return refused('crisis', crisis, types.flatMap((one) => one.crisis ?? []).join(', '));
  }
  if (!Number.isInteger(level) || level < 0 || level > 9) {
    return refused('level', level, 'un niveau de 0 à 9');
  }
  for (let tries = 0; tries < maxTries; tries += 1) {
    const code = drill ? `${type.code}drill` : type.code;
    const known = (await ports.campaigns.campaigns(programme)).find((one) => one.type === code);
    const answer = await apply(declaration, { type, code, known }, ports);
    if (answer !== undefined) {
      return answer;
    }
  }
  throw new Error(`Campaign of ${crisis}: ${maxTries} concurrent writes in a row; retry later`);
}

interface Subject {
  readonly type: CampaignType;
  readonly code: string;
  readonly known: Campaign | undefined;
}

/** Undefined when another writer came first. */
async function apply(
  declaration: LevelDeclaration,
  { type, code, known }: Subject,
  ports: DeclarationPorts,
): Promise<DeclarationAnswer | undefined> {
  const { programme, level, at, by, choice } = declaration;
  const live = known !== undefined && isLive(known) ? known : undefined;
  const calendar = await ports.content.inForce(programme, 'calendar', at);
  const isHigh = level >= (type.triggerLevel ?? Number.POSITIVE_INFINITY);
  if (live === undefined && isHigh) {
    const { from, until } = newCycle(1, at, type, calendar, 0);
    const problems = [
      ...checkAttemptPolicy(type.policy),
      ...checkAttemptWindow(type.policy, calendar, { from, until }, declaration.now ?? at),
    ];
    if (problems.length > 0) {
      return { type: 'refused', problems };
    }
    const arming = await ports.judgeArming(declaration);
    if ('problems' in arming) {
      return { type: 'refused', problems: arming.problems };
    }
    const campaign: Campaign = {
      id: `${code}_${at.replace(/[-:]|\.\d+/g, '')}`,
      type: code,
      drill: code !== type.code,
      state: 'active',
      level,
      activatedAt: at,
      activatedBy: by,
      arming,
      cycles: [newCycle(1, at, type, calendar, arming.loaded)],
      untold: true,
      version: (known?.version ?? 0) + 1,
    };
    if (!(await ports.campaigns.saveCampaign(programme, campaign))) {
      return undefined;
    }
    // Its clock files it in the journal, so that a crash in between loses nothing.
    return { type: 'armed', campaign };
  }
  if (live === undefined) {
    return known === undefined ? { type: 'unchanged' } : { type: 'unchanged', campaign: known };
  }
  // Its last cycle was to end by itself, and is not to any more.
  const endsCycle =
    !isHigh && choice === 'now' && live.cycles.some(({ state }) => state === 'loading' || state === 'ready');
  if (isHigh === (live.state === 'active') && !endsCycle) {
    return { type: 'unchanged', campaign: live };
  }
  // Filed again by its clock: a crash before it is filed here loses nothing.
  const next = { level, untold: true, version: live.version + 1 } as const;
  const changed: Campaign = isHigh
    ? { ...live, ...next, state: 'active', resumed: { level, by, at } }
    : { ...stopping(live, choice), ...next, stop: { choice, level, by, at } };
  if (!(await ports.campaigns.saveCampaign(programme, changed))) {
    return undefined;
  }
  await ports.journal.append([
    isHigh
      ? resumedEntry(programme, calendar.timeZone, changed, { level, by, at })
      : stoppedEntry(programme, calendar.timeZone, changed, { choice, level, by, at }),
  ]);
  return { type: isHigh ? 'armed' : 'stopped', campaign: changed };
}

/** Without a new cycle; `now`: those there are end at once. */
export function stopping(campaign: Campaign, choice: LevelDeclaration['choice']): Campaign {
  const cycles = campaign.cycles.map((cycle) =>
    choice === 'now' && cycle.state !== 'ended'
      ? ({ ...cycle, state: 'closing', closesAs: 'stopped' } as const)
      : cycle,
  );
  return { ...campaign, state: 'stopping', cycles };
}

function refused(field: string, value: unknown, accepted: string): DeclarationAnswer {
  return { type: 'refused', problems: [{ field, value, accepted }] };
}
