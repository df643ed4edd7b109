// Lets a process or a thread run TypeScript as it stands, so that tests need no build: node --require test/processes/from-source.cjs …
// What a file became is kept in a cache until the file changes.
const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const ROOT = path.join(__dirname, '../..');
const CACHE = path.join(ROOT, 'node_modules/.cache/rulewright/source');

require.extensions['.ts'] = (module, file) => module._compile(javascriptOf(file), file);

function javascriptOf(file) {
  const { mtimeMs, size } = statSync(file);
  const name = `${path.relative(ROOT, file).replace(/[^\w.-]/g, '+')}.${mtimeMs.toString(36)}.${size}.js`;
  try {
    return readFileSync(path.join(CACHE, name), 'utf8');
  } catch {
    return keep(name, transformed(file));
  }
}

function transformed(file) {
  const settings = JSON.parse(readFileSync(path.join(ROOT, '.swcrc'), 'utf8'));
  return require('@swc/core').transformSync(readFileSync(file, 'utf8'), { ...settings, swcrc: false, filename: file })
    .code;
}

/** Renamed into place, because other processes read the same cache. */
function keep(name, code) {
  mkdirSync(CACHE, { recursive: true });
  const unfinished = path.join(CACHE, `${name}.${process.pid}`);
  writeFileSync(unfinished, code);
  renameSync(unfinished, path.join(CACHE, name));
  return code;
}

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const lib = /^@lib\/(rules|records|language)$/.exec(request);
  if (lib) return path.join(ROOT, 'libs', lib[1], 'src/index.ts');
  // Imports at run time name the file that is built: `./x.js` is `./x.ts` here.
  const own = /^\.\.?\/.*\.js$/.test(request) && !rest[0].filename.includes('node_modules');
  return resolve.call(this, own ? request.replace(/\.js$/, '.ts') : request, ...rest);
};
