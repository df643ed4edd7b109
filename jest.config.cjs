/** Unit tests stand beside the source, stories in test/. Nothing here sleeps, reads the real clock or leaves loopback. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/libs', '<rootDir>/src', '<rootDir>/cli', '<rootDir>/migrations', '<rootDir>/web/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  transform: { '^.+\\.tsx?$': '@swc/jest' },
  moduleNameMapper: { '^@lib/(rules|records|language)$': '<rootDir>/libs/$1/src' },
  testTimeout: 60000,
};
