// Text with Telegram's entities → nodes. Offsets are UTF-16 code units, which is how JavaScript counts too.

import { el } from "./dom.js";
import { t } from "./texts.js";

const SIMPLE = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
};
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/**
 * `hooks`: command(text), link(url), mention(text) are called when such a piece is tapped;
 * written(seconds) writes a moment.
 */
export function renderText(text, entities, hooks) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return build(text, 0, text.length, sorted, hooks);
}

function build(text, from, to, entities, hooks) {
  const nodes = [];
  let at = from;
  let rest = entities;
  while (rest.length) {
    const [first, ...others] = rest;
    const begin = Math.max(first.offset, at);
    const end = Math.min(first.offset + first.length, to);
    rest = others;
    if (end <= begin) continue;
    if (begin > at) nodes.push(text.slice(at, begin));
    const inside = rest.filter((entity) => entity.offset < end);
    nodes.push(wrap(first, text.slice(begin, end), build(text, begin, end, inside, hooks), hooks));
    // What begins inside and ends outside goes on behind the piece.
    rest = rest
      .filter((entity) => entity.offset + entity.length > end)
      .map((entity) => (entity.offset >= end ? entity : continued(entity, end)));
    at = BLOCKS.has(first.type) && text[end] === "\n" ? end + 1 : end;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function continued(entity, end) {
  return { ...entity, offset: end, length: entity.offset + entity.length - end };
}

function wrap(entity, piece, inner, hooks) {
  if (entity.type in SIMPLE) return el(SIMPLE[entity.type], {}, inner);
  switch (entity.type) {
    case "expandable_blockquote":
      return expandable(inner);
    case "spoiler":
      return spoiler(inner);
    case "bot_command":
      return el("button", { type: "button", class: "tap", onclick: () => hooks.command(piece) }, inner);
    case "mention":
      return el("button", { type: "button", class: "tap", onclick: () => hooks.mention(piece) }, inner);
    case "text_link":
      return link(entity.url, inner, hooks);
    case "url":
      return link(/^[a-z]+:\/\//i.test(piece) ? piece : `http://${piece}`, inner, hooks);
    case "email":
      return el("a", { href: `mailto:${piece}` }, inner);
    case "date_time":
      return el("time", { class: "moment", title: hooks.written(entity.unix_time) }, inner);
    case "hashtag":
    case "text_mention":
      return el("span", { class: "named" }, inner);
    default:
      return el("span", {}, inner);
  }
}

function link(url, inner, hooks) {
  const own = hooks.ownLink(url);
  if (own) return el("button", { type: "button", class: "tap", onclick: own }, inner);
  if (!/^(https?|tg):\/\//i.test(url)) return el("span", {}, inner);
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer", title: url }, inner);
}

function spoiler(inner) {
  const node = el("button", { type: "button", class: "spoiler", "aria-label": t("hidden") }, inner);
  node.addEventListener("click", () => {
    node.classList.add("open");
    node.removeAttribute("aria-label");
  });
  return node;
}

function expandable(inner) {
  const node = el("blockquote", { class: "folded", tabindex: "0", role: "button", "aria-expanded": "false" }, inner);
  const toggle = () => node.setAttribute("aria-expanded", String(!node.classList.toggle("folded")));
  node.addEventListener("click", toggle);
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter") toggle();
  });
  return node;
}
