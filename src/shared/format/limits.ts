import { LONGEST_COMMENT } from '#shared/model/comment.ts';
import { LONGEST_NAME } from '#shared/model/item-key.ts';

/** What a file may hold. Above these a file is refused before work is spent on it. */
export const LIMITS = {
  bytes: 16 * 1024 * 1024,
  depth: 32,
  /** Numbers, texts, truth values, blanks, lists and objects together. */
  values: 1_000_000,
  /** UTF-16 units of one text. */
  text: 64 * 1024,
  formula: 8_192,
  comment: LONGEST_COMMENT,
  name: LONGEST_NAME,
  rows: 50_000,
  periods: 400,
  sections: 1_000,
  cases: 1_000,
  deals: 10_000,
  facts: 100_000,
  /** Entries of any list that has no limit of its own. */
  list: 10_000,
  decimals: 15,
} as const;
