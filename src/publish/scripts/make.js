// @ts-check
/**
 * Makes an HTML element with properties, ARIA attributes and children.
 * @param {string} tag
 * @param {Record<string, any>} props
 * @param {(Node | string)[]} children
 * @returns {any} the element
 */
export const make = (tag, props = {}, ...children) => {
  const { role, aria = {}, ...rest } = props;
  const element = Object.assign(document.createElement(tag), rest);
  if (role) element.setAttribute("role", role);
  for (const [name, value] of Object.entries(aria)) element.setAttribute(`aria-${name}`, value);
  element.append(...children);
  return element;
};

/**
 * Makes an SVG element with attributes and children.
 * @param {string} tag
 * @param {Record<string, any>} attributes
 * @param {(Node | string)[]} children
 */
export const svg = (tag, attributes, ...children) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};
