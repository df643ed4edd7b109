const format = new Intl.NumberFormat('en');

/** `12,345` */
export function count(value: number): string {
  return format.format(value);
}

/** `1 record`, `12 records` */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** A share as whole percent that never claims 0 % or 100 % when it is not. */
export function percent(part: number, whole: number): string {
  if (whole <= 0) return '–';
  const share = (100 * part) / whole;
  if (part > 0 && share < 1) return '< 1 %';
  if (part < whole && share > 99) return '> 99 %';
  return `${Math.round(share)} %`;
}
