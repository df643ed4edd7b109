import { type Glossary, type GlossaryUse, nameKey, type Problem } from '@lib/rules';

/** What became of the names a rule was made with. It goes on meaning what it meant; people may want it to mean what they mean now. */
export function changedNames(uses: readonly GlossaryUse[], { terms, lists }: Glossary): readonly Problem[] {
  const latest = new Map(
    [...terms.map(one => ['term', one] as const), ...lists.map(one => ['list', one] as const)].map(
      ([kind, { name, version }]) => [`${kind} ${nameKey(name)}`, version] as const,
    ),
  );
  return uses.flatMap((use, i): readonly Problem[] => {
    const [kind, name] = 'term' in use ? (['term', use.term] as const) : (['list', use.list] as const);
    const version = latest.get(`${kind} ${nameKey(name)}`);
    if (version === use.version) return [];
    const about = { severity: 'info' as const, at: `/glossary/${i}` };
    if (version === undefined) {
      const message = `The ${kind} "${name}" is archived; this rule goes on with version ${use.version} of it.`;
      return [{ ...about, code: 'archived-name', message }];
    }
    const message = `The ${kind} "${name}" has version ${version} by now; this rule was made with version ${use.version}.`;
    const hint = 'Ask again, or save the rule anew, to have it mean what the name means now.';
    return [{ ...about, code: 'newer-name', message, hint }];
  });
}
