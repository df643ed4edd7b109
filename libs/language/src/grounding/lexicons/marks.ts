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
  'kg=kg:1|g=kg:0.001|mg=kg:0.000001|t=kg:1000|m=m:1|km=m:1000|cm=m:0.01|mm=m:0.001|l=l:1|ml=l:0.001|h=h:1|min=h:0.0166666666666667|%=%:1|€=eur:1|eur=eur:1|$=usd:1|usd=usd:1|£=gbp:1|gbp=gbp:1|dkk=dkk:1|kr=kr:1|chf=chf:1|¥=jpy:1|jpy=jpy:1|sek=sek:1|nok=nok:1|°c=c:1|kw=kw:1|mw=kw:1000|w=kw:0.001|v=v:1|bar=bar:1|rpm=rpm:1|dbm=dbm:1|db=db:1|hz=hz:1|ppm=ppm:1|gb=gb:1|tb=gb:1000|mb=gb:0.001|kb=gb:0.000001|gigabyte=gb:1|gigabytes=gb:1|megabyte=gb:0.001|megabytes=gb:0.001|terabyte=gb:1000|terabytes=gb:1000|kilobyte=gb:0.000001|kilobytes=gb:0.000001';

/** Signs that fields declare their unit by, though a single letter says no unit in a sentence. */
export const DECLARED_UNITS =
  's=s:1|ms=s:0.001|hr=h:1|d=d:1|wk=d:7|mo=mo:1|yr=mo:12|m²=m2:1|m2=m2:1|m³=m3:1|m3=m3:1|km/h=kmh:1|kmh=kmh:1|mm/s=mms:1|kwh=kwh:1|mwh=kwh:1000|°f=f:1|psi=bar:0.0689475729|kpa=bar:0.01';
