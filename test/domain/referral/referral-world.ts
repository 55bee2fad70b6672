import type { ReferralNotice } from '../../../domain/referral/referral-notices.ts';
import type { ReferralPorts } from '../../../domain/referral/referral-ports.ts';
import type { ReferralItem, ReferralKey, Referrals } from '../../../domain/referral/referrals.ts';
import { referralRules } from '../../../programmes/reflex/referrals.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { MemoryContent, MemoryJournal } from '../../support/calls/memory-ports.ts';

/** Referrals in memory that honour conditional writes as the table does. */
class MemoryReferrals implements Referrals {
  readonly items = new Map<string, ReferralItem>();

  async read(programme: string, { cell, referralId }: ReferralKey): Promise<ReferralItem | undefined> {
    return structuredClone(this.items.get(`${programme} ${cell} ${referralId}`));
  }

  async write(programme: string, item: ReferralItem): Promise<boolean> {
    const key = `${programme} ${item.subject.cell} ${item.subject.referralId}`;
    if (item.version !== (this.items.get(key)?.version ?? 0) + 1) return false;
    this.items.set(key, structuredClone(item));
    return true;
  }

  async open(programme: string, cell: string): Promise<readonly ReferralItem[]> {
    return [...this.items.values()].filter(
      ({ subject, due }) => subject.programme === programme && subject.cell === cell && due !== undefined,
    );
  }

  async dueUntil(programme: string, until: string): Promise<readonly ReferralKey[]> {
    return [...this.items.values()]
      .filter(({ subject, due }) => subject.programme === programme && due !== undefined && due <= until)
      .sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
      .map(({ subject: { cell, referralId } }) => ({ cell, referralId }));
  }
}

/** A call that stops the invocation, as a killed process would: what came before it stays. */
class Crash extends Error {}

export interface ReferralWorld {
  readonly referrals: MemoryReferrals;
  readonly journal: MemoryJournal;
  readonly told: ReferralNotice[];
  readonly ports: ReferralPorts;
  /** Number of port calls so far, and the one before or after which to crash. */
  readonly fault: { calls: number; crashAt?: number; after?: boolean };
}

export function referralWorld(): ReferralWorld {
  const referrals = new MemoryReferrals();
  const journal = new MemoryJournal();
  const told: ReferralNotice[] = [];
  const fault: ReferralWorld['fault'] = { calls: 0 };
  const guarded = async <T>(run: () => Promise<T>): Promise<T> => {
    fault.calls += 1;
    const crashes = fault.calls === fault.crashAt;
    if (crashes && fault.after !== true) throw new Crash();
    const answer = await run();
    if (crashes) throw new Crash();
    return answer;
  };
  const calendar = { ...samps.calendar, timeZone: 'Europe/Paris' };
  const ports: ReferralPorts = {
    referrals: {
      read: (programme, key) => guarded(() => referrals.read(programme, key)),
      write: (programme, item) => guarded(() => referrals.write(programme, item)),
      open: (programme, cell) => referrals.open(programme, cell),
      dueUntil: (programme, until) => guarded(() => referrals.dueUntil(programme, until)),
    },
    journal: { append: (entries) => guarded(() => journal.append(entries)) },
    notices: { tell: (notice) => guarded(async () => void told.push(notice)) },
    content: new MemoryContent({ calendar, referralRules }),
    pageOf: (programme, cell) => `https://exemple.fr/signalements/${programme}/${cell}`,
  };
  return { referrals, journal, told, ports, fault };
}

/** Minutes after 14:00 in Paris on a day of July. */
export function minute(minutes: number): string {
  return new Date(Date.parse('2026-07-15T12:00:00.000Z') + minutes * 60_000).toISOString();
}
