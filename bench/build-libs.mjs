import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { ROOT } from './data-dir.mjs';

/** As `nest build` compiles them: what is measured is what people run. */
const { options: compilerOptions } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), ts.sys.readFile).config,
  ts.sys,
  ROOT,
);

/**
 * The libraries as they stand in the working tree, compiled apart from the product's own build: `dist/` may be older than the sources, or be
 * built anew while something is measured. They lie where `@lib/…` is found without any mapping. Returns a `require` for them.
 */
export async function buildLibs(
  names,
  target = path.join(ROOT, `node_modules/.cache/rulewright/libs-build-${process.pid}`),
) {
  process.on('exit', () => rmSync(target, { recursive: true, force: true }));
  for (const name of names) {
    const source = path.join(ROOT, 'libs', name, 'src');
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter(found => found.endsWith('.ts') && !/\.(spec|contract)\.ts$/.test(found))) {
      const { outputText } = ts.transpileModule(readFileSync(path.join(source, file), 'utf8'), {
        fileName: file,
        compilerOptions,
      });
      const compiled = path.join(target, 'node_modules/@lib', name, file.replace(/\.ts$/, '.js'));
      mkdirSync(path.dirname(compiled), { recursive: true });
      writeFileSync(compiled, outputText);
    }
  }
  writeFileSync(path.join(target, 'package.json'), '{"type":"commonjs"}\n');
  return createRequire(path.join(target, 'package.json'));
}
