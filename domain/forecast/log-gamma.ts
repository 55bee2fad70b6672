/** Coefficients of Lanczos' approximation (g = 7), good to 15 digits for x > 0. */
const constant = 0.99999999999980993;
const coefficients: readonly number[] = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** Natural logarithm of Γ(x), x > 0. */
export function logGamma(x: number): number {
  const shifted = x - 1;
  const sum = coefficients.reduce((total, one, index) => total + one / (shifted + index + 1), constant);
  const t = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}
