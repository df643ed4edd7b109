export const PASSWORD_LENGTH = 12;

export interface PasswordFault {
  readonly at: 'password' | 'repeated';
  readonly message: string;
}

/** What keeps a new password from being taken, or nothing. */
export function passwordFault(password: string, repeated: string): PasswordFault | undefined {
  if (Array.from(password).length < PASSWORD_LENGTH)
    return { at: 'password', message: `At least ${PASSWORD_LENGTH} characters` };
  if (password !== repeated) return { at: 'repeated', message: 'The two are not the same' };
  return undefined;
}
