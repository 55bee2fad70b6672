import type { SeatChange } from './seated-aloha.ts';
import type { Slot } from './slot.ts';

/** Headings of the file of slots that ALOHA leaves, one line a slot. */
const slotHeadings = ['site', 'debut', 'minutes', 'places'] as const;

/** `aloha/creneaux.csv`, semicolons, as ALOHA leaves it. Throws naming the line that cannot be read: then none of the file counts. */
export function readSlotFile(text: string): readonly Slot[] {
  const [head = '', ...lines] = text.replace(/^\ufeff/, '').split(/\r?\n/);
  if (head.trim() !== slotHeadings.join(';')) {
    throw new Error(`File of slots: the first line is "${head}"; accepted: ${slotHeadings.join(';')}`);
  }
  return lines.flatMap((line, index) => {
    if (line.trim() === '') {
      return [];
    }
    const [siteId = '', start = '', minutes = '', places = ''] = line.split(';').map((cell) => cell.trim());
    const at = /(?:Z|[+-]\d{2}:\d{2})$/.test(start) ? Date.parse(start) : Number.NaN;
    if (siteId === '' || Number.isNaN(at) || !/^\d+$/.test(minutes) || !/^\d+$/.test(places)) {
      throw new Error(
        `File of slots, line ${index + 2}: "${line}"; accepted: a site, an instant such as 2025-07-04T08:00:00+11:00, minutes and places`,
      );
    }
    return [{ siteId, at: new Date(at).toISOString(), minutes: Number(minutes), seats: Number(places) }];
  });
}

/** Name and text of the file that tells ALOHA of one change, `aloha/demandes/<change>-<reference>.csv`: told again, it is the same file. */
export function changeFile(change: SeatChange): { readonly name: string; readonly text: string } {
  const order = change.type === 'cancelled' ? undefined : change.order;
  const cells = [
    change.type === 'booked' ? 'pris' : change.type === 'moved' ? 'deplace' : 'annule',
    change.reference,
    order?.siteId ?? '',
    order?.at ?? '',
    order?.scheme ?? '',
    order?.holder.lastName ?? '',
    order?.holder.firstName ?? '',
    order?.holder.phone ?? '',
  ].map(cellOf);
  return {
    name: `aloha/demandes/${change.type}-${change.reference.replaceAll(/[^\w.-]/g, '_')}.csv`,
    text: `action;reference;site;debut;aide;nom;prenom;telephone\r\n${cells.join(';')}\r\n`,
  };
}

/** A cell that no spreadsheet runs (COMMON-28). */
function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^\+\d+$/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
