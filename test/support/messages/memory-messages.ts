import type { ConsentFact, ConsentHolder } from '../../../domain/consent/consent.ts';
import type { ConsentLedger } from '../../../domain/consent/consent-ledger.ts';
import type { Message } from '../../../domain/message/message.ts';
import type { MessagePage } from '../../../domain/message/message-page.ts';
import type { DispatchChain, MessageRegister, SettlePage } from '../../../domain/message/message-register.ts';

/** Messages in memory, with the conditions and the order of the real ones. */
export class MemoryMessages implements MessageRegister {
  readonly pages = new Map<string, MessagePage>();
  readonly settled = new Map<string, SettlePage>();
  readonly messages = new Map<string, Message>();
  readonly bad = new Map<string, { readonly at: string; readonly cause: string }>();
  chain: DispatchChain | undefined;

  async plan(_programme: string, pages: readonly MessagePage[]): Promise<void> {
    for (const page of pages) {
      this.pages.set(`${page.dueAt}#${page.pageId}`, structuredClone(page));
    }
  }

  async due(_programme: string, until: string, limit: number): Promise<readonly MessagePage[]> {
    return structuredClone(firsts(this.pages, ({ dueAt }) => dueAt <= until, limit));
  }

  async remove(_programme: string, { dueAt, pageId }: MessagePage): Promise<void> {
    this.pages.delete(`${dueAt}#${pageId}`);
  }

  async addSettle(_programme: string, page: SettlePage): Promise<void> {
    this.settled.set(`${page.settleAt}#${page.pageId}`, structuredClone(page));
  }

  async settling(_programme: string, until: string, limit: number): Promise<readonly SettlePage[]> {
    return structuredClone(firsts(this.settled, ({ settleAt }) => settleAt <= until, limit));
  }

  async removeSettled(_programme: string, pages: readonly SettlePage[]): Promise<void> {
    for (const { settleAt, pageId } of pages) {
      this.settled.delete(`${settleAt}#${pageId}`);
    }
  }

  async read(_programme: string, ids: readonly string[]): Promise<readonly Message[]> {
    return structuredClone([...new Set(ids)].flatMap((id) => this.messages.get(id) ?? []));
  }

  async write(_programme: string, message: Message): Promise<boolean> {
    if ((this.messages.get(message.id)?.version ?? 0) !== message.version - 1) {
      return false;
    }
    this.messages.set(message.id, structuredClone(message));
    return true;
  }

  async badNumbers(_programme: string, numberKeys: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(numberKeys.filter((key) => this.bad.has(key)));
  }

  async markBad(_programme: string, numberKey: string, since: { readonly at: string; readonly cause: string }) {
    this.bad.set(numberKey, since);
  }

  async readChain(): Promise<DispatchChain | undefined> {
    return this.chain;
  }

  async writeChain(_programme: string, chain: DispatchChain): Promise<boolean> {
    if ((this.chain?.version ?? 0) !== chain.version - 1) {
      return false;
    }
    this.chain = chain;
    return true;
  }
}

export class MemoryConsents implements ConsentLedger {
  readonly kept: { readonly holder: string; readonly fact: ConsentFact }[] = [];

  async append(_programme: string, holder: ConsentHolder, fact: ConsentFact): Promise<void> {
    this.kept.push({ holder: nameOf(holder), fact });
  }

  async facts(_programme: string, holder: ConsentHolder): Promise<readonly ConsentFact[]> {
    return this.kept.filter((one) => one.holder === nameOf(holder)).map(({ fact }) => fact);
  }
}

function nameOf(holder: ConsentHolder): string {
  return 'subject' in holder ? holder.subject : holder.numberKey;
}

function firsts<T>(map: ReadonlyMap<string, T>, keeps: (value: T) => boolean, limit: number): readonly T[] {
  return [...map]
    .filter(([, value]) => keeps(value))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([, value]) => value);
}
