/**
 * Whose data may be touched: the only way to it. Made by `structureVisitor` (lambdas/middleware) from what the authorizer said of whoever asks, or by a
 * function that nobody asks, from its own order; never from a request (design decision 3).
 */
export interface StructureScope {
  readonly programme: string;
  /** Id of the structure. */
  readonly structure: string;
}

/** Start of every key of what a structure has: `<programme>#<structure>#`, then what kind of thing. */
export function scopedKey({ programme, structure }: StructureScope, ...parts: readonly string[]): string {
  return [programme, structure, ...parts].join('#');
}
