/** Jaro-Winkler likeness of two texts, 0 to 1. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) {
    return 1;
  }
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const takenB: boolean[] = [];
  const common: string[] = [];
  for (let i = 0; i < a.length; i += 1) {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j += 1) {
      if (takenB[j] !== true && a[i] === b[j]) {
        takenB[j] = true;
        common.push(a.charAt(i));
        break;
      }
    }
  }
  if (common.length === 0) {
    return 0;
  }
  const inB = [...b].filter((_, j) => takenB[j] === true);
  const moved = common.filter((letter, index) => letter !== inB[index]).length / 2;
  const jaro = (common.length / a.length + common.length / b.length + (common.length - moved) / common.length) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) {
    prefix += 1;
  }
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Letters added, left out, replaced, or swapped with their neighbour, to go from one text to the other (Damerau); counts up to 3. */
export function typingErrors(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  if (Math.abs(a.length - b.length) > 2) {
    return 3;
  }
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    before = last;
    last = row;
  }
  return Math.min(3, last[b.length] ?? 3);
}
