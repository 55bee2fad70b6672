/** What the settings' page is told and sends (SAMPS-19, SAMPS-40). Instants: ISO UTC. Imports nothing. */
export const settingCodes = [
  'texts',
  'motives',
  'objectives',
  'callbackPolicy',
  'hours',
  'exceptions',
  'contacts',
  'watchRules',
] as const;

export type SettingCode = (typeof settingCodes)[number];

/** `GET /api/{programme}/reglages`. */
export interface SettingsAnswer {
  readonly settings: readonly ShownSetting[];
}

export interface ShownSetting {
  readonly code: SettingCode;
  readonly label: string;
  /** Hash of the last version, to be sent back with a change of it. */
  readonly seen: string;
  /** The last version, in force now or from `validFrom` on; of hours and exceptional days, the whole calendar. */
  readonly value: unknown;
  readonly validFrom: string;
  /** It is not in force yet, and may be taken back. */
  readonly isPlanned: boolean;
  /** From the newest. */
  readonly history: readonly SettingVersion[];
}

export interface SettingVersion {
  readonly validFrom: string;
  readonly origin: 'seed' | 'edit';
  readonly by?: string;
  readonly at?: string;
  readonly reason?: string;
  /** Taken back before it was in force. */
  readonly cancelled?: { readonly by: string; readonly at: string; readonly reason: string };
  /** Before and after; none of the first. */
  readonly changes: readonly SettingChange[];
}

/** A leaf that a version changed, as people read it. Absent before = added; absent after = taken away. */
export interface SettingChange {
  readonly place: string;
  readonly before?: string;
  readonly after?: string;
}

/** `POST /api/{programme}/reglages/{setting}`. */
export interface SettingForm {
  readonly value: unknown;
  /** Of the version that its author saw. */
  readonly seen: string;
  readonly reason: string;
  /** From when it holds; absent = now. */
  readonly validFrom?: string;
}

/** `POST /api/{programme}/reglages/{setting}/annulation`: takes back the last change, which is not in force yet. Answers a `SettingAnswer`. */
export interface SettingCancellation {
  /** Of the change that its author saw. */
  readonly seen: string;
  readonly reason: string;
}

/** Faults in French, all at once. */
export type SettingAnswer =
  | { readonly accepted: true; readonly version: string; readonly validFrom: string }
  | { readonly accepted: false; readonly faults: readonly string[] };
