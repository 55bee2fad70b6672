/** Phone prefix -> whether voice calls to it are known to work (design decision 18). */
export type VoiceReach = Readonly<Record<string, 'confirmed' | 'unconfirmed'>>;

/** Whether this number may be dialled: the longest prefix that matches decides, no prefix means no. */
export function mayDial(e164: string, reach: VoiceReach): boolean {
  const prefix = Object.keys(reach)
    .filter((candidate) => e164.startsWith(candidate))
    .sort((a, b) => b.length - a.length)[0];
  return prefix !== undefined && reach[prefix] === 'confirmed';
}
