/** How a programme refers people to the cells that help them: live data, kind `referralRules` (REFLEX-18, REFLEX-19, COMMON-40). */
export interface ReferralRules {
  readonly cells: readonly Cell[];
  /** From the most severe to the least. */
  readonly levels: readonly ReferralLevel[];
  /** Level of a questionnaire → cell that must hear of it even when no answer names one. */
  readonly cellOfLevel: Readonly<Record<string, string>>;
  /** Emergency button (REFLEX-20). */
  readonly emergency: Route;
  /** Every attempt of the cycle failed (REFLEX-21). */
  readonly unreachable: Route;
  /** Contact that owns what nobody acknowledges, at any hour. */
  readonly supervisor: DutyContact;
}

interface Route {
  readonly cell: string;
  readonly level: string;
  /** As the cell reads it, in French. */
  readonly reason: string;
}

/** A team of the client that acts on referrals. Its members have the group `<programme>:cell:<code>`, and nobody else reads its referrals. */
export interface Cell {
  /** Lower-case letters, digits and hyphens. */
  readonly code: string;
  /** French name, e.g. « Cellule sanitaire ». */
  readonly label: string;
  readonly contacts: readonly DutyContact[];
  readonly roster: DutyRoster;
  /** Its referrals are of this level whatever the person's (mending the file is never urgent). Absent = the person's. */
  readonly ownLevel?: string;
}

/** Someone who can be told, by function and not by name. */
export interface DutyContact {
  /** What subscriptions to notices filter on. */
  readonly code: string;
  readonly label: string;
}

/** Who is on duty when. Contacts of a shift: the first is told first, the next when the first does not answer. */
export interface DutyRoster {
  /** Every week, local time. `to` at or before `from` is of the next day. ISO weekday 1 = Monday, of the start. */
  readonly weekly: readonly {
    readonly weekdays: readonly number[];
    readonly from: string;
    readonly to: string;
    readonly contacts: readonly string[];
  }[];
  /** Local `YYYY-MM-DDTHH:MM`, from included, to excluded: in their time they replace the weekly shifts. The later in the list wins. */
  readonly dated: readonly { readonly from: string; readonly to: string; readonly contacts: readonly string[] }[];
}

/** How soon somebody must act. Minutes of the wall clock, day and night. */
export interface ReferralLevel {
  readonly code: string;
  /** French, e.g. « Urgence ». */
  readonly label: string;
  /** Ascending; the first is at 0. */
  readonly steps: readonly ReferralStep[];
  /** After the last step, the supervisor hears again this often until somebody acknowledges. */
  readonly repeatMinutes: number;
  /** Acknowledged and not closed so long after its creation: its cell is reminded, then as often as `repeatMinutes`. */
  readonly handleWithinMinutes: number;
  /**
   * Notices of this level wait for the next multiple of so many minutes, and leave as one for each contact: people who are searched for are many, and
   * a message for each would be read by nobody. Absent = each leaves by itself, at once.
   */
  readonly groupMinutes?: number;
}

/** `to`: rank of the contact on duty (0 = first; beyond the last = the last), or the supervisor. */
export interface ReferralStep {
  readonly afterMinutes: number;
  readonly type: TellingType;
  readonly to: number | 'supervisor';
}

export type TellingType = 'notify' | 'remind' | 'escalate';
