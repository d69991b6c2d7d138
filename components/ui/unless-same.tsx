import { Component, type ComponentType, type FunctionComponent } from 'preact';

/**
 * A component that is drawn again only when one of its props is another one. For long lists, whose
 * rows are given values that are never changed in place and events that stay the same.
 */
export function unlessSame<Props extends object>(
  Draw: FunctionComponent<Props>,
): ComponentType<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      const before = Object.entries(this.props);
      return (
        before.length !== Object.keys(next).length ||
        before.some(([name, value]) => Reflect.get(next, name) !== value)
      );
    }

    override render() {
      return <Draw {...this.props} />;
    }
  };
}
