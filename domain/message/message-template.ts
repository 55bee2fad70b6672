/** What a message is for. */
export type MessagePurpose = 'survey' | 'reminder' | 'information';

/**
 * A text of the programme, with the fields it takes. `{name}` stands for a field, `{link}` for the link of the person and of no one else, which is the
 * way to answer, and to stop, where the sender cannot be answered.
 */
export interface MessageTemplate {
  /** e.g. `j2`. */
  readonly code: string;
  /** Grows with each change; the journal keeps it beside the code. */
  readonly version: number;
  readonly purpose: MessagePurpose;
  /** French, as it is sent. */
  readonly text: string;
  readonly fields: readonly MessageField[];
}

/** A field: who gives its value, and what it may be. */
export type MessageField =
  /** Given by who plans: GSM-7, at most `max` characters. */
  | { readonly name: string; readonly type: 'text'; readonly max: number }
  /** `YYYY-MM-DD`, sent as `04/03`. */
  | { readonly name: string; readonly type: 'day' }
  /** `HH:MM`, sent as `9h30`. */
  | { readonly name: string; readonly type: 'time' }
  /** Digits and blanks, such as a telephone number; at most `max` characters. */
  | { readonly name: string; readonly type: 'digits'; readonly max: number }
  /** Filled from the person's profile as the message leaves, as it is spelt there, cut after `max` characters; never kept. */
  | { readonly name: string; readonly type: 'name'; readonly part: 'firstName' | 'lastName'; readonly max: number };

/** Places of a text, each once, in order. */
export function placesOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))];
}
