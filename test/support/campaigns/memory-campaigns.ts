import { type Campaign, cycleKey } from '../../../domain/campaign/campaign.ts';
import type {
  CampaignRegister,
  DispatchBoard,
  DispatchState,
  DuePartition,
} from '../../../domain/campaign/campaign-register.ts';
import type { Recipient } from '../../../domain/campaign/recipient.ts';
import type { Register, RegisterLine } from '../../../domain/recipient/register.ts';

/** Campaigns in memory, with the conditions and the order of the real ones. */
export class MemoryCampaigns implements CampaignRegister, DispatchBoard {
  readonly kept = new Map<string, Campaign>();
  readonly recipients = new Map<string, Recipient>();
  state: DispatchState = { flights: [], positions: {}, version: 0 };
  writes = 0;

  async campaigns(): Promise<readonly Campaign[]> {
    return structuredClone([...this.kept.values()]);
  }

  async saveCampaign(_programme: string, campaign: Campaign): Promise<boolean> {
    if ((this.kept.get(campaign.type)?.version ?? 0) !== campaign.version - 1) {
      return false;
    }
    this.kept.set(campaign.type, structuredClone(campaign));
    return true;
  }

  async add(_programme: string, recipients: readonly Recipient[]): Promise<void> {
    for (const recipient of recipients) {
      const key = keyOf(recipient);
      if (!this.recipients.has(key)) {
        this.recipients.set(key, structuredClone(recipient));
      }
    }
  }

  async read(_programme: string, cycle: string, ids: readonly string[]): Promise<readonly Recipient[]> {
    return structuredClone(ids.flatMap((id) => this.recipients.get(`${cycle} ${id}`) ?? []));
  }

  async write(_programme: string, recipient: Recipient): Promise<boolean> {
    if (this.recipients.get(keyOf(recipient))?.version !== recipient.version - 1) {
      return false;
    }
    this.writes += 1;
    this.recipients.set(keyOf(recipient), structuredClone(recipient));
    return true;
  }

  async due(
    _programme: string,
    { cycle, rank }: DuePartition,
    { until, after = '', limit }: { until: string; after?: string; limit: number },
  ) {
    return [...this.recipients.values()]
      .filter((one) => cycleKey(one.campaign, one.cycle) === cycle && one.due?.rank === rank)
      .flatMap(({ due, recipientId, riskRank }) =>
        due === undefined
          ? []
          : [{ recipientId, due, position: `${due.at}#${String(riskRank).padStart(6, '0')}#${recipientId}` }],
      )
      .filter(({ due, position }) => due.at <= until && position > after)
      .sort((a, b) => (a.position < b.position ? -1 : 1))
      .slice(0, limit);
  }

  async ofNumber(_programme: string, cycle: string, numberKey: string): Promise<readonly string[]> {
    return [...this.recipients.values()]
      .filter((one) => cycleKey(one.campaign, one.cycle) === cycle && one.numbers.includes(numberKey))
      .map(({ recipientId }) => recipientId);
  }

  async readState(): Promise<DispatchState> {
    return structuredClone(this.state);
  }

  async writeState(_programme: string, state: DispatchState): Promise<boolean> {
    if (this.state.version !== state.version - 1) {
      return false;
    }
    this.state = structuredClone(state);
    return true;
  }
}

export class MemoryPeopleRegister implements Register {
  lines: RegisterLine[] = [];
  readonly gone = new Set<string>();

  async *inForce(_programme: string, _at: string, after = ''): AsyncIterable<RegisterLine> {
    const sorted = this.lines.toSorted((a, b) => (a.recipientId < b.recipientId ? -1 : 1));
    yield* sorted.filter(({ recipientId }) => recipientId > after && !this.gone.has(recipientId));
  }

  async removed(_programme: string, recipientId: string): Promise<boolean> {
    return this.gone.has(recipientId);
  }
}

function keyOf({ campaign, cycle, recipientId }: Recipient): string {
  return `${cycleKey(campaign, cycle)} ${recipientId}`;
}
