import { type CellValue, isErrorValue } from '#shared/model/value.ts';
import { type ComparisonOperator, compareTexts, holds } from '../compare.ts';
import { textToNumber } from '../text-number.ts';
import { hasWildcards, wildcardMatch } from './wildcard.ts';

const CRITERION = /^(<=|>=|<>|<|>|=)?(.*)$/s;

/** A test such as `">=10"`, `"north*"`, 5 or TRUE, as SUMIF reads it. */
export function criterionOf(criterion: CellValue): (value: CellValue) => boolean {
  if (isErrorValue(criterion)) return (value) => isErrorValue(value) && value.code === criterion.code;
  if (typeof criterion !== 'string') {
    const wanted = criterion ?? 0;
    return (value) => value === wanted || (typeof wanted === 'number' && numberIn(value) === wanted);
  }
  const [, operator, operand = ''] = CRITERION.exec(criterion) ?? [];
  return comparison((operator ?? '=') as ComparisonOperator, operand, operator === undefined);
}

/** A number, or the one that a text names: SUMIF takes "5" for 5. */
function numberIn(value: CellValue): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? textToNumber(value) : null;
}

function comparison(
  operator: ComparisonOperator,
  operand: string,
  isBare: boolean,
): (value: CellValue) => boolean {
  const isEquality = operator === '=' || operator === '<>';
  if (operand === '' && isEquality) {
    const isEmpty = (value: CellValue) => value === null || (isBare && value === '');
    return (value) => isEmpty(value) === (operator === '=');
  }
  const number = textToNumber(operand);
  if (number !== null) return (value) => comparedNumber(operator, value, number);
  const upper = operand.toUpperCase();
  if (isEquality && (upper === 'TRUE' || upper === 'FALSE')) {
    return (value) => (value === (upper === 'TRUE')) === (operator === '=');
  }
  if (isEquality) return (value) => matchesText(value, operand) === (operator === '=');
  return (value) => typeof value === 'string' && holds(operator, compareTexts(value, operand));
}

function comparedNumber(operator: ComparisonOperator, value: CellValue, wanted: number): boolean {
  const number =
    operator === '=' || operator === '<>' ? numberIn(value) : typeof value === 'number' ? value : null;
  if (number === null) return operator === '<>';
  return holds(operator, number === wanted ? 0 : number < wanted ? -1 : 1);
}

function matchesText(value: CellValue, pattern: string): boolean {
  if (typeof value !== 'string') return false;
  return hasWildcards(pattern) || pattern.includes('~')
    ? wildcardMatch(pattern, value)
    : compareTexts(value, pattern) === 0;
}
