/** How to use an application, for whoever does: the same text as pages and as a document (COMMON-56, ALERTES-33). French. */
export interface Notice {
  readonly title: string;
  readonly introduction: readonly string[];
  readonly sections: readonly NoticeSection[];
}

export interface NoticeSection {
  /** Requirements it explains, e.g. `ALERTES-10`. */
  readonly requirements: readonly string[];
  readonly title: string;
  /** What to do, one step a line; where it cannot go wrong otherwise, one paragraph. */
  readonly steps: readonly string[];
  /** What happens when it goes otherwise. */
  readonly remarks?: readonly string[];
  /** Picture of the page, taken by the tests: name of the file without its ending, and what it shows. */
  readonly picture?: { readonly name: string; readonly shows: string };
}
