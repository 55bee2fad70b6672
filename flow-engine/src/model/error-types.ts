/** "If no other error matches": the catch-all of nearly every action. */
export const noMatchingError = 'NoMatchingError';
/** A result that no condition fits. */
export const noMatchingCondition = 'NoMatchingCondition';
/** Something took longer than it may. */
export const timeLimitExceeded = 'TimeLimitExceeded';
