import { fakeBrowser } from 'wxt/testing/fake-browser';

type Members = Map<PropertyKey, PropertyDescriptor>;

/** Files share a worker and may each load this anew; what the browser was like at first stays. */
const kept = globalThis as { firstBrowser?: ReadonlyMap<object, Members> };

function membersOf(object: object): Members {
  return new Map(Object.entries(Object.getOwnPropertyDescriptors(object)));
}

function isNamespace(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

kept.firstBrowser ??= new Map(
  Object.values(fakeBrowser)
    .filter(isNamespace)
    .map((namespace) => [namespace, membersOf(namespace)]),
);

/** An empty browser: nothing stored, nobody listening, and no member replaced by an earlier test. */
export function freshBrowser(): void {
  fakeBrowser.reset();
  for (const [namespace, members] of kept.firstBrowser ?? []) {
    for (const name of Object.keys(namespace)) {
      if (!members.has(name)) Reflect.deleteProperty(namespace, name);
    }
    for (const [name, member] of members) Reflect.defineProperty(namespace, name, member);
  }
}
