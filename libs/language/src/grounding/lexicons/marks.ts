import type { Role } from '../lexicon';

/** Marks and signs, the same in every language. */
export const MARKS: { readonly [role in Role]?: string } = {
  arrow: '->|→|=>|⇒|-->|➔|➜|⟶|~>|>>',
  colon: ':|：',
  comma: ',|，|、|;|；',
  stop: '.|?|!|¿|¡|。|\n|•|*|？|！|…',
  dash: '-|–|—|--',
  open: '(|[|（|{',
  close: ')|]|）|}',
  amp: '&|+|∧',
  slash: '/',
  tag: 'tag',
  gt: '>',
  gte: '>=|≥',
  lt: '<',
  lte: '<=|=<|≤',
  eq: '=|==|===',
  neq: '!=|<>|≠',
};

/** Unit signs that need no language. */
export const COMMON_UNITS =
  'kg=kg:1|g=kg:0.001|mg=kg:0.000001|t=kg:1000|m=m:1|km=m:1000|cm=m:0.01|mm=m:0.001|l=l:1|ml=l:0.001|h=h:1|min=h:0.0166666666666667|%=%:1|€=eur:1|eur=eur:1|$=usd:1|usd=usd:1|£=gbp:1|gbp=gbp:1|dkk=dkk:1|kr=kr:1|chf=chf:1|¥=jpy:1|jpy=jpy:1|sek=sek:1|nok=nok:1|°c=c:1|kw=kw:1|mw=kw:1000|w=kw:0.001|v=v:1|bar=bar:1|rpm=rpm:1|dbm=dbm:1|db=db:1|hz=hz:1|ppm=ppm:1|gb=gb:1|tb=gb:1000|mb=gb:0.001';
