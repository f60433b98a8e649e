/** What may be asked for, and what is asked for unless somebody says otherwise. */
export const limits = {
  people: { from: 10, to: 300, usual: 60 },
  minutes: { from: 1, to: 60, usual: 10 },
} as const;

/** The whole number that was typed, where it is one that may be asked for; else undefined. */
export function numberOf(
  typed: string,
  { from, to }: { readonly from: number; readonly to: number },
): number | undefined {
  const n = /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return n >= from && n <= to ? n : undefined;
}
