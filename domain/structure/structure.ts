/** A social centre, or a partner, that writes to its own members and sees nobody else's (ALERTES-12, ALERTES-37). */
export interface Structure {
  /** Random, 12 small letters and digits: part of every key of its data. */
  readonly id: string;
  /** French, as its members know it: also what a message says in place of `{structure}`. */
  readonly name: string;
  /** ISO instant, user name. */
  readonly createdAt: string;
  readonly createdBy: string;
}

/** `admin` also creates and disables accesses of the same structure (ALERTES-03). */
export type StructureRole = 'admin' | 'user';

/** Who may act in a structure: one structure an account. It is read at every request. */
export interface Account {
  /** Opaque, as the identity provider knows them; people sign in by their e-mail address. */
  readonly userName: string;
  readonly structure: string;
  /** Name of the structure, as pages show it. */
  readonly structureName: string;
  readonly role: StructureRole;
  readonly displayName: string;
  readonly email: string;
  readonly createdAt: string;
  readonly createdBy: string;
  /** ISO instant from which nothing is answered to them. */
  readonly disabledAt?: string;
  /** Grows with each write. */
  readonly version: number;
}
