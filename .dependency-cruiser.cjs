/** Folders of src/shared and what each of them may import beside itself. */
const SHARED = {
  util: [],
  model: ['util'],
  formula: ['model', 'util'],
  finance: ['model', 'util'],
  commands: ['model', 'util'],
  format: ['model', 'util'],
  engine: ['formula', 'finance', 'commands', 'format', 'model', 'util'],
  simulation: ['engine', 'formula', 'finance', 'commands', 'format', 'model', 'util'],
  analysis: ['engine', 'formula', 'finance', 'commands', 'format', 'model', 'util'],
  report: ['analysis', 'simulation', 'engine', 'formula', 'finance', 'commands', 'format', 'model', 'util'],
};

const sharedRules = Object.entries(SHARED).map(([folder, below]) => ({
  name: `shared-${folder}`,
  comment: `shared/${folder} may import: ${below.join(', ') || 'nothing'}.`,
  severity: 'error',
  from: { path: `^src/shared/${folder}/` },
  to: { path: '^src/shared/', pathNot: `^src/shared/(${[folder, ...below].join('|')})/` },
}));

/** A folder of src/shared may use these packages and no others. */
function packagesOf(folders, allowed) {
  const pathNot = allowed === '' ? {} : { pathNot: `node_modules/(${allowed})/` };
  return {
    name: `packages-${allowed === '' ? 'none' : allowed}`,
    comment: `${folders.replaceAll('|', ', ')} may use ${allowed === '' ? 'no package' : `only ${allowed}`}.`,
    severity: 'error',
    from: { path: `^src/shared/(${folders})/` },
    to: { path: 'node_modules', ...pathNot },
  };
}

const ELECTRON_FILES =
  '^src/main/(index|app-lifecycle|built-parts|export-window|window|menu|preload|ipc/router)\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files that import each other cannot be understood one by one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'The benchmark measures against engines of its own package.json, fetched when it runs.',
      severity: 'error',
      from: { pathNot: '^tests/bench/' },
      to: { couldNotResolve: true, pathNot: '^(electron|virtual:.*)$' },
    },
    ...sharedRules,
    {
      name: 'shared-ipc',
      comment: 'The boundary knows the nouns and the errors of the format, not the rest of shared.',
      severity: 'error',
      from: { path: '^src/shared/ipc/' },
      to: { path: '^src/shared/', pathNot: '^src/shared/(ipc/|model/|util/|format/format-error)' },
    },
    {
      name: 'shared-stays-below',
      comment: 'shared is imported by main and renderer and imports neither.',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { path: '^src/(main|renderer)/' },
    },
    {
      name: 'shared-is-pure',
      comment: 'The same result in every process: no Node, no Electron.',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { dependencyTypes: ['core'] },
    },
    packagesOf('util|model|formula|finance|engine|simulation|analysis|report', ''),
    packagesOf('commands', 'immer'),
    packagesOf('format|ipc', 'zod'),
    {
      name: 'main-and-renderer-meet-in-shared',
      severity: 'error',
      from: { path: '^src/(main|renderer)/' },
      to: { path: '^src/(main|renderer)/', pathNot: '^src/$1/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^tests/' },
    },
    {
      name: 'electron-only-at-the-edge',
      comment: 'Only these files import Electron values; everything else takes what it needs as a parameter.',
      severity: 'error',
      from: { path: '^src/', pathNot: ELECTRON_FILES },
      to: { path: '(^|node_modules/)electron(/|$)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'files-know-no-windows',
      comment: 'Files, exports and the command line work without a window.',
      severity: 'error',
      from: { path: '^src/main/(files|export|cli)/' },
      to: { path: '^src/main/', pathNot: '^src/main/((files|export|cli)/|export-job)' },
    },
    {
      name: 'renderer-ui-knows-no-scenarios',
      severity: 'error',
      from: { path: '^src/renderer/ui/' },
      to: { path: '^src/renderer/', pathNot: '^src/renderer/ui/' },
    },
    {
      name: 'renderer-views-meet-in-store',
      comment: 'Grid, charts and panels meet only through store/hooks and actions.',
      severity: 'error',
      from: { path: '^src/renderer/(grid|charts|panels)/' },
      to: { path: '^src/renderer/(grid|charts|panels)/', pathNot: '^src/renderer/$1/' },
    },
    {
      name: 'renderer-views-read-through-hooks',
      comment: 'Views read and write the stores through store/hooks only.',
      severity: 'error',
      from: { path: '^src/renderer/(grid|charts|panels)/' },
      to: { path: '^src/renderer/store/[a-z]+-store\\.ts$' },
    },
    {
      name: 'renderer-store',
      comment: 'The store imports calculation, the client of main, and shared.',
      severity: 'error',
      from: { path: '^src/renderer/store/' },
      to: { path: '^src/renderer/', pathNot: '^src/renderer/(store/|calc/|main-client)' },
    },
    {
      name: 'renderer-calc',
      severity: 'error',
      from: { path: '^src/renderer/calc/' },
      to: { path: '^src/renderer/', pathNot: '^src/renderer/calc/' },
    },
    {
      name: 'nobody-imports-the-composition-root',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: '^src/renderer/main\\.tsx$' },
    },
    {
      name: 'zod-as-types-only',
      comment: 'The renderer knows the shapes, not the checkers.',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: 'node_modules/zod/|^src/shared/ipc/contract', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.d\\.ts$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
