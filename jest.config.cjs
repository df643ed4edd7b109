/** Unit tests stand beside the source, stories in test/. Nothing here sleeps, reads the real clock or leaves loopback. */
module.exports = {
  testEnvironment: 'node',
  roots: [
    '<rootDir>/libs',
    '<rootDir>/src',
    '<rootDir>/cli',
    '<rootDir>/migrations',
    '<rootDir>/web/src',
    '<rootDir>/test',
  ],
  testMatch: ['**/*.spec.ts'],
  // One package of the static file server is an ES module, which Jest cannot require as it is on Node 20.
  transform: { '^.+\\.tsx?$': '@swc/jest', 'content-disposition/dist/.+\\.js$': '@swc/jest' },
  transformIgnorePatterns: ['node_modules/(?!content-disposition/)'],
  moduleNameMapper: { '^@lib/(rules|records|language)$': '<rootDir>/libs/$1/src' },
  testTimeout: 60000,
};
