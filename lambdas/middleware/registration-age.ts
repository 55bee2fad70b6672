/** Age from which one may register for age alone: « descendu de 75 à 65 ans » (REFLEX-07). */
export const registrationAge = 65;
