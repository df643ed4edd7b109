import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as ts from 'typescript';
import pinned from './fixtures/public-api.json';

/** Every name a file exports, types included; of files it passes on, theirs. Nothing is compiled: the text says it all. */
function exportsOf(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement): readonly string[] => {
    if (ts.isExportDeclaration(statement)) {
      const { exportClause, moduleSpecifier } = statement;
      if (exportClause && ts.isNamedExports(exportClause)) return exportClause.elements.map(({ name }) => name.text);
      if (exportClause) return [exportClause.name.text];
      return moduleSpecifier && ts.isStringLiteral(moduleSpecifier)
        ? exportsOf(fileOf(file, moduleSpecifier.text))
        : [];
    }
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText(source));
    const named = statement as ts.Statement & { readonly name?: ts.Identifier };
    return named.name ? [named.name.text] : [];
  });
}

function fileOf(from: string, path: string): string {
  const base = resolve(dirname(from), path);
  const file = [`${base}.ts`, join(base, 'index.ts')].find(existsSync);
  if (!file) throw new Error(`${from} passes on ${path}, which is not there.`);
  return file;
}

// What others build on. A name that goes is a break; one that comes is a promise: change the list on purpose.
it.each(['rules', 'records', 'language'] as const)('the front door of libs/%s is as written down', lib => {
  const names = [...new Set(exportsOf(join(__dirname, '..', 'libs', lib, 'src', 'index.ts')))].sort();
  expect(names).toEqual(pinned[lib]);
});
