import { has, isBound, isField } from '../cursor';
import { opensSaying, says } from '../saying';
import { bare, isForeign, isJoint, isKana, isName, isParticle, isTagNoun, mark } from './pieces';
import { becomingAt } from './becoming';
import { clausesTagged } from './clauses-tagged';
import { denialsCalled } from './denials-called';
import { tagAtEnd } from './tag-at-end';
import { copyBefore, fieldsBefore, type Object, settingBefore } from './field-objects';
import { quoted } from './texts-quoted';
import type { Chunk } from '../../grounding/link-words';

const ON_TAGS = ['tag', 'add', 'remove'] as const;
const ON_FIELDS = ['clear', 'mask', 'upper', 'lower', 'title', 'trim', 'normalise'] as const;

const ends = (chunks: readonly Chunk[], at: number): boolean => {
  const next = chunks[at];
  return (
    next === undefined || isBound(next) || has(next, 'then', 'filler', 'and', 'signOff', 'also', 'if') || isField(next)
  );
};

/** "「A」と「B」タグを", "タグ「A」を", "把A标签": the names of tags right before a verb. */
function tagsBefore(chunks: readonly Chunk[], verb: number, start: number): Object | undefined {
  let at = verb - 1;
  // "renew でタグ付け": with a name, the particle of what it is done by.
  const by = has(chunks[verb], 'tag') && (isForeign(chunks[at - 1]) || chunks[at - 1]?.quote !== undefined);
  const leads = by ? /^[をはとでも]$/ : /^[をはとも]$/;
  while (at > start && (isParticle(chunks[at], leads) || has(chunks[at], 'as'))) at--;
  const noun = isTagNoun(chunks[at]) ? chunks[at] : undefined;
  if (noun) at--;
  if (noun && isParticle(chunks[at], /^の$/)) at--;
  const end = at + 1;
  while (at >= start && !isParticle(chunks[at], /^[にはへで把将]$/)) {
    const chunk = chunks[at];
    const name = isName(chunk) || isForeign(chunk);
    const joint = isJoint(chunk) && (isName(chunks[at - 1]) || isTagNoun(chunks[at - 1])) && isName(chunks[at + 1]);
    const again = isTagNoun(chunk) && isName(chunks[at - 1]);
    if (!name && !joint && !again && !(end - at < 3 && noun && chunk && isPlain(chunk))) break;
    at--;
  }
  const names = chunks.slice(at + 1, end).filter(chunk => !(isTagNoun(chunk) && !isName(chunk)));
  const called = isTagNoun(chunks[at]) && names.length > 0 && !noun ? chunks[at] : undefined;
  const opens = called ? at : at + 1;
  const known = noun ?? called;
  if (names.length === 0) {
    const before = noun && namedBefore(chunks, end - 1);
    return noun && before ? { from: end, said: [bare(noun, 'tagNoun'), before] } : undefined;
  }
  if (!known && !has(chunks[verb], 'tag') && !names.some(chunk => chunk.quote !== undefined)) return undefined;
  // "契約社員をマークして": those that are tagged, and no tag.
  const tagged = !known && isParticle(chunks[verb - 1], /^を$/);
  if (
    tagged &&
    names.every(({ quote, values }) => quote === undefined && values.some(({ field }) => field.type === 'text'))
  )
    return undefined;
  return { from: opens, said: [...(known ? [bare(known, 'tagNoun')] : []), ...names] };
}

/** "タグをすべて削除", "所有标签都去掉": every tag there is, in front of the verb. */
function allTagsBefore(chunks: readonly Chunk[], verb: number, start: number): Object | undefined {
  const before = (at: number): number => {
    let next = at - 1;
    while (next > start && (isParticle(chunks[next], /^[をはも]$/) || has(chunks[next], 'both'))) next--;
    return next;
  };
  const last = before(verb);
  // "返品された注文のタグを消す": whose they are, and no name.
  const whose = chunks[last];
  if (isTagNoun(whose) && has(chunks[last - 1], 'noun') && !isName(chunks[last - 1]) && isKana(whose.text))
    return { from: last, said: [mark(whose, 'allTags', ''), bare(whose, 'tagNoun')] };
  const first = isTagNoun(chunks[last]) ? last - 1 : before(last);
  const [one, other] = [chunks[first], chunks[last]];
  const noun = [one, other].find(isTagNoun);
  const all = [one, other].find(chunk => has(chunk, 'allTags') && !isTagNoun(chunk));
  return first >= start && noun && all
    ? { from: first, said: [bare(all, 'allTags'), bare(noun, 'tagNoun')] }
    : undefined;
}

