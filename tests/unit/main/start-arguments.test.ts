import { describe, expect, it } from 'vitest';
import { debuggingSwitches, documentPath, readStartArguments } from '#main/start-arguments.ts';

describe('document on the command line', () => {
  it.each([
    ['a.scenario', '/home/u/a.scenario'],
    ['/x/a b.scenario', '/x/a b.scenario'],
    ['../a.SCENARIO', '/home/a.SCENARIO'],
    ['file:///x/a%20b.scenario', '/x/a b.scenario'],
    ['./سيناريو.scenario', '/home/u/سيناريو.scenario'],
  ])('%s', (argument, path) => {
    expect(documentPath(argument, '/home/u')).toBe(path);
  });

  // A network path would send the user's name to whoever wrote the link; a switch is no file.
  it.each([
    '--a.scenario',
    '-a.scenario',
    'a.json',
    'scenario',
    '.',
    '//server/share/a.scenario',
    '\\\\server\\share\\a.scenario',
    'file://server/share/a.scenario',
    'https://example.org/a.scenario.html',
    'a\0.scenario',
    '',
  ])('refuses %j', (argument) => {
    expect(documentPath(argument, '/home/u')).toBeNull();
  });

  it('is found among switches that Chromium adds, first one first', () => {
    const argv = ['--inspect=0', '.', '--allow-file-access', 'one.scenario', 'two.scenario'];
    expect(readStartArguments(argv, '/d')).toEqual({ document: '/d/one.scenario', exportJob: null });
  });

  it('reads the export job relative to where it was typed', () => {
    expect(readStartArguments(['--export-job=job.json'], '/d')).toEqual({
      document: null,
      exportJob: '/d/job.json',
    });
  });
});

it('names the switches that hand the program to a debugger', () => {
  const set = new Set(['remote-debugging-port', 'js-flags', 'user-data-dir']);
  expect(debuggingSwitches((name) => set.has(name))).toEqual(['remote-debugging-port', 'js-flags']);
});
