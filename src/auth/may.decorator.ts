import { SetMetadata } from '@nestjs/common';

import type { Right, Scope } from './rights';

export interface Access {
  /** One of these is needed; none means: whoever is signed in. */
  readonly rights: readonly Right[];
  /** Where the request names the record type the right must hold for; without it the right must hold somewhere. */
  readonly recordType?: `${'params' | 'query' | 'body'}.${string}`;
  /** The scope that lets a key in. Without it no key is let in. */
  readonly scope?: Scope;
  readonly isPublic?: boolean;
}

export const ACCESS = Symbol('access');

type Options = Pick<Access, 'recordType' | 'scope'>;

/**
 * Who may call a route: `@May('ask', { recordType: 'body.recordType', scope: 'translate' })`. Where the record type is only
 * known once something has been loaded, say it without and call `requireRight` then. A route that says nothing lets nobody in.
 */
export const May = (rights: Right | readonly Right[], options: Options = {}) =>
  SetMetadata<symbol, Access>(ACCESS, { rights: typeof rights === 'string' ? [rights] : rights, ...options });

/** Whoever is signed in. */
export const SignedIn = (options: Options = {}) => SetMetadata<symbol, Access>(ACCESS, { rights: [], ...options });

/** Everybody, signed in or not. */
export const Public = () => SetMetadata<symbol, Access>(ACCESS, { rights: [], isPublic: true });