/** A word of a name that nothing is known of. */
const isPlain = (chunk: Chunk): boolean => chunk.roles.length === 0 && !isField(chunk) && /\p{L}/u.test(chunk.text);

/** "这个标签", "そのタグ": the tag that was spoken of. */
function namedBefore(chunks: readonly Chunk[], at: number): Chunk | undefined {
  for (let before = at - 1; before >= 0; before--) {
    if (!isTagNoun(chunks[before])) continue;
    const named = [chunks[before - 1], chunks[before + 1]].find(isName);
    if (named) return named;
  }
  return undefined;
}

function objectOf(
  chunks: readonly Chunk[],
  at: number,
  start: number,
): (Object & { readonly verb: Chunk }) | undefined {
  const verb = chunks[at];
  if (!verb || verb.quote !== undefined || isField(verb)) return undefined;
  const late = ends(chunks, at + 1);
  const every = late && has(verb, 'remove', 'clear') ? allTagsBefore(chunks, at, start) : undefined;
  if (every) return { ...every, verb: bare(verb, 'remove') };
  if (late && has(verb, ...ON_TAGS) && !isTagNoun(verb)) {
    const tags = tagsBefore(chunks, at, start);
    const role = has(verb, 'remove') ? 'remove' : tags?.said.some(isTagNoun) ? 'add' : has(verb, 'tag') ? 'tag' : 'add';
    if (tags) return { ...tags, verb: bare(verb, role) };
  }
  // "奖金清零": nought, and not nothing.
  if (late && says(verb, 'zeroing')) {
    const fields = fieldsBefore(chunks, at, start);
    if (fields) return { ...fields, verb: bare(verb, 'setTo') };
  }
  const onField = ON_FIELDS.find(role => has(verb, role));
  if (onField && late) {
    const fields = fieldsBefore(chunks, at, start);
    if (fields) return { ...fields, verb: bare(verb, onField) };
  }
  if (has(verb, 'copy')) {
    const copied = copyBefore(chunks, at, start);
    if (copied) return { ...copied, verb: bare(verb, 'copy') };
  }
  // "上司欄を空にしておいて": made empty.
  if (late && has(verb, 'setTo') && isKana(verb.text) && has(chunks[at - 1], 'empty') && !isName(chunks[at - 1])) {
    const emptied = fieldsBefore(chunks, at - 1, start);
    if (emptied && isParticle(chunks[at - 2], /^[をはも]$/)) return { ...emptied, verb: bare(verb, 'clear') };
  }
  if (has(verb, 'setTo') && !has(verb, 'be')) {
    const setting = settingBefore(chunks, at, start);
    const japanese = isKana(verb.text);
    if (setting && (japanese ? late : !ends(chunks, at + 1) || isName(chunks[at + 1])))
      return {
        ...setting,
        said: japanese ? setting.said : [...setting.said, bare(verb, 'to')],
        verb: bare(verb, 'setTo'),
      };
    const become = setting || (japanese && !late) ? undefined : becomingAt(chunks, at, start);
    // "発注は「小口」にして": what no record holds is what they are tagged.
    const name = become?.said.at(-1);
    if (become && name?.quote !== undefined && name.values.length === 0)
      return { ...become, said: [name], verb: bare(verb, 'tag') };
    if (become) return { ...become, verb: bare(verb, 'setTo') };
  }
  return undefined;
}

