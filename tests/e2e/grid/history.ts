import type { Behaviour } from './behaviour.ts';

export const HISTORY: readonly Behaviour[] = [];
