import type { EntryBase } from '../journal/entry.ts';
import type { AlertGroup, SelectedLine } from './alert.ts';

/**
 * What a structure decided about its sendings: who, when, why, and to whom, by ids only (COMMON-17, ALERTES-28). `id` is `alert#<alertId>#<version>`, or
 * `#<page>` of who was chosen.
 */
export interface AlertEntry extends EntryBase {
  readonly kind: 'alert';
  readonly structure: string;
  readonly alertId: string;
  readonly change: /** `reason`: why it may go to most members. */
    | {
        readonly type: 'scheduled';
        readonly by: string;
        readonly category: string;
        readonly groups: readonly AlertGroup[];
        readonly sendAt: string;
        readonly reason?: string;
        readonly reusedFrom?: string;
      }
    /** It would reach more people than when it was confirmed: share of the members. */
    | { readonly type: 'held'; readonly share: number }
    | { readonly type: 'cancelled' | 'restored'; readonly by: string }
    /** Who was chosen when it left, a page of lines (`selectedLine`). */
    | { readonly type: 'selected'; readonly category: string; readonly lines: readonly string[] }
    /** Reminders of administrative dates that left together: `<occasion>|` and a line. */
    | { readonly type: 'reminders'; readonly lines: readonly string[] };
}

/** One line as it is kept: some forty characters. */
export function lineText({ memberId, band, groups, skip, date }: SelectedLine): string {
  return [memberId, band, groups.join(','), skip ?? '', date ?? ''].join('|').replace(/\|+$/, '');
}

/** Only `lineText` writes these. */
export function parseLine(text: string): SelectedLine {
  const [memberId = '', band = 'inconnu', groups = '', skip = '', date = ''] = text.split('|');
  return {
    memberId,
    band,
    groups: groups === '' ? [] : groups.split(','),
    ...(skip === '' ? {} : { skip: skip as NonNullable<SelectedLine['skip']> }),
    ...(date === '' ? {} : { date }),
  };
}
