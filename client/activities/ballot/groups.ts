/** The groups with the largest first, all others together last. */
export const groupsOf = (numbers: Readonly<Record<string, number>>): string[] =>
  Object.entries(numbers)
    .sort(([a, x], [b, y]) => Number(a === '') - Number(b === '') || y - x || (a < b ? -1 : 1))
    .map(([group]) => group);