/** "…の医師は「連絡先なし」", "…的，标“超额”": what stands in quotes at the end, behind the records, is their tag. */
function quoteAtEnd(chunks: readonly Chunk[]): readonly Chunk[] {
  const last = chunks.findLastIndex(chunk => !isBound(chunk));
  // "設備を「旧式」に"
  const at = isParticle(chunks[last], /^[にへ]$/) && isParticle(chunks[last - 2], /^を$/) ? last - 1 : last;
  const name = chunks[at];
  const [before, lead] = [chunks[at - 2], chunks[at - 1]];
  if (!name || at < 2 || name.quote === undefined || chunks.slice(0, at).some(chunk => has(chunk, ...ON_TAGS)))
    return chunks;
  const led = at < last || /^\p{Script=Hiragana}{0,3}[にへは]$/u.test(lead?.key ?? '');
  const said = isField(before) && !has(before, 'noun');
  const to = led && !isName(lead) && !said;
  const alone = has(lead, 'comma', 'colon', 'arrow') || (isBound(before) && lead !== undefined && isPlain(lead));
  if (!to && !alone) return chunks;
  const kept = chunks.slice(0, isBound(before) && !to && !isBound(lead) ? at - 1 : at);
  return [...kept, name, mark(name, 'tagNoun', ''), mark(name, 'add', 'add'), ...chunks.slice(last + 1)];
}

/** "去掉所有报废设备的leased标签": the verb, whose tag it is, and the tag. */
function whoseFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const verb = chunks.findIndex(chunk => !has(chunk, 'then', 'filler'));
  const noun = chunks.findLastIndex(chunk => !isBound(chunk));
  const [opener, tag, name, of] = [chunks[verb], chunks[noun], chunks[noun - 1], chunks[noun - 2]];
  const acts = opener?.quote === undefined && has(opener, 'add', 'remove') && !isKana(opener?.text ?? '');
  if (!opener || !acts || !isTagNoun(tag) || !name || noun - verb < 5) return chunks;
  if (!has(of, 'of') || !(isName(name) || isForeign(name)) || chunks.slice(verb, noun).some(isBound)) return chunks;
  return [
    ...chunks.slice(verb + 1, noun - 2),
    mark(opener, 'comma', ','),
    opener,
    name,
    tag,
    ...chunks.slice(noun + 1),
  ];
}

/** "…に「要確認」タグをお願いします": asked for without a verb. */
function askedFor(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findIndex(
    (chunk, i) => isTagNoun(chunk) && opensSaying(chunks[i + 1], 'askedFor') && isName(chunks[i - 1]),
  );
  const verb = chunks[at + 1];
  return at < 0 || !verb || has(verb, 'add')
    ? chunks
    : [...chunks.slice(0, at + 1), bare(verb, 'add'), ...chunks.slice(at + 2)];
}

/** What stands in no name of a tag: words that say of which records, and what else is done. */
const isNameless = (chunk: Chunk): boolean =>
  isBound(chunk) || has(chunk, 'noun', 'of', 'det', 'if', 'tag', 'setTo', 'clear', 'remove');

/**
 * "标记所有新订单为「重点」", "请标记国家为中国的客户为重点": the verb before those it is done to, the tag behind; "标记国家为中国的客户":
 * and none behind.
 */
function taggedAs(chunks: readonly Chunk[], text: string): readonly Chunk[] {
  const at = chunks.findIndex(chunk => !has(chunk, 'then', 'filler'));
  const verb = chunks[at];
  if (!has(verb, 'tag') || !verb || verb.quote !== undefined || isKana(verb.text)) return chunks;
  const as = chunks.findLastIndex((chunk, i) => i > at + 1 && has(chunk, 'as') && !isKana(chunk.text));
  const named = chunks.slice(as + 1);
  const [only] = named;
  const records = has(chunks[as - 1], 'noun', 'of') || (isName(chunks[as - 1]) && !isField(chunks[as - 1]));
  const name =
    as < 0
      ? undefined
      : named.length === 1 && (isName(only) || isForeign(only))
        ? only
        : records && !named.some(isNameless)
          ? quoted(named, text)
          : undefined;
  if (name) return [...chunks.slice(at + 1, as), mark(verb, 'comma', ','), bare(verb, 'tag'), name];
  const whole = isField(chunks[at + 1]) && !chunks.slice(at).some(isBound) && has(chunks.at(-1), 'noun');
  return whole ? [...chunks.slice(at + 1), mark(verb, 'comma', ','), bare(verb, 'tag')] : chunks;
}

