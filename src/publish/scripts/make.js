// Makes an element with properties, ARIA attributes and children.
const make = (tag, props = {}, ...children) => {
  const { role, aria = {}, ...rest } = props;
  const element = Object.assign(document.createElement(tag), rest);
  if (role) element.setAttribute("role", role);
  for (const [name, value] of Object.entries(aria)) element.setAttribute(`aria-${name}`, value);
  element.append(...children);
  return element;
};
