/** What two samples say of each other. */
export interface Comparison {
  /** How likely ranks so uneven are when both come from the same source (Mann–Whitney U, two-sided, normal approximation). */
  readonly p: number;
  readonly medianDifference: number;
}

export function compared(a: readonly number[], b: readonly number[]): Comparison {
  const all = [
    ...a.map((value) => ({ value, isA: true })),
    ...b.map((value) => ({ value, isA: false })),
  ];
  all.sort((one, other) => one.value - other.value);
  let rankSum = 0;
  let ties = 0;
  for (let at = 0; at < all.length;) {
    let end = at;
    while (end < all.length && all[end]!.value === all[at]!.value) end += 1;
    const rank = (at + 1 + end) / 2;
    rankSum += rank * all.slice(at, end).filter(({ isA }) => isA).length;
    ties += (end - at) ** 3 - (end - at);
    at = end;
  }
  const [n, m] = [a.length, b.length];
  const total = n + m;
  const u = rankSum - (n * (n + 1)) / 2;
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)));
  const z = variance === 0 ? 0 : Math.abs(u - (n * m) / 2) / Math.sqrt(variance);
  return { p: 2 * upperTail(z), medianDifference: Math.abs(median(a) - median(b)) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Of the normal distribution beyond z ≥ 0 (Abramowitz and Stegun 26.2.17, error below 1e-7). */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const polynomial = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429].reduceRight(
    (sum, factor) => (sum + factor) * t,
    0,
  );
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
}
