import type { IsoDate } from './date.ts';

/** Where a fact comes from. */
export interface Source {
  readonly publisher: string;
  readonly title: string;
  /** As published; often less than a full date. */
  readonly date: string;
  readonly address?: string;
  readonly upstream?: string;
}

export const FACT_STATUSES = [
  'reported',
  'signed',
  'LOI',
  'announced',
  'projection',
  'analyst estimate',
  'superseded',
] as const;
export type FactStatus = (typeof FACT_STATUSES)[number];

/** One sourced statement of a value. `value` is null for a claim or an event. */
export interface Fact {
  readonly id: string;
  readonly subject: string;
  readonly metric: string;
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly unit: string;
  readonly period: string;
  readonly status: FactStatus;
  /** First day on which a reader could know it. */
  readonly knownFrom: IsoDate;
  readonly supersededBy?: string;
  readonly source: Source;
  /** The statement in our own words. */
  readonly statement: string;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly tier: 'A' | 'B' | 'none';
  readonly note?: string;
  readonly original?: { readonly ar: string; readonly en: string };
}
