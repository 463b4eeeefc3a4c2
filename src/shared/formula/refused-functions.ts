const REFUSALS = {
  TODAY: 'function-clock',
  NOW: 'function-clock',
  RAND: 'function-chance',
  RANDBETWEEN: 'function-chance',
  RANDARRAY: 'function-chance',
  OFFSET: 'function-offset',
  INDIRECT: 'function-address',
  ADDRESS: 'function-address',
  CELL: 'function-workbook',
  INFO: 'function-workbook',
  HYPERLINK: 'function-workbook',
  WEBSERVICE: 'function-workbook',
} as const;

type Refused = keyof typeof REFUSALS;

/** Why a function of Excel does not exist here on purpose; undefined for names that are merely unknown. */
export function refusalOf(name: string): (typeof REFUSALS)[Refused] | undefined {
  return Object.hasOwn(REFUSALS, name) ? REFUSALS[name as Refused] : undefined;
}
