import type { Span } from '#shared/formula/ast.ts';
import { ParseFailure } from '#shared/formula/parse-failure.ts';
import { tokenize } from '#shared/formula/tokenize.ts';
import type { Token } from '#shared/formula/tokens.ts';

/** True for a text that is read as a formula and not as a value. */
export const isFormula = (text: string): boolean => /^\s*=/.test(text);

/** Tokens of a formula that is still being written: what is no token yet is left out. */
export function scanFormula(text: string): Token[] {
  const found: Token[] = [];
  let from = 0;
  while (from < text.length) {
    const { tokens, failedAt } = scanFrom(text.slice(from));
    for (const token of tokens) {
      if (token.kind !== 'end') found.push(shifted(token, from));
    }
    if (failedAt === null || text[from + failedAt] === '"') break;
    from += failedAt + 1;
  }
  return found;
}

function scanFrom(text: string): { readonly tokens: Token[]; readonly failedAt: number | null } {
  try {
    return { tokens: tokenize(text), failedAt: null };
  } catch (failure) {
    if (!(failure instanceof ParseFailure)) throw failure;
    const failedAt = failure.error.span.start;
    return { tokens: failedAt === 0 ? [] : tokenize(text.slice(0, failedAt)), failedAt };
  }
}

function shifted(token: Token, by: number): Token {
  return { ...token, span: { start: token.span.start + by, end: token.span.end + by } };
}

/** Pairs of signs that open and close something, outside texts; one without its partner has none. */
export function pairsIn(tokens: readonly Token[]): { readonly open: Span; readonly close: Span }[] {
  const pairs: { open: Span; close: Span }[] = [];
  const waiting: { readonly closing: string; readonly span: Span }[] = [];
  for (const token of tokens) {
    if (token.kind !== 'symbol') continue;
    if (token.symbol === '(') waiting.push({ closing: ')', span: token.span });
    else if (token.symbol === '{') waiting.push({ closing: '}', span: token.span });
    else if (token.symbol === waiting.at(-1)?.closing) {
      const open = waiting.pop();
      if (open) pairs.push({ open: open.span, close: token.span });
    }
  }
  return pairs;
}

/** The pair beside the caret: the sign before it first, then the one after it. */
export function pairAt(tokens: readonly Token[], caret: number): readonly Span[] {
  const pairs = pairsIn(tokens);
  const touching = (at: number) => pairs.find(({ open, close }) => open.start === at || close.start === at);
  const pair = touching(caret - 1) ?? touching(caret);
  return pair ? [pair.open, pair.close] : [];
}
