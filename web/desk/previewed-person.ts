/** Whom `POST /api/{programme}/apercu` shows an agent before the call. Instants are ISO UTC. */
export interface PreviewedPerson {
  readonly attemptId: string;
  /** The person is theirs until then. */
  readonly until: string;
  /** The call is to be made at the latest then. */
  readonly promise: string;
  readonly person?: {
    readonly civility?: 'M' | 'MME';
    readonly lastName: string;
    readonly firstName: string;
    readonly birthDate?: string;
    readonly postcode?: string;
    readonly city?: string;
    readonly livesAlone?: boolean;
    readonly teleAlarm?: boolean;
    readonly impairments: readonly string[];
  };
  readonly attempts: readonly { readonly n: number; readonly startedAt: string; readonly label: string }[];
  readonly before?: { readonly answered: readonly { readonly text: string; readonly label: string }[] };
  /** Code and French label. */
  readonly skipMotives: Readonly<Record<string, string>>;
}
