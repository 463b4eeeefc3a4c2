import type { ListedFamily, ListedFunction } from '#shared/formula/functions/function-list.ts';

/** Families with the functions that have every word in their name or in their help, in either language. */
export function searchFunctions(families: readonly ListedFamily[], query: string): readonly ListedFamily[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return families;
  return families
    .map(({ id, functions }) => ({
      id,
      functions: functions.filter((one) => {
        const text = folded(`${one.name} ${one.help.en} ${one.help.ar}`);
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ functions }) => functions.length > 0);
}

/** The function that was probably meant: named so, else beginning so, else the first. */
export function bestMatch(families: readonly ListedFamily[], query: string): ListedFunction | undefined {
  const wanted = query.trim().toUpperCase();
  const functions = families.flatMap((family) => family.functions);
  const named = functions.find(({ name }) => name === wanted);
  return named ?? functions.find(({ name }) => name.startsWith(wanted)) ?? functions[0];
}

/** Without case, vowel signs, hamza on its carrier, and marks of direction. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}ـ]/gu, '')
    .toLowerCase();
}
