import type { CellValue } from '#shared/model/value.ts';
import { define, ranges } from './define.ts';
import type { FunctionDefinition, Implementation, PeriodContext } from './definition.ts';
import { failure } from './errors.ts';

/** A function of the period being calculated; without a timeline it has no meaning. */
function ofPeriod(name: string, call: (period: PeriodContext) => CellValue): Implementation {
  return ranges((_, period) => (period ? call(period) : outsideTimeline(name)));
}

export function outsideTimeline(name: string): CellValue {
  return failure('#NAME?', 'timeline-missing', { name });
}

export const TIME: readonly FunctionDefinition[] = [
  define(
    'PERIOD()',
    'Number of the period being calculated, 1 for the first of the timeline.',
    'رقم الفترة الجاري حسابها، ورقم الفترة الأولى في الخط الزمني هو 1.',
    [['PERIOD()', { error: '#NAME?' }]],
    ofPeriod('PERIOD', (period) => period.index + 1),
  ),
  define(
    'QUARTER()',
    'Quarter of the period being calculated, 1 to 4.',
    'ربع السنة للفترة الجاري حسابها، من 1 إلى 4.',
    [['QUARTER()', { error: '#NAME?' }]],
    ofPeriod('QUARTER', (period) => period.quarter),
  ),
  define(
    'IS_ACTUAL()',
    'TRUE in periods that count as reported on the as-of date.',
    'تعيد TRUE في الفترات المعلنة نتائجها فعلياً حتى تاريخ العرض.',
    [['IS_ACTUAL()', { error: '#NAME?' }]],
    ofPeriod('IS_ACTUAL', (period) => period.isActual),
  ),
];
