// An error of the system → why a file cannot be read, in words for its owner.

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  ENOENT: 'it is gone',
  EMFILE: 'too many files are open',
  ELOOP: 'it has become a symbolic link',
};

/** Words for the reason of a finding; the error's own where it is none that is known. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (code === '' ? String(error instanceof Error ? error.message : error) : code);
}
