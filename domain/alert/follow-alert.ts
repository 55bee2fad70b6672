import type { Message } from '../message/message.ts';
import type { MessageRegister } from '../message/message-register.ts';
import { messageStateOf } from '../message/message-state.ts';
import type { Alert, SelectedLine, SkipReason } from './alert.ts';
import { messageId } from './alert-messages.ts';
import type { StructureAlerts } from './alert-ports.ts';

/** Where the message of one person is (ALERTES-06): one of these, and why when it did not arrive. */
export type RecipientState =
  | { readonly type: 'planned' | 'sent' | 'delivered' | 'undetermined' }
  | { readonly type: 'failed'; readonly cause: string }
  /** Decided as it left, or at the last moment: STOP between the two is `stopped` all the same (ALERTES-31). */
  | { readonly type: 'skipped'; readonly reason: SkipReason | 'withdrawn' | 'expired' | 'bad-number' | 'erased' };

export interface FollowedLine {
  readonly line: SelectedLine;
  readonly state: RecipientState;
  /** ISO instant: when it left. */
  readonly sentAt?: string;
}

/** Everybody that an alert was for, and what became of it, in the order of the choice; nobody before it left. */
export async function followAlert(
  { alertId, selection }: Pick<Alert, 'alertId' | 'selection'>,
  { programme, structure, alerts }: Pick<StructureAlerts, 'programme' | 'structure' | 'alerts'>,
  messages: Pick<MessageRegister, 'read'>,
): Promise<readonly FollowedLine[]> {
  const lines = selection === undefined ? [] : (await alerts.pages(alertId, selection.at)).flat();
  const idOf = ({ memberId }: SelectedLine) => messageId(alertId, structure, memberId);
  const chosen = lines.filter(({ skip }) => skip === undefined);
  const found = new Map((await messages.read(programme, chosen.map(idOf))).map((message) => [message.id, message]));
  return lines.map((line) => {
    const message = found.get(idOf(line));
    const sentAt = message?.attempts[0]?.at;
    return { line, state: stateOf(line, message), ...(sentAt === undefined ? {} : { sentAt }) };
  });
}

function stateOf({ skip }: SelectedLine, message: Message | undefined): RecipientState {
  if (skip !== undefined) {
    return { type: 'skipped', reason: skip };
  }
  const state = message === undefined ? 'planned' : messageStateOf(message);
  switch (state) {
    case 'failed': {
      const last = message?.attempts.at(-1);
      const told = last?.receipt?.result === 'failed' ? last.receipt.cause : last?.refusal?.cause;
      return { type: 'failed', cause: told ?? 'inconnue' };
    }
    case 'dropped': {
      const reason = message?.dropped?.reason ?? 'withdrawn';
      return { type: 'skipped', reason: reason === 'unknown-person' ? 'erased' : reason };
    }
    // Claimed a moment ago, and perhaps on its way: nothing else is known of it.
    case 'sending':
      return { type: 'planned' };
    default:
      return { type: state };
  }
}

/** How many are in each state, skipped ones by reason. */
export function countStates(lines: readonly FollowedLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { state } of lines) {
    const key = state.type === 'skipped' ? `skipped:${state.reason}` : state.type;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
