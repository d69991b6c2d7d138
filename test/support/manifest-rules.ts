const PERMISSIONS = ['activeTab', 'alarms', 'identity', 'scripting', 'storage', 'unlimitedStorage'];
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; " +
  "connect-src 'self' https://gmail.googleapis.com https://oauth2.googleapis.com " +
  'https://www.googleapis.com https://graph.microsoft.com https://login.microsoftonline.com; ' +
  "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * What installing must never ask for or expose. Written down a second time on purpose: a change of
 * what the extension may do has to be made in two places, knowingly.
 */
export function manifestProblems(manifest: Readonly<Record<string, unknown>>): readonly string[] {
  const problems: string[] = [];
  for (const key of ['web_accessible_resources', 'host_permissions', 'content_scripts']) {
    if (size(manifest[key]) > 0) problems.push(`${key} must be empty`);
  }
  if (size(manifest['externally_connectable']) > 0) problems.push('no page may connect to us');
  const permissions = [manifest['permissions']].flat().map(String).toSorted();
  if (permissions.join() !== PERMISSIONS.join()) {
    problems.push(`permissions are ${permissions.join(', ')}`);
  }
  if (JSON.stringify(manifest['optional_permissions']) !== '["notifications"]') {
    problems.push('optional_permissions must be notifications only');
  }
  if (JSON.stringify(manifest['optional_host_permissions']) !== '["https://*/*"]') {
    problems.push('optional_host_permissions must be https only');
  }
  const policy = JSON.stringify(manifest['content_security_policy']);
  if (policy !== JSON.stringify({ extension_pages: POLICY })) {
    problems.push(`content_security_policy is ${policy}`);
  }
  return problems;
}

function size(value: unknown): number {
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

/** Code that turns text into code: refused by the policy at run time, and by us before that. */
export function codeProblems(path: string, text: string): readonly string[] {
  const patterns = [/(?<![\w$.])eval\s*\(/, /\bnew\s+Function\s*\(/, /\bdocument\.write\s*\(/];
  return patterns.filter((pattern) => pattern.test(text)).map((p) => `${path} has ${p.source}`);
}

/** Our own sources never build HTML from text. */
export function sourceProblems(path: string, text: string): readonly string[] {
  const patterns = [
    /\b(?:inner|outer)HTML\s*\+?=(?!=)/,
    /\binsertAdjacentHTML\b/,
    /\bdangerouslySetInnerHTML\b/,
  ];
  return patterns.filter((pattern) => pattern.test(text)).map((p) => `${path} has ${p.source}`);
}
