// Changes a node so that it equals another one. Nodes that are equal, or differ only inside, stay the same objects. So
// the browser restyles and lays out only what differs.

/** Selectors of elements by an attribute that scripts set on them. The attribute stays as it is. */
const setByScripts: Readonly<Record<string, string>> = {
  hidden: '.copy, .fold-all, .code-panel',
  'aria-current': '.contents a',
  'aria-live': '.copy',
};
/** Elements whose content scripts set. It stays as it is. */
const filledByScripts = '.copy, .fold-all';
/** Elements whose content differs throughout if it differs at all. They are replaced whole. */
const indivisible = 'pre';

/**
 * Changes `old`, which is on the page, so that it equals `next`.
 * @param next a node of the same type and name; nodes are moved out of it
 */
export function patchNode(old: Node, next: Node): void {
  if (old.isEqualNode(next)) return;
  if (!(old instanceof Element && next instanceof Element)) old.nodeValue = next.nodeValue;
  else if (old.matches(indivisible)) old.replaceWith(next);
  else {
    patchAttributes(old, next);
    if (!old.matches(filledByScripts)) patchChildren(old, next);
  }
}

function patchAttributes(old: Element, next: Element): void {
  for (const name of new Set([...old.getAttributeNames(), ...next.getAttributeNames()])) {
    const value = next.getAttribute(name);
    if (old.getAttribute(name) === value) continue;
    const owners = setByScripts[name];
    if (owners !== undefined && old.matches(owners)) continue;
    if (value === null) old.removeAttribute(name);
    else old.setAttribute(name, value);
  }
}

/** Pairs elements with an id by their ids, and other nodes by their places. */
function patchChildren(old: Element, next: Element): void {
  const known = new Map([...old.children].map((child) => [child.id, child]));
  const ids = new Set([...next.children].map((child) => child.id).filter((id) => id !== ''));
  let at = old.firstChild;
  for (const part of Array.from(next.childNodes)) {
    const own = known.get(idOf(part) || '-');
    while (at !== null && idOf(at) !== '' && !ids.has(idOf(at))) at = removeNode(at);
    if (own?.parentNode === old) {
      while (at !== null && at !== own && !ids.has(idOf(at))) at = removeNode(at);
      // In the new content the element comes earlier.
      if (at !== own) at = old.insertBefore(own, at);
    }
    if (at !== null && isAlike(at, part)) {
      const after = at.nextSibling;
      patchNode(at, part);
      at = after;
    } else old.insertBefore(part, at);
  }
  while (at !== null) at = removeNode(at);
}

function isAlike(old: Node, next: Node): boolean {
  return old.nodeName === next.nodeName && idOf(old) === idOf(next);
}

function idOf(node: Node): string {
  return node instanceof Element ? node.id : '';
}

/** Removes a node. Returns the one after it. */
function removeNode(node: ChildNode): ChildNode | null {
  const after = node.nextSibling;
  node.remove();
  return after;
}
