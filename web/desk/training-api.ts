import type { DeskContext } from '../../contracts/desk-context.ts';
import type { TrainingAnswer, TrainingCall } from '../../contracts/training.ts';
import type { DeskApi } from './desk-api.ts';

/** What came of one training call: what was chosen, and what a good wrap-up has. */
export interface TrainingResult {
  readonly call: TrainingCall;
  readonly scheme: string;
  readonly motive: string;
}

const notHere = async (): Promise<never> => {
  throw new Error('Ceci n’existe pas pendant l’entraînement.');
};

/** The desk's requests in training: answered here, sent nowhere (SAMPS-45). `onResult` hears of each wrap-up. */
export function trainingApi(
  programme: string,
  { schemes, motives, calls }: TrainingAnswer,
  onResult: (result: TrainingResult) => void,
  now: () => number,
): DeskApi {
  const callOf = (contactId: string): TrainingCall | undefined =>
    calls[(Number(contactId.replace('entrainement-', '')) - 1) % Math.max(1, calls.length)];
  return {
    async context(_programme, contactId): Promise<DeskContext> {
      const call = callOf(contactId);
      const before = call?.before;
      const at = new Date(now() - 86_400_000).toISOString();
      return {
        programme,
        contactId,
        callId: contactId,
        person: { personId: contactId, known: before !== undefined },
        ...(call && { scheme: call.scheme }),
        schemes,
        motives,
        history: before === undefined ? [] : [{ at, kind: 'conversation', what: 'Conversation', comment: before }],
        questions: [],
      };
    },
    saveDraft: async () => undefined,
    async wrapUp(_programme, contactId, form) {
      const { scheme, motive } = form as { readonly scheme: string; readonly motive: string };
      const call = callOf(contactId);
      if (call !== undefined) onResult({ call, scheme, motive });
    },
    openQuestion: async () => undefined,
    closeQuestion: async () => undefined,
    questionnaire: notHere,
    answer: notHere,
    script: notHere,
    verified: notHere,
    previewNext: notHere,
    previewCall: notHere,
    previewSkip: notHere,
  };
}
