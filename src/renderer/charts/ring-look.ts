import type { BindingLevel } from '#shared/model/deal.ts';
import type { RingLink } from './ring-layout.ts';

/** Dashes of a link by its level; paid and signed are plain. */
export const LEVEL_DASHES: Readonly<Record<BindingLevel, string>> = {
  cash: '',
  signed: '',
  conditional: '12 3',
  announced: '6 5',
  rumoured: '0.1 5',
};

export const LINK_COLOURS: Readonly<Record<RingLink['kind'], string>> = {
  fund: 'var(--c-fund)',
  purchase: 'var(--c-obl-cloud)',
};
