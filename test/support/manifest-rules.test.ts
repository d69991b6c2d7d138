import { expect, test } from 'vitest';
import { codeProblems, manifestProblems, sourceProblems } from './manifest-rules';

test('a manifest that asks for a host at install time is refused', () => {
  const problems = manifestProblems({
    host_permissions: ['https://mail.google.com/*'],
  });

  expect(problems).toContain('host_permissions must be empty');
});

test('a file that pages may load is refused', () => {
  const problems = manifestProblems({
    web_accessible_resources: [{ resources: ['*'] }],
  });

  expect(problems).toContain('web_accessible_resources must be empty');
});

test('one permission more or less is named', () => {
  const problems = manifestProblems({ permissions: ['storage', 'tabs'] });

  expect(problems).toContain('permissions are storage, tabs');
});

test('text that becomes code is found, names that look like it are not', () => {
  expect(codeProblems('a.js', 'eval ("1")')).toHaveLength(1);
  expect(codeProblems('a.js', 'return new Function("a", "b")')).toHaveLength(1);
  expect(codeProblems('a.js', 'medieval(1); page.$eval(x); newFunction()')).toEqual([]);
});

test('HTML built from text is found in our sources', () => {
  expect(sourceProblems('a.ts', 'node.innerHTML = name')).toHaveLength(1);
  expect(sourceProblems('a.tsx', '<p dangerouslySetInnerHTML={{ __html: name }} />')).toHaveLength(
    1,
  );
  expect(sourceProblems('a.ts', 'if (node.innerHTML === "") return')).toEqual([]);
});
