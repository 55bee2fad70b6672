import type { Walker } from './walker.ts';

/** One thing that people of a centre do, by the requirements it shows. Stages follow each other: what one writes the next ones find. */
export interface Stage {
  readonly title: string;
  readonly walk: (walker: Walker) => Promise<void>;
}
