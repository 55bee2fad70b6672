import type { PersonFile } from './person-file.ts';

export interface ProfilePhone {
  readonly e164: string;
  readonly kind: 'mobile' | 'fixed' | 'voip' | 'toll-free' | 'other';
}

export interface Helper {
  readonly name?: string;
  /** E.164. */
  readonly phone?: string;
  readonly relation?: string;
}

/** Who a recipient is (REFLEX-08): kept under their own data key only (design decision 16). Days are YYYY-MM-DD in the programme's zone. */
export interface RecipientProfile {
  readonly lastName: string;
  readonly firstName: string;
  readonly birthName?: string;
  readonly civility?: 'M' | 'MME';
  readonly birthDate?: string;
  /** Best first: the preferred kind, then in the order of the file. */
  readonly phones: readonly ProfilePhone[];
  readonly email?: string;
  readonly address?: string;
  readonly postcode?: string;
  readonly city?: string;
  /** Door code, entry phone. */
  readonly accessCode?: string;
  readonly reasons: readonly ('age' | 'disability')[];
  /** `relay`: by SMS, a relay service or in person, never by voice. */
  readonly preference?: 'landline' | 'mobile' | 'relay';
  readonly impairments: readonly ('hearing' | 'speech')[];
  readonly helper?: Helper;
  readonly livesAlone?: boolean;
  readonly teleAlarm?: boolean;
  /** Day of the registration or agreement (REFLEX-25). */
  readonly registeredOn?: string;
  readonly absence?: Absence;
  /** Name this person has in the client's own software. */
  readonly externalId?: string;
  /** What they are called about, where lists are of files (SAMPS-30). */
  readonly files?: readonly PersonFile[];
}

/** Days away, both included; without `until` the return is not known, without `from` they are away already. */
export interface Absence {
  readonly from?: string;
  readonly until?: string;
}
