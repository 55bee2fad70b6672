/** What the desk plays in training (`GET /api/{programme}/entrainement`, SAMPS-45). Imports nothing. */
export interface TrainingAnswer {
  readonly schemes: readonly { readonly code: string; readonly label: string }[];
  readonly motives: readonly { readonly code: string; readonly label: string }[];
  readonly calls: readonly TrainingCall[];
}

/** One invented caller. French texts. */
export interface TrainingCall {
  /** What they choose in the menu. */
  readonly scheme: string;
  /** What they say, one thing after the other. */
  readonly words: readonly string[];
  /** The motive that a good wrap-up has. */
  readonly motive: string;
  /** What a good answer has; shown after the wrap-up. */
  readonly advice: string;
  /** What an earlier call left, for those who rang before. */
  readonly before?: string;
}
