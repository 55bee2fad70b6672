import type { EntryBase } from '../journal/entry.ts';

/**
 * What was taken away (COMMON-13, -14): counts only. `id` is `retention#<day>#<data>` of a night, `retention#<person>` of a person who asked for it, whose
 * id says nothing of them any more.
 */
export interface RetentionEntry extends EntryBase {
  readonly kind: 'retention';
  readonly change: /** Certificate of a night: what of this kind was over before `before` is gone. */
    | {
        readonly type: 'purged';
        readonly data: string;
        readonly months: number;
        readonly before: string;
        readonly looked: number;
        readonly forgotten: number;
      }
    /** All of a person, at once. `items`: how many, by kind; `by`: user name. */
    | {
        readonly type: 'forgotten';
        readonly person: string;
        readonly by: string;
        readonly items: Readonly<Record<string, number>>;
      };
}
