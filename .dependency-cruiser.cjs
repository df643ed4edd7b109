// The house has one-way streets. To add a stage, put its name where it belongs in its line:
// each may look back to what stands before it, never ahead. This file is the architecture.
const LIBS = ['rules', 'records', 'language'];
const RULES = ['model', 'json-logic', 'validate', 'compile', 'explain', 'preview', 'analyse', 'lifecycle'];
// prettier-ignore
const EMBEDDED = ['meaning', 'conditions', 'remarks', 'actions', 'settle', 'word-order', 'ideographic', 'understand', 'decide', 'replies', 'edits'];
const FEATURES = ['catalog', 'glossary', 'rules', 'translation', 'preview', 'review', 'activation', 'apply'];
const FOUNDATION = ['config', 'runtime', 'http', 'database', 'auth', 'audit', 'health'];

const oneWay = (names, folder, suffix = '/') =>
  names.slice(0, -1).map((name, i) => ({
    name: `${folder}${name}-looks-only-back`,
    severity: 'error',
    from: { path: `^${folder}${name}${suffix}` },
    to: { path: `^${folder}(${names.slice(i + 1).join('|')})${suffix}` },
  }));

module.exports = {
  forbidden: [
    ...oneWay(LIBS, 'libs/'),
    ...oneWay(RULES, 'libs/rules/src/'),
    ...oneWay(EMBEDDED, 'libs/language/src/embedded/'),
    ...oneWay(FEATURES, 'src/'),
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'embedded-and-chat-are-strangers',
      severity: 'error',
      from: { path: '^libs/language/src/(embedded|chat)/' },
      to: { path: '^libs/language/src/(embedded|chat)/', pathNot: '^libs/language/src/$1/' },
    },
    {
      name: 'rules-are-plain-typescript',
      comment: 'One linear-time regular-expression engine is all that rules may need at run time.',
      severity: 'error',
      from: { path: '^libs/rules/src', pathNot: '\\.(spec|contract)\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'], pathNot: 'node_modules/re2js' },
    },
    {
      name: 'language-does-no-io',
      severity: 'error',
      from: { path: '^libs/language/src', pathNot: '\\.(spec|contract)\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'libs-know-no-framework',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: 'node_modules/(@nestjs|typeorm|fastify)|^src/|^cli/|^web/' },
    },
    {
      name: 'through-the-front-door',
      comment: 'Outside a lib, only its index is seen.',
      severity: 'error',
      from: { path: '^(src|cli|web|migrations)/' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$)' },
    },
    {
      name: 'no-door-inside',
      comment: 'A lib never imports its own index.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/$1/src/index\\.ts$' },
    },
    {
      name: 'foundation-knows-no-feature',
      severity: 'error',
      from: { path: `^src/(${FOUNDATION.join('|')})/` },
      to: { path: `^src/(${FEATURES.join('|')})/` },
    },
    {
      name: 'services-know-no-http',
      severity: 'error',
      from: { path: '\\.service\\.ts$' },
      to: { path: '^src/http/' },
    },
    {
      name: 'console-knows-no-server',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|cli|migrations)/' },
    },
    {
      name: 'no-test-in-product',
      severity: 'error',
      from: { path: '^(libs|src|cli|web)/', pathNot: '\\.(spec|contract)\\.ts$' },
      to: { path: '\\.(spec|contract)\\.ts$|^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsConfig: { fileName: 'tsconfig.check.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
};
