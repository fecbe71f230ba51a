// A message as a person sees it: bubble, text, files, buttons.

import { avatar, el, icon } from "./dom.js";
import { renderText } from "./entities.js";
import { state, zoneOffset } from "./state.js";
import { fileSize, moment, t } from "./texts.js";

/** `hooks`: what tapping does (command, mention, ownLink, press, reply, jump). */
export function messageNode(message, chat, hooks) {
  if (message.new_chat_members || message.left_chat_member) return serviceNode(message);
  const mine = message.from.id === state.person;
  const others = chat.type !== "private" && !mine;
  const bubble = el(
    "div",
    { class: "bubble" },
    others && el("div", { class: `sender ink-${Math.abs(message.from.id) % 6}` }, message.from.first_name),
    message.via_bot && el("div", { class: "via" }, t("via", { name: message.via_bot.username })),
    message.reply_to_message && quote(message.reply_to_message, hooks),
    message.photo && photo(message),
    message.document && documentCard(message.document),
    words(message, hooks),
  );
  const reactions = message.reactions?.length ? el("div", { class: "reactions" }, message.reactions.map(chip)) : null;
  return el(
    "article",
    { class: `message ${mine ? "mine" : "theirs"}`, "data-id": message.message_id },
    others && avatar(message.from.first_name, message.from.id),
    el("div", { class: "column" }, bubble, reactions, inlineKeyboard(message, hooks)),
    el(
      "button",
      { type: "button", class: "reply", title: t("reply"), "aria-label": t("reply"), onclick: () => hooks.reply(message) },
      icon("reply"),
    ),
  );
}

export function summary(message) {
  const file = message.document?.file_name ?? (message.photo ? t("photo") : "");
  const text = message.text ?? message.caption ?? "";
  const service = message.new_chat_members?.[0] ?? message.left_chat_member;
  if (service) return t(message.left_chat_member ? "left" : "joined", { who: service.first_name });
  return [file, text.replaceAll("\n", " ")].filter(Boolean).join(" · ");
}

function words(message, hooks) {
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities;
  return el(
    "div",
    { class: "text", dir: "auto" },
    renderText(text, entities, hooks),
    el("span", { class: "meta" }, message.edit_date ? `${t("edited")} ` : "", el("time", {}, clock(message.date))),
  );
}

const clock = (seconds) => moment(seconds, zoneOffset()).time;

function chip(emoji) {
  return el("span", { class: "chip" }, emoji);
}

function quote(message, hooks) {
  return el(
    "button",
    { type: "button", class: "quote", onclick: () => hooks.jump(message.message_id) },
    el("b", {}, message.from.first_name),
    el("span", {}, summary(message)),
  );
}

function photo(message) {
  const { file_id: id, width, height } = message.photo.at(-1);
  const image = el("img", { src: `/try/file/${id}`, width, height, alt: message.caption || t("photo") });
  return el("a", { class: "photo", href: `/try/file/${id}`, target: "_blank", rel: "noopener" }, image);
}

function documentCard(document) {
  const label = `${t("download")}: ${document.file_name}`;
  return el(
    "a",
    { class: "file", href: `/try/file/${document.file_id}`, download: document.file_name, "aria-label": label },
    el("span", { class: "file-icon" }, icon("file")),
    el("span", { class: "file-name" }, document.file_name, el("small", {}, fileSize(document.file_size))),
    icon("down"),
  );
}

function serviceNode(message) {
  return el("div", { class: "service", "data-id": message.message_id }, el("span", {}, summary(message)));
}

function inlineKeyboard(message, hooks) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return el(
    "div",
    { class: "buttons" },
    rows.map((row) => el("div", { class: "row" }, row.map((button) => inlineButton(message, button, hooks)))),
  );
}

const HINTS = { url: "link", copy_text: "copy", switch_inline_query: "at", switch_inline_query_current_chat: "at" };

function inlineButton(message, button, hooks) {
  const hint = Object.keys(HINTS).find((kind) => kind in button);
  return el(
    "button",
    {
      type: "button",
      class: `button ${button.style ? `style-${button.style}` : ""}`,
      onclick: (event) => hooks.press(message, button, event.currentTarget),
    },
    el("span", { dir: "auto" }, button.text),
    hint && icon(HINTS[hint]),
  );
}
