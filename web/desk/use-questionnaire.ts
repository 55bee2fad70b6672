import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '../api/api-client.ts';
import { deskApi } from './desk-api.ts';
import { newId } from './new-id.ts';
import type { QuestionnaireView } from './questionnaire-view.ts';

interface Asked {
  readonly programme: string;
  readonly attemptId: string;
  readonly contactId: string;
}

/** What is told in one form; see `AnswersForm` of the API. */
export interface Told {
  readonly respondent?: string;
  readonly adviceSaid?: boolean;
  readonly emergency?: boolean;
  readonly answers?: Readonly<Record<string, string>>;
  readonly comment?: string;
  readonly leave?: boolean;
}

const retryMs = 2_000;

/** The questionnaire of a call: its screen, and what is told, sent again by itself until the centre has it. */
export function useQuestionnaire({ programme, attemptId, contactId }: Asked) {
  const [view, setView] = useState<QuestionnaireView>();
  const [fault, setFault] = useState<string>();
  const [isSending, setSending] = useState(false);
  const isGone = useRef(false);
  const read = useCallback(
    async (back?: string): Promise<void> => {
      try {
        setView(await deskApi.questionnaire(programme, attemptId, contactId, back));
        setFault(undefined);
      } catch (error) {
        setFault(messageOf(error));
        if (isPassing(error) && !isGone.current) setTimeout(() => isGone.current || void read(back), retryMs);
      }
    },
    [programme, attemptId, contactId],
  );
  useEffect(() => {
    isGone.current = false;
    void read();
    return () => {
      isGone.current = true;
    };
  }, [read]);
  const tell = async (told: Told): Promise<void> => {
    if (view === undefined || isSending) return;
    setSending(true);
    const form = { clientId: newId(), revision: view.revision, contactId, ...told };
    for (;;) {
      try {
        setView(await deskApi.answer(programme, attemptId, form));
        setFault(undefined);
        break;
      } catch (error) {
        setFault(messageOf(error));
        if (isPassing(error) && !isGone.current) {
          await new Promise((resolve) => setTimeout(resolve, retryMs));
          continue;
        }
        // Somebody else wrote over it: what there is now is shown.
        if (error instanceof ApiError && error.status === 409) await read();
        break;
      }
    }
    setSending(false);
  };
  return { view, fault, isSending, tell, back: read };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isPassing(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status === 0 || error.status === 401 || error.status >= 500;
}
