import { useState } from 'react';

export interface Sending {
  readonly isSending: boolean;
  /** Sentence in French, of the last that went wrong. */
  readonly failure: string | undefined;
  /** Runs it unless one is under way. */
  readonly send: (run: () => Promise<void>) => void;
  readonly forget: () => void;
}

/** One request at a time, with what is shown of it. */
export function useSending(): Sending {
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const attempt = async (run: () => Promise<void>) => {
    setIsSending(true);
    setFailure(undefined);
    try {
      await run();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setIsSending(false);
    }
  };
  return {
    isSending,
    failure,
    send: (run) => {
      if (!isSending) void attempt(run);
    },
    forget: () => setFailure(undefined),
  };
}
