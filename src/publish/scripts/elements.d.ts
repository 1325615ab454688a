// The pages that the scripts work on are ours: query results are HTML unless the script says otherwise, and every event
// comes from an element. This file also declares browser features that TypeScript does not know yet.

interface ParentNode {
  querySelector<E extends Element = HTMLElement>(selectors: string): E | null;
  querySelectorAll<E extends Element = HTMLElement>(selectors: string): NodeListOf<E>;
}

interface Element {
  closest<E extends Element = HTMLElement>(selectors: string): E | null;
}

interface EventTarget {
  closest<E extends Element = HTMLElement>(selectors: string): E | null;
}

interface Window {
  trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(address: string): string }): {
      createScriptURL(address: string): string;
    };
  };
  navigation?: { entries(): { url: string | null }[]; currentEntry: { index: number } | null };
}
