const SIGNIFICANT_DIGITS = 15;
const LONGEST_TEXT = 20;

/** A number in Excel's General format as it stands inside a text: 15 digits, `E+20` from 1E+20 on. */
export function generalNumber(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return '0';
  const sign = value < 0 ? '-' : '';
  const [mantissa = '', power = '0'] = Math.abs(value)
    .toExponential(SIGNIFICANT_DIGITS - 1)
    .split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/, '');
  const exponent = Number(power);
  return sign + (exponent < 0 ? belowOne(digits, exponent) : fromOne(digits, exponent));
}

function fromOne(digits: string, exponent: number): string {
  if (exponent >= LONGEST_TEXT) return scientific(digits, exponent);
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

function belowOne(digits: string, exponent: number): string {
  const plain = `0.${'0'.repeat(-exponent - 1)}${digits}`;
  return plain.length > LONGEST_TEXT ? scientific(digits, exponent) : plain;
}

function scientific(digits: string, exponent: number): string {
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
  return `${mantissa}E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
