/** True when a text holds `*` or `?` that stand for other characters. */
export function hasWildcards(pattern: string): boolean {
  return /[*?]/.test(pattern);
}

/** Piece of a pattern: one character, any one, any number. */
type Piece =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'any' };

function piecesOf(pattern: string): Piece[] {
  const pieces: Piece[] = [];
  for (let index = 0; index < pattern.length; index++) {
    const char = pattern[index] ?? '';
    const next = pattern[index + 1] ?? '';
    if (char === '~' && '*?~'.includes(next) && next !== '') {
      pieces.push({ kind: 'char', char: next.toLowerCase() });
      index += 1;
    } else if (char === '*') pieces.push({ kind: 'any' });
    else pieces.push(char === '?' ? { kind: 'one' } : { kind: 'char', char: char.toLowerCase() });
  }
  return pieces;
}

/**
 * Matches Excel's wildcards without regard to case: `?` one character, `*` any number, `~` takes the next
 * one literally. Gives the index where the match starts, −1 for none.
 */
export function wildcardSearch(pattern: string, text: string, from: number): number {
  const pieces = piecesOf(pattern);
  const lower = text.toLowerCase();
  for (let start = from; start <= lower.length; start++) {
    const outcome = matchAt(pieces, lower, start, false);
    if (outcome === 'yes') return start;
    if (outcome === 'never') break;
  }
  return -1;
}

/** True when the whole text matches. */
export function wildcardMatch(pattern: string, text: string): boolean {
  return matchAt(piecesOf(pattern), text.toLowerCase(), 0, true) === 'yes';
}

/**
 * Greedy walk that goes back to the last star only. `never`: what follows a star was not found
 * in all the rest, so that a later start is no use either.
 */
function matchAt(
  pieces: readonly Piece[],
  text: string,
  start: number,
  isWhole: boolean,
): 'yes' | 'no' | 'never' {
  let [at, index] = [start, 0];
  let [starIndex, starAt] = [-1, 0];
  while (index < pieces.length || (isWhole && at < text.length)) {
    const piece = pieces[index];
    if (piece?.kind === 'any') {
      [starIndex, starAt] = [index, at];
      index += 1;
    } else if (piece && at < text.length && (piece.kind === 'one' || piece.char === text[at])) {
      index += 1;
      at += 1;
    } else {
      if (starIndex < 0) return 'no';
      if (starAt >= text.length) return 'never';
      starAt += 1;
      [index, at] = [starIndex + 1, starAt];
    }
  }
  return 'yes';
}
