/** What is known of a sending when somebody wants it sent to many (ALERTES-28). */
export interface MassFacts {
  /** Members of the chosen groups, whether they can be written to or not. */
  readonly targeted: number;
  /** Members of the structure. */
  readonly members: number;
  readonly chosenGroups: number;
  /** Groups that the structure has. */
  readonly groups: number;
}

export type MassJudgement =
  | { readonly type: 'targeted'; readonly share: number }
  /** Allowed, and said: half the limit is passed. */
  | { readonly type: 'many'; readonly share: number }
  /** An administrator of the structure must say why. */
  | { readonly type: 'mass'; readonly share: number; readonly why: 'all-groups' | 'share' };

/** Accepted as a reason: some words, not a key held down. */
export const leastReason = 10;
export const longestReason = 300;

/** The tool is not made to write to everybody: more than `limit` of the members (0..1), or all groups at once, has to be reasoned. */
export function judgeMass({ targeted, members, chosenGroups, groups }: MassFacts, limit: number): MassJudgement {
  const share = members === 0 ? 0 : targeted / members;
  if (groups > 1 && chosenGroups >= groups && targeted > 0) {
    return { type: 'mass', share, why: 'all-groups' };
  }
  if (share > limit) {
    return { type: 'mass', share, why: 'share' };
  }
  return { type: share > limit / 2 ? 'many' : 'targeted', share };
}

/** What is wrong with a reason, in French. */
export function reasonFault(reason: string): string | undefined {
  const text = reason.trim();
  const words = text.split(/\s+/).filter((word) => word.length > 1).length;
  if (text.length > longestReason) {
    return `Le motif a ${text.length} caractères ; accepté : ${longestReason} au plus.`;
  }
  return text.length < leastReason || words < 2
    ? `Le motif « ${text} » est trop court ; accepté : une phrase d’au moins ${leastReason} caractères.`
    : undefined;
}
