// Runs the command from its TypeScript, so that tests need no build: node cli/run-from-source.cjs translate …
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { transformSync } = require('@swc/core');

const ROOT = path.dirname(__dirname);
const settings = { ...JSON.parse(readFileSync(path.join(ROOT, '.swcrc'), 'utf8')), swcrc: false };

require.extensions['.ts'] = (module, file) => {
  const { code } = transformSync(readFileSync(file, 'utf8'), { ...settings, filename: file });
  module._compile(code, file);
};

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const lib = /^@lib\/(rules|records|language)$/.exec(request);
  if (lib) return path.join(ROOT, 'libs', lib[1], 'src/index.ts');
  // Imports at run time name the file that is built: `./x.js` is `./x.ts` here.
  const own = /^\.\.?\/.*\.js$/.test(request) && !rest[0].filename.includes('node_modules');
  return resolve.call(this, own ? request.replace(/\.js$/, '.ts') : request, ...rest);
};

require('./main.ts');
