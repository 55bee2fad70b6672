import type { JournalEntry } from '../../domain/journal/entry.ts';
import type { Journal } from '../../domain/journal/journal.ts';

/** Until a day is over wherever the programme is, and its last records have come. */
const settledMs = 36 * 3_600_000;
/** What is corrected later is read again by then. */
const rememberedMs = 3_600_000;

/** Days that are over as this environment last read them: what lasts for weeks is looked at each minute, and grows on its last days alone. */
export function rememberedDays(journal: Pick<Journal, 'read'>, now: () => string): Pick<Journal, 'read'> {
  const known = new Map<string, { readonly until: number; readonly entries: Promise<readonly JournalEntry[]> }>();
  return {
    async read(programme, day, kind) {
      const at = Date.parse(now());
      if (Date.parse(`${day}T24:00:00Z`) > at - settledMs) {
        return await journal.read(programme, day, kind);
      }
      const key = [programme, day, kind].join(' ');
      const before = known.get(key);
      if (before !== undefined && before.until > at) {
        return await before.entries;
      }
      const entries = journal.read(programme, day, kind);
      known.set(key, { until: at + rememberedMs, entries });
      entries.catch(() => known.delete(key));
      return await entries;
    },
  };
}
