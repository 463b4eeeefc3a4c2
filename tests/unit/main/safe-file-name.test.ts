import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '#main/safe-file-name.ts';

describe('safe file name', () => {
  it.each([
    ['OpenAI: gap/need', 'OpenAI gap need.png'],
    ['report.png', 'report.png'],
    ['report.PNG', 'report.png'],
    ['../../etc/passwd', 'etc passwd.png'],
    ['CON', '_CON.png'],
    ['com1.backup', '_com1.backup.png'],
    ['trailing. . .', 'trailing.png'],
    ['', '_.png'],
    ['a\u202egnp.exe', 'a gnp.exe.png'],
    ['فجوة التمويل', 'فجوة التمويل.png'],
  ])('%j becomes %j', (suggested, expected) => {
    expect(safeFileName(suggested, 'png')).toBe(expected);
  });

  it('never leaves the folder and always fits into a file system', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (suggested) => {
        const name = safeFileName(suggested, 'svg');
        expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}]+\.svg$/u);
        expect(name.startsWith('.')).toBe(false);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      }),
    );
  });
});
