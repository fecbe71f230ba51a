// Building elements. Text only ever becomes text nodes: nothing that a person or the bot wrote is read as HTML.

const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes (`on…` functions become listeners) and children (strings become text). */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const PATHS = {
  send: "M20.5 12L4 4.5 8 12l-4 7.5z",
  clip: "M8 12.5l6.2-6.2a3 3 0 014.3 4.3l-8 8a5 5 0 01-7.1-7.1l7.4-7.4",
  menu: "M4 7h16M4 12h16M4 17h10",
  slash: "M15.5 4l-7 16",
  keys: "M4 7h16v10H4zM7.5 10.5h.01M12 10.5h.01M16.5 10.5h.01M8 14h8",
  close: "M6 6l12 12M18 6L6 18",
  reply: "M10 6l-6 6 6 6M4.5 12H13a6 6 0 016 6",
  file: "M7 3.5h7l4.5 4.5v12.5H7zM14 3.5V8h4.5",
  down: "M12 4v12M7 11.5l5 5 5-5M5 20h14",
  clock: "M12 7v5.3l3.5 2M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17z",
  forward: "M5 6l6 6-6 6M13 6l6 6-6 6",
  bell: "M6 17V11a6 6 0 0112 0v6l1.5 1.5h-15zM10.5 21h3",
  power: "M12 4v8M7.5 6.5a7.5 7.5 0 109 0",
  again: "M5 12a7 7 0 107-7c-2.5 0-4.6 1.200-6 3M5.5 4v4.5H10",
  link: "M9 15l6-6M10 7l2-2a3.5 3.5 0 015 5l-2 2M14 17l-2 2a3.5 3.5 0 01-5-5l2-2",
  copy: "M9 9h10v11H9zM15 9V4.5H5V15h4",
  at: "M15.5 12a3.5 3.5 0 11-7 0 3.5 3.5 0 017 0zm0 0v1.5a2.5 2.5 0 005 0V12a8.5 8.5 0 10-3.5 6.9",
};

/** A small line drawing; decoration only, so hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** A round picture with the first letter of a name; its colour follows from the id. */
export function avatar(name, id) {
  return el("span", { class: `avatar hue-${Math.abs(id) % 6}`, "aria-hidden": "true" }, [...name][0] ?? "?");
}

export function replaceChildren(node, ...children) {
  node.replaceChildren(...children.flat().filter(Boolean));
}
