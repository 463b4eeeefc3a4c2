const CLOCK = 'depends on the clock; a scenario gives the same values on any day. Use the as-of date.';
const CHANCE = 'depends on chance; uncertainty belongs into the range of a driver and a simulation.';
const ADDRESS = 'builds references while calculating; here every row that a formula reads is named in it.';
const WORKBOOK = 'asks about the workbook or the machine, which do not exist here.';

const REASONS: Readonly<Record<string, string>> = {
  TODAY: CLOCK,
  NOW: CLOCK,
  RAND: CHANCE,
  RANDBETWEEN: CHANCE,
  RANDARRAY: CHANCE,
  OFFSET: `${ADDRESS} Write a range such as x[-3:0].`,
  INDIRECT: ADDRESS,
  ADDRESS,
  CELL: WORKBOOK,
  INFO: WORKBOOK,
  HYPERLINK: WORKBOOK,
  WEBSERVICE: WORKBOOK,
};

/** Why a function of Excel does not exist here on purpose; undefined for names that are merely unknown. */
export function refusalOf(name: string): string | undefined {
  return Object.hasOwn(REASONS, name) ? `${name} ${REASONS[name]}` : undefined;
}
