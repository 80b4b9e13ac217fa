// The walls between the floors. `from` may not import `to`; scripts/check-floors.mjs runs this and fails on an empty cruise.
const error = /** @type {const} */ ('error');
const floor = (/** @type {string} */ name, /** @type {string[]} */ allowed) => ({
  name: `${name}-imports-only-its-own`,
  severity: error,
  from: { path: `^src/${name}/` },
  to: { path: '^src/', pathNot: [name, ...allowed].map((one) => `^src/${one}/`) },
});
const only = (/** @type {string} */ what, /** @type {string} */ to, /** @type {string[]} */ where) => ({
  name: `${what}-lives-in-few-places`,
  severity: error,
  from: { path: '^src/', pathNot: where },
  to: { path: to },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    floor('shared', []),
    floor('cad', ['shared']),
    floor('engine', ['shared', 'cad']),
    floor('main', ['shared', 'cad/process']),
    floor('preload', ['shared/bridge', 'shared/std']),
    floor('renderer', ['shared', 'cad/mesh', 'cad/maps']),
    {
      name: 'shared-knows-only-zod',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/zod/' },
    },
    {
      name: 'main-does-not-call-the-engine',
      severity: 'error',
      from: { path: '^src/main/' },
      to: { path: '^src/engine/' },
    },
    {
      name: 'the-core-knows-no-shell',
      severity: 'error',
      from: { path: '^src/main/', pathNot: ['^src/main/shell/', '^src/main/(index|serve)\\.ts$'] },
      to: { path: '^src/main/shell/(electron|browser)/' },
    },
    {
      name: 'features-do-not-import-each-other',
      severity: 'error',
      from: { path: '^src/renderer/features/([^/]+)/' },
      to: { path: '^src/renderer/features/([^/]+)/', pathNot: '^src/renderer/features/$1/' },
    },
    {
      name: 'features-and-viewer-are-entered-by-index',
      severity: 'error',
      from: { path: '^src/renderer/app/' },
      to: { path: '^src/renderer/(features/[^/]+|viewer)/', pathNot: '/index\\.ts$' },
    },
    {
      name: 'the-viewer-knows-no-app',
      severity: 'error',
      from: { path: '^src/renderer/viewer/' },
      to: { path: ['^src/renderer/(app|features|platform)/', 'node_modules/react'] },
    },
    {
      name: 'the-viewer-model-knows-no-three',
      severity: 'error',
      from: { path: '^src/renderer/viewer/model/' },
      to: { path: ['node_modules/three', '^src/renderer/viewer/(three|tools|load)/'] },
    },
    {
      name: 'components-do-not-call-the-bridge',
      severity: 'error',
      from: { path: '^src/renderer/.*\\.tsx$', pathNot: '^src/renderer/(main|app/.*)\\.tsx$' },
      to: { path: '^src/renderer/platform/(bridge|workstation)\\.ts$' },
    },
    only('electron', 'node_modules/electron/|^electron$', ['^src/main/shell/electron/', '^src/main/index\\.ts$', '^src/preload/']),
    only('sqlite', 'node_modules/better-sqlite3/', ['/store/', '^src/main/workstation/']),
    only('ws', 'node_modules/ws/', ['^src/main/connection/socket\\.ts$', '^src/main/shell/browser/', '^src/engine/server/']),
    only('three', 'node_modules/three(-mesh-bvh)?/', ['^src/renderer/viewer/', '^src/cad/dfm/ray-caster\\.ts$']),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^src/(main/(index|serve)|engine/engine-main|preload/index)\\.ts$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    parser: 'swc',
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs'], conditionNames: ['import', 'types', 'default'] },
  },
};
