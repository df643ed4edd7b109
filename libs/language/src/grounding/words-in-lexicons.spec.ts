import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { compileLexicon } from './compiled-lexicon';
import { fold } from './words/fold';
import { LEXICONS } from './languages';

const ROOT = path.join(__dirname, '..');

/** What is form and no language, or of English alone by its nature: file → why its words stay. */
const STAY: Readonly<Record<string, string>> = {
  'chat/said-values.ts': 'reads what a language model is asked, before any language is known',
  'chat/write-rule.ts': 'JSON literals',
  'grounding/words/numbers.ts': 'ISO codes of currencies',
  'grounding/words/segment.ts': 'what is written together with an apostrophe or a figure, whatever the language',
  'grounding/dates/date-reader.ts': 'letters glued to figures that count',
  'grounding/link-words.ts': 'codes of countries',
  'grounding/glossary/name-index.ts': 'endings of plurals, whatever the language',
};

const WORD = /\p{L}{3,}/gu;

/** Words of three letters or more in the text of a regular expression, its escapes left out. */
const wordsIn = (pattern: string): readonly string[] =>
  pattern.replace(/\\[pP]\{[^}]*\}|\\u[\da-f]{4}|\\[a-z]|\(\?<\w+>/giu, ' ').match(WORD) ?? [];

const isKey = (node: ts.Expression): boolean => /(?:^|\.)(?:key|fold)\)?(?: \?\? '')?$/u.test(node.getText());

/** Regular expressions, and texts that the key of a word is compared with. */
function* suspects(source: ts.SourceFile): Generator<readonly [number, string]> {
  const pieces: ts.Node[] = [source];
  for (let node = pieces.pop(); node; node = pieces.pop()) {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    if (ts.isRegularExpressionLiteral(node)) yield [line, node.text];
    if (ts.isBinaryExpression(node) && ts.isStringLiteral(node.right) && isKey(node.left))
      yield [line, node.right.text];
    node.forEachChild(child => {
      pieces.push(child);
    });
  }
}

describe('the words of languages', () => {
  const known = new Set(LEXICONS.flatMap(lexicon => [...compileLexicon(lexicon).grammar]));
  const found = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .map(file => file.split(path.sep).join('/'))
    .filter(file => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.startsWith('grounding/lexicons/'))
    .flatMap(file => {
      const text = readFileSync(path.join(ROOT, file), 'utf8');
      const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
      return [...suspects(source)].flatMap(([line, pattern]) =>
        wordsIn(pattern)
          .filter(word => known.has(fold(word)))
          .map(word => ({ file, line, word })),
      );
    });

  it('stand in the lexicons, not in the code that reads them', () => {
    expect(found.filter(({ file }) => STAY[file] === undefined)).toEqual([]);
  });

  it('stay elsewhere only where there is a reason', () => {
    const held = new Set(found.map(({ file }) => file));
    expect(Object.keys(STAY).filter(file => !held.has(file))).toEqual([]);
  });
});
