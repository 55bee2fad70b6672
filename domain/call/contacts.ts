/** What DescribeContact says of a contact; instants on whole seconds, as in records. */
export interface DescribedContact {
  readonly contactId: string;
  readonly initialContactId: string;
  readonly initiation: string;
  readonly initiatedAt: string;
  readonly disconnectedAt?: string;
  readonly disconnectReason?: string;
  /** When an agent was connected. */
  readonly agentConnectedAt?: string;
  /** When the other party answered. */
  readonly connectedAt?: string;
}

/** Port: contacts as Connect knows them now. */
export interface Contacts {
  /** Undefined when Connect does not know the id. */
  describe(contactId: string): Promise<DescribedContact | undefined>;
  /** Ends a contact; one that has already ended is a success. */
  stop(contactId: string): Promise<void>;
}
