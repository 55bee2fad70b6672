import type { Contacts } from '../call/contacts.ts';
import type { CallbackRegister, NumberLock } from '../callback/callback-register.ts';
import type { Dialler } from '../callback/dialler.ts';
import type { VoiceReach } from '../callback/voice-reach.ts';
import type { People } from '../caller/people.ts';
import { isPresent, type PresenceBoard } from '../presence/presence.ts';
import type { SchemeDefinition } from '../programme/programme.ts';
import type { Register } from '../recipient/register.ts';
import type { Campaign, Cycle } from './campaign.ts';
import type { CampaignPorts } from './campaign-ports.ts';
import type { DispatchBoard } from './campaign-register.ts';
import type { CampaignType } from './campaign-type.ts';
import type { Recipient } from './recipient.ts';
import type { CycleRules } from './recipient-facts.ts';

/** The centre now, over some queues. */
export interface CentreLoad {
  readonly agentsOnline: number;
  readonly agentsAvailable: number;
  /** By queue: some calls need agents that others do not (ARS-42). Absent = any agent takes any call. */
  readonly availableIn?: Readonly<Record<string, number>>;
  readonly agentsAfterCall: number;
  readonly agentsOnContact: number;
  readonly contactsWaiting: number;
  /** Of the oldest that waits; 0 when none does. */
  readonly longestWaitSeconds?: number;
}

/** Port: the present state of the centre. */
export interface Centre {
  /** `throttled`: asked too often, by others too; to be asked again in a moment. */
  now(queues: readonly string[]): Promise<CentreLoad | 'throttled'>;
}

export interface DispatchPorts extends CampaignPorts {
  readonly board: DispatchBoard;
  readonly lock: NumberLock;
  readonly centre: Centre;
  readonly presence: Pick<PresenceBoard, 'read'>;
  readonly callbacks: Pick<CallbackRegister, 'dueUntil'>;
  readonly dialler: Dialler;
  readonly contacts: Pick<Contacts, 'describe'>;
  readonly people: Pick<People, 'reveal'>;
  /** Whether someone who was handed over is still to be called; asked at the dial. Absent where nobody is. */
  readonly isStillDue?: (programme: string, campaign: string, recipientId: string) => Promise<boolean>;
}

export interface DispatchRun {
  readonly programme: string;
  /** ISO instant. */
  readonly at: string;
  /** A tick also keeps campaigns going, settles leases and looks at everything again; a wake only dials. */
  readonly kind: 'tick' | 'wake';
  readonly voiceReach: VoiceReach;
  /** Concurrent calls of the instance. */
  readonly concurrentCalls: number;
}

/** One cycle in which people may be dialled, with all that decides about them. */
export interface CycleScope {
  readonly run: DispatchRun;
  readonly campaign: Campaign;
  readonly cycle: Cycle;
  /** `<campaign>-<cycle>`. */
  readonly key: string;
  readonly type: CampaignType;
  /** Where the person's file names no scheme. */
  readonly scheme: SchemeDefinition;
  readonly schemes: readonly SchemeDefinition[];
  readonly rules: CycleRules;
}

/** After a dial, how long its record is awaited before Connect is asked. */
export const leaseMs = 10 * 60_000;
/** Leases are looked at this often. */
export const settleMinutes = 5;
/**
 * A number stays locked this long, renewed with the lease while the call lives: no second write frees it. It outlasts the lease and the look that follows
 * it, two minutes over: a conversation may be longer, and the line be another person's too.
 */
export const lockMs = leaseMs + (settleMinutes + 2) * 60_000;

export function registerOf({ campaign }: CycleScope, { register, drillRegister }: CampaignPorts): Register {
  return campaign.drill ? drillRegister : register;
}

/** Who was handed over may have answered meanwhile, or refused. */
export async function isStillDue(
  { run, cycle }: CycleScope,
  { campaign, recipientId }: Recipient,
  ports: Pick<DispatchPorts, 'isStillDue'>,
): Promise<boolean> {
  return (
    cycle.fed !== true ||
    ports.isStillDue === undefined ||
    (await ports.isStillDue(run.programme, campaign, recipientId))
  );
}

/** Whether an agent, by user name, would take a call now. */
export async function isFree(
  agent: string,
  { programme, at }: Pick<DispatchRun, 'programme' | 'at'>,
  { presence }: Pick<DispatchPorts, 'presence'>,
): Promise<boolean> {
  const { agents } = await presence.read(programme);
  const seen = agents.find((one) => one.agent === agent);
  return seen !== undefined && isPresent(seen, at) && seen.status.type === 'ROUTABLE' && seen.contacts.length === 0;
}

export function later(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}