/** "…的项目全部去掉X标签": the verb opens a clause, whatever says of how many stands before it. */
function clausesOpened(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.flatMap((chunk, at) => {
    const next = chunks[at + 1];
    const acts = chunk.quote === undefined && !isField(chunk) && !isKana(chunk.text) && has(chunk, ...ON_TAGS);
    const object = next !== undefined && (isName(next) || isForeign(next) || isTagNoun(next));
    const opens = at === 0 || isBound(chunks[at - 1]) || has(chunks[at - 1], 'not', 'without', 'have');
    return acts && object && !opens ? [mark(chunk, 'comma', ','), chunk] : [chunk];
  });
}

/** "加上gdpr标签": the noun, then the name, as if it stood in quotes. */
function namesBehind(chunks: readonly Chunk[], text: string): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 0; at < ordered.length; at++) {
    const verb = ordered[at];
    if (!verb || verb.quote !== undefined || isKana(verb.text) || isField(verb) || !has(verb, 'add', 'remove'))
      continue;
    let noun = at + 1;
    while (
      noun < at + 6 &&
      ordered[noun] &&
      !isTagNoun(ordered[noun]) &&
      !isBound(ordered[noun]) &&
      !has(ordered[noun], 'noun', 'of')
    )
      noun++;
    const named = ordered.slice(at + 1, noun);
    const tag = ordered[noun];
    // "都打上 heavy": letters of other writing at the end are the tag.
    if (has(verb, 'tag') && isForeign(ordered[at + 1]) && (at + 2 === ordered.length || isBound(ordered[at + 2]))) {
      const name = quoted(ordered.slice(at + 1, at + 2), text);
      if (name) ordered.splice(at + 1, 1, mark(name, 'tagNoun', ''), name);
      continue;
    }
    // "还没有 senior 标签的，补上 senior": a name that was called a tag before.
    const again = namedBefore(ordered, at);
    const next = ordered[at + 1];
    if (again && next && !isTagNoun(tag) && again.key === next.key && ends(ordered, at + 2)) {
      ordered.splice(at + 1, 1, mark(next, 'tagNoun', ''), next);
      continue;
    }
    if (!isTagNoun(tag) || named.length === 0 || named.some(chunk => has(chunk, 'them', 'det'))) continue;
    const given = named.some(chunk => chunk.quote !== undefined) ? named : [quoted(named, text)];
    const names = given.filter(chunk => chunk !== undefined);
    if (names.length === named.length || !named.some(chunk => has(chunk, 'and')))
      ordered.splice(at + 1, named.length + 1, bare(tag, 'tagNoun'), ...names);
  }
  return ordered;
}

/** What is to be done goes before what it is done to: `…に「VIP」タグを付ける`, `备注清空`, `優先度をhighに設定する`. */
export function verbsFirst(all: readonly Chunk[], text: string): readonly Chunk[] {
  const chunks = namesBehind(
    clausesOpened(
      askedFor(quoteAtEnd(tagAtEnd(taggedAs(whoseFirst(denialsCalled(clausesTagged(all, text), text)), text), text))),
    ),
    text,
  );
  const ordered: Chunk[] = [];
  let start = 0;
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at];
    const object = objectOf(chunks, at, start);
    if (!object || !chunk) continue;
    let from = object.from;
    while (from > start && isParticle(chunks[from - 1], /^[にはへから把将的の]$/)) from--;
    if (from > start && has(chunks[from - 1], 'from', 'for') && !isField(chunks[from - 1])) from--;
    ordered.push(...chunks.slice(start, from));
    if (ordered.length > 0 && !isBound(ordered.at(-1))) ordered.push(mark(chunk, 'comma', ','));
    ordered.push(object.verb, ...object.said);
    start = Math.max(at, object.to ?? at) + 1;
    while (has(chunks[start], 'then', 'filler') && !isField(chunks[start]) && !isName(chunks[start])) start++;
    at = start - 1;
  }
  return [...ordered, ...chunks.slice(start)];
}
