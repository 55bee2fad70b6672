/** `2025-07-04T02:15:00Z`: contact records carry whole seconds. */
export const recordMoment = (epochMs: number): string => `${new Date(epochMs).toISOString().slice(0, 19)}Z`;

/** `2025-07-04T02:15:00.123Z`: contact and agent events carry milliseconds. */
export const eventMoment = (epochMs: number): string => new Date(epochMs).toISOString();

/** Seconds between two moments as a record states them: between whole seconds. */
export const secondsBetween = (from: number, to: number): number => Math.floor(to / 1000) - Math.floor(from / 1000);
