import type { CellValue } from '#shared/model/value.ts';
import { define, numeric } from './define.ts';
import type { FunctionDefinition } from './definition.ts';
import { NUM_ERROR } from './errors.ts';
import { isSerial } from './numeric/serial-date.ts';

const SECONDS_PER_DAY = 86400;
const LARGEST_PART = 32767;

function time(hour: number, minute: number, second: number): CellValue {
  const parts = [hour, minute, second].map(Math.trunc);
  if (parts.some((part) => part > LARGEST_PART)) return NUM_ERROR;
  const [h = 0, m = 0, s = 0] = parts;
  const total = h * 3600 + m * 60 + s;
  return total < 0 ? NUM_ERROR : (total % SECONDS_PER_DAY) / SECONDS_PER_DAY;
}

/** A part of the second of the day, rounded to whole seconds. */
function ofDay(pick: (second: number) => number) {
  return numeric((serial): CellValue => {
    if (!isSerial(serial)) return NUM_ERROR;
    const second = Math.round((serial - Math.floor(serial)) * SECONDS_PER_DAY) % SECONDS_PER_DAY;
    return pick(second);
  });
}

export const CLOCK: readonly FunctionDefinition[] = [
  define(
    'TIME(hour, minute, second)',
    'Part of a day of a time.',
    'كسر اليوم لوقت محدد بالساعة والدقيقة والثانية.',
    [
      ['TIME(12, 0, 0)', 0.5],
      ['TIME(16, 48, 10)', 0.7001157407, 1e-10],
      ['TIME(27, 0, 0)', 0.125],
    ],
    numeric(time),
  ),
  define(
    'HOUR(serial)',
    'Hour of a time, 0 to 23.',
    'ساعة الوقت، من 0 إلى 23.',
    [
      ['HOUR(0.75)', 18],
      ['HOUR("7/18/2011 7:45")', 7],
    ],
    ofDay((second) => Math.floor(second / 3600)),
  ),
  define(
    'MINUTE(serial)',
    'Minute of a time, 0 to 59.',
    'دقيقة الوقت، من 0 إلى 59.',
    [['MINUTE("12:45:00 PM")', 45]],
    ofDay((second) => Math.floor(second / 60) % 60),
  ),
  define(
    'SECOND(serial)',
    'Second of a time, 0 to 59.',
    'ثانية الوقت، من 0 إلى 59.',
    [
      ['SECOND("4:48:18 PM")', 18],
      ['SECOND("4:48 PM")', 0],
    ],
    ofDay((second) => second % 60),
  ),
];
