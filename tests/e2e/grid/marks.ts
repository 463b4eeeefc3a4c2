import type { Behaviour } from './behaviour.ts';

export const MARKS: readonly Behaviour[] = [];
