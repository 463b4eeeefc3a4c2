import type { Reason } from '#shared/model/reason.ts';
import { sentence } from './error-line.ts';

export function reasonSentence({ code, params }: Reason): string {
  return sentence(code, params);
}

/** A text of the namespace `explain` in English. */
export function words(key: string, params: Readonly<Record<string, string | number>> = {}): string {
  return sentence(`explain-${key}`, params);
}
