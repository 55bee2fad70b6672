/** What a contact on duty is told: that a referral waits, and where. Nothing of the person (COMMON-48): the page shows it to the cell alone. */
export interface ReferralNotice {
  readonly programme: string;
  readonly cell: string;
  /** Code of the contact told. */
  readonly contact: string;
  readonly level: string;
  /** French, without line breaks. */
  readonly title: string;
  readonly text: string;
}

/** Port: telling contacts. Told twice for one step only when a crash came between telling and writing it down. */
export interface ReferralNotices {
  tell(notice: ReferralNotice): Promise<void>;
}
