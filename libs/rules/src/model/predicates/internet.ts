// Addresses of the internet, by the standards that define them.

/** A name's label: letters, digits and inner hyphens, at most 63 (RFC 1035, 2.3.1). */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
/** The same in letters of any script (RFC 5891), as people write them before they are encoded. */
const ANY_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
/** The part before the @: characters of the HTML standard's e-mail state, dots only between others (RFC 5322, dot-atom). */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;

/** An e-mail address with a domain of at least two labels; 64 characters before the @, 254 in all (RFC 5321, 4.5.3.1). */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || at > 64 || text.length > 254) return false;
  return LOCAL.test(text.slice(0, at)) && isDomain(text.slice(at + 1), LABEL);
}

/** An absolute web address (RFC 3986 with the schemes http, https and ftp): a domain or IP address, no blanks, whole escapes. */
export function isUrl(text: string): boolean {
  const [, authority = '', rest = ''] = /^(?:https?|ftp):\/\/([^\s/?#\\]+)([/?#][^\s<>"\\^`{|}]*)?$/i.exec(text) ?? [];
  if (authority === '' || /%(?![0-9a-f]{2})/i.test(rest)) return false;
  const place = authority.slice(authority.lastIndexOf('@') + 1);
  const [, host = '', port = '80'] = /^(\[[^\]]*\]|[^:]+)(?::(\d{1,5}))?$/.exec(place) ?? [];
  if (Number(port) > 65_535) return false;
  if (host.startsWith('[')) return isIpv6(host.slice(1, -1));
  return /^[\d.]+$/.test(host) ? isIpv4(host) : isDomain(host, ANY_LABEL);
}

/** An IPv4 address in dotted decimals or an IPv6 address as text (RFC 4291, 2.2). */
export function isIp(text: string): boolean {
  return isIpv4(text) || isIpv6(text);
}

/** A UUID in its canonical form, of any version (RFC 9562, 4). */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

function isIpv4(text: string): boolean {
  // A leading zero would be read as octal by some programs, so it is none.
  return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(text);
}

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (text.length > 45 || halves.length > 2) return false;
  const groups = halves.flatMap(half => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const endsInIpv4 = !text.endsWith('::') && isIpv4(last);
  const written = endsInIpv4 ? groups.slice(0, -1) : groups;
  const count = written.length + (endsInIpv4 ? 2 : 0);
  // Two colons stand for at least one group of zeros.
  return (halves.length === 2 ? count <= 7 : count === 8) && written.every(group => /^[0-9a-f]{1,4}$/i.test(group));
}

function isDomain(text: string, label: RegExp): boolean {
  const labels = text.split('.');
  const top = labels.at(-1) ?? '';
  if (text.length > 253 || labels.length < 2 || !labels.every(part => label.test(part))) return false;
  // No top-level domain is a number (RFC 3696, 2).
  return top.length >= 2 && !/^\d+$/.test(top);
}
