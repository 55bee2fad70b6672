/** What `GET` and `POST /api/{programme}/attempts/{attemptId}/script` answer: the identity step alone, then the whole call. */
export interface ScriptView {
  readonly title: string;
  readonly identity: {
    readonly text: string;
    readonly checks: readonly { readonly label: string; readonly value: string }[];
    readonly tick: string;
  };
  readonly files?: readonly {
    readonly scheme: string;
    readonly text: string;
    readonly missingDocuments: readonly string[];
  }[];
  readonly points?: readonly {
    readonly code: string;
    readonly text: string;
    readonly button?: { readonly label: string; readonly action: string };
  }[];
  readonly uploadAddress?: string;
  readonly outcomes?: readonly { readonly code: string; readonly label: string }[];
}
