import type { ContactSide } from '../../contracts/watch.ts';

/** « Un interlocuteur référent est désigné de part et d'autre » (SAMPS-41). Kind of content `contacts`: a list of them. */
export interface NamedContact {
  readonly name: string;
  /** Their function, in French. */
  readonly role: string;
  /** Lower case. */
  readonly email: string;
  readonly side: ContactSide;
}
