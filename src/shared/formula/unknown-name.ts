import { type Reason, reasonOf } from '#shared/model/reason.ts';
import { refusalOf } from './refused-functions.ts';
import { nearestName } from './suggest.ts';

/** E-131: there is no such row; with the name that was probably meant. */
export function unknownRowReason(name: string, rows: Iterable<string>): Reason {
  const near = nearestName(name, rows);
  return near === undefined
    ? reasonOf('row-unknown', { name })
    : reasonOf('row-unknown-near', { name, near });
}

/** There is no such function: why on purpose (E-506), or with the name that was probably meant. */
export function unknownFunctionReason(name: string, functions: Iterable<string>): Reason {
  const refusal = refusalOf(name);
  if (refusal) return reasonOf(refusal, { name });
  const near = nearestName(name, functions);
  return near === undefined
    ? reasonOf('function-unknown', { name })
    : reasonOf('function-unknown-near', { name, near });
}
