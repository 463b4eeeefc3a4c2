import type { TextSpan } from '#shared/model/search-text.ts';

interface Piece {
  readonly at: number;
  readonly text: string;
  readonly isFound: boolean;
}

/** Room in front of the first place before a text is cut at its start. */
const LEAD = 28;

/** A text in pieces, found places and what lies between; long texts begin shortly before the first place. */
export function piecesOf(text: string, spans: readonly TextSpan[]): Piece[] {
  const first = spans[0]?.start ?? 0;
  const begin = first > LEAD ? first - LEAD / 2 : 0;
  const pieces: Piece[] = begin > 0 ? [{ at: -1, text: '…', isFound: false }] : [];
  let at = begin;
  for (const { start, end } of spans) {
    if (start > at) pieces.push({ at, text: text.slice(at, start), isFound: false });
    pieces.push({ at: start, text: text.slice(start, end), isFound: true });
    at = end;
  }
  if (at < text.length) pieces.push({ at, text: text.slice(at), isFound: false });
  return pieces;
}

/** A text with what was found in it marked. Formulas and keys run from left to right. */
export function MarkedText({
  text,
  spans,
  ltr = false,
}: {
  readonly text: string;
  readonly spans: readonly TextSpan[];
  readonly ltr?: boolean;
}) {
  return (
    <bdi dir={ltr ? 'ltr' : 'auto'}>
      {piecesOf(text, spans).map((piece) =>
        piece.isFound ? <mark key={piece.at}>{piece.text}</mark> : <span key={piece.at}>{piece.text}</span>,
      )}
    </bdi>
  );
}
