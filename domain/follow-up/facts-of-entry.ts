import type { JournalEntry } from '../journal/entry.ts';
import type { Fact } from './learn.ts';

export interface ToldFact {
  readonly programme: string;
  readonly recipientId: string;
  readonly fact: Fact;
}

/** What an entry of the journal tells of a followed person; campaigns and occasions are codes of moments. */
export function factsOf(entry: JournalEntry): readonly ToldFact[] {
  const told = (recipientId: string, ...facts: readonly Fact[]) =>
    facts.map((fact) => ({ programme: entry.programme, recipientId, fact }));
  switch (entry.kind) {
    case 'questionnaire':
      return entry.state === 'complete' && entry.campaign !== undefined
        ? told(entry.subject, ...answersOf({ ...entry, campaign: entry.campaign }))
        : [];
    case 'message':
      return entry.purpose === 'survey' && entry.occasion !== undefined
        ? told(entry.subject, ...messageOf({ ...entry, occasion: entry.occasion }))
        : [];
    case 'recipient':
      return entry.change.type === 'closed' && entry.change.state !== 'stopped'
        ? told(entry.recipientId, {
            type: 'call-ended',
            moment: entry.campaign,
            state: entry.change.state,
            attempted: true,
            at: entry.time,
          })
        : [];
    default:
      return [];
  }
}

type Answers = Extract<JournalEntry, { readonly kind: 'questionnaire' }> & { readonly campaign: string };

function answersOf({ campaign: moment, channel, effects = [], time: at }: Answers): readonly Fact[] {
  const by = channel === 'web' ? 'web' : 'call';
  return [
    { type: 'answered', moment, channel: by, at },
    ...effects.flatMap(({ effect, answer }): readonly Fact[] => {
      switch (effect) {
        case 'refused':
          return [{ type: 'refused', moment, motive: answer, at }];
        case 'vulnerable':
          return [{ type: 'vulnerable', moment, reason: answer, by, at }];
        case 'not-tested':
          return [{ type: 'not-tested', moment, at }];
        default:
          return [];
      }
    }),
  ];
}

type Message = Extract<JournalEntry, { readonly kind: 'message' }> & { readonly occasion: string };

/** Delivered ones change nothing: who does not answer is asked about at the cut-off, which spares a write for each SMS. */
function messageOf({ occasion: moment, change, time: at }: Message): readonly Fact[] {
  const fact = (state: 'failed' | 'landline'): readonly Fact[] => [{ type: 'message', moment, state, at }];
  switch (change.type) {
    case 'failed':
      return change.final ? fact('failed') : [];
    case 'undetermined':
      return fact('failed');
    case 'dropped':
      if (change.reason === 'withdrawn') {
        return [];
      }
      return fact(change.reason === 'landline' || change.reason === 'bad-number' ? 'landline' : 'failed');
    default:
      return [];
  }
}
