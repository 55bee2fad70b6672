/** Who may be registered: live content of a programme that has a register of people (REFLEX-07). */
export interface RegisterRules {
  /** Age from which one may register for age alone: « descendu de 75 à 65 ans ». */
  readonly registrationAge: number;
}
