// Elements from data: text is always set as text, so nothing that an article says can become markup.

/**
 * @param {string} tag @param {Record<string, any>} [properties] `on…` listens, `aria-…` and `data-…` are attributes
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {any}
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name.includes("-") || name === "role" || name === "for") element.setAttribute(name, String(value));
    else /** @type {any} */ (element)[name === "class" ? "className" : name] = value;
  }
  element.append(.../** @type {(Node | string)[]} */ (children.filter((child) => child || child === "")));
  return element;
}

/** @param {string} id @returns {any} */
export function byId(id) {
  return document.getElementById(id);
}

/** @param {number} many @param {string} one @param {string} [more] */
export function plural(many, one, more = `${one}s`) {
  return `${many.toLocaleString("en-GB")} ${many === 1 ? one : more}`;
}

/**
 * A text with some stretches marked; stretches that do not lie inside it or that overlap an earlier one are left out.
 * @param {string} text @param {{start: number, length: number, kind: string}[]} stretches
 * @returns {Node[]}
 */
export function marked(text, stretches) {
  const found = [];
  let done = 0;
  for (const { start, length, kind } of [...stretches].sort((a, b) => a.start - b.start)) {
    if (length <= 0 || start < done || start + length > text.length) continue;
    found.push(document.createTextNode(text.slice(done, start)));
    found.push(el("mark", { class: kind }, text.slice(start, start + length)));
    done = start + length;
  }
  found.push(document.createTextNode(text.slice(done)));
  return found;
}
