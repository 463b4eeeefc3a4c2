import type { Span } from './ast.ts';
import { refuse } from './parse-failure.ts';
import type { Mark, Token } from './tokens.ts';

/** E-105: deeper nesting is refused, so that no formula exhausts the stack. */
const DEEPEST_NESTING = 256;

/** A place in a list of tokens, and how deeply nested it is. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #place = 0;
  #depth = 0;

  /** The last token must be `end`. */
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  next(): Token {
    const token = this.#tokens[this.#place];
    if (!token) throw new Error('Reading past the end of a formula');
    return token;
  }

  take(): Token {
    const token = this.next();
    if (token.kind !== 'end') this.#place++;
    return token;
  }

  isAt(symbol: Mark): boolean {
    const token = this.next();
    return token.kind === 'symbol' && token.symbol === symbol;
  }

  /** Takes the closing sign that belongs to `open`, or says what stands there instead. */
  expect(symbol: ')' | '}', open: Span): Token {
    if (this.isAt(symbol)) return this.take();
    const { kind, span } = this.next();
    if (kind === 'end') {
      refuse('unclosed-bracket', open, 'parse-unclosed', { sign: symbol === ')' ? '(' : '{' });
    }
    if (this.isAt(';')) {
      refuse('unexpected', span, 'parse-semicolon', {}, ',');
    }
    return refuse('unexpected', span, 'parse-closing-missing', { sign: symbol });
  }

  nested<T>(span: Span, read: () => T): T {
    this.checkDepth(this.#depth + 1, span);
    this.#depth++;
    const result = read();
    this.#depth--;
    return result;
  }

  checkDepth(depth: number, span: Span): void {
    if (depth > DEEPEST_NESTING) {
      refuse('too-deep', span, 'parse-too-deep', { limit: String(DEEPEST_NESTING) });
    }
  }
}
