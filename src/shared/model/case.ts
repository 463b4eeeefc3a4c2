import type { IsoDate } from './date.ts';
import type { Content, ItemKey } from './line-item.ts';
import type { PeriodName } from './period.ts';
import type { Text } from './text.ts';
import type { InputValue } from './value.ts';

/** What a case replaces in one row: the whole content, single periods, or both. */
export interface Override {
  readonly content?: Content;
  readonly values: Readonly<Record<PeriodName, InputValue>>;
  readonly reason: string;
}

/** A named set of overrides on the base, or on the case it inherits from. */
export interface Case {
  readonly id: string;
  readonly name: Text;
  readonly reason: Text;
  readonly inherits?: string;
  readonly asOf?: IsoDate;
  readonly overrides: Readonly<Record<ItemKey, Override>>;
}
