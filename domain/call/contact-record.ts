/**
 * One contact record of Amazon Connect (Amazon Connect documentation) reduced to what we use. Instants are ISO UTC with milliseconds,
 * on whole seconds as records give them; durations are seconds.
 */
export interface ContactRecord {
  readonly instanceArn: string;
  readonly contactId: string;
  readonly initialContactId: string;
  readonly previousContactId?: string;
  readonly nextContactId?: string;
  readonly channel: string;
  /** A call that Amazon Connect itself made to run a test case: nobody's. */
  readonly isSimulated?: true;
  readonly initiation: string;
  readonly initiatedAt: string;
  /** When the other party answered, on contacts we dialled. */
  readonly connectedAt?: string;
  readonly disconnectedAt: string;
  readonly lastUpdate: string;
  readonly disconnectReason?: string;
  /** The person's number, E.164, absent when withheld. Personal data: never logged or filed. */
  readonly customerNumber?: string;
  /** The number dialled by the caller, E.164. */
  readonly systemNumber?: string;
  readonly queue?: {
    readonly name: string;
    readonly enqueuedAt: string;
    readonly dequeuedAt?: string;
    readonly seconds: number;
  };
  readonly agent?: {
    readonly username: string;
    readonly connectedAt: string;
    readonly interactionSeconds: number;
    readonly holdSeconds: number;
    readonly afterContactSeconds: number;
  };
  readonly attributes: Readonly<Record<string, string>>;
}

/** Parsing problem of a record: which field, what it held (never a phone number), what is accepted. */
export class ContactRecordError extends Error {
  override readonly name = 'ContactRecordError';
}
