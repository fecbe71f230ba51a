// Where one writes: text, files, the command menu, the reply keyboard, inline results.

import { el, icon, replaceChildren } from "./dom.js";
import { act, upload } from "./news.js";
import { complain } from "./dialogs.js";
import { summary } from "./messages.js";
import { currentChat, menuOf, replyKeyboard, state } from "./state.js";
import { fileSize, t } from "./texts.js";

const PICTURES = new Set(["image/png", "image/jpeg", "image/gif"]);
const INLINE_PAUSE_MILLISECONDS = 250;

export class Composer {
  constructor(node) {
    this.node = node;
    this.drafts = new Map();
    this.file = null;
    this.replyTo = null;
    this.keysHidden = false;
    this.menuOpen = false;
    this.inline = null;
    this.build();
  }

  build() {
    this.above = el("div", { class: "above" });
    this.input = el("textarea", { rows: 1, id: "message", autocomplete: "off", maxlength: 4096, dir: "auto" });
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.picker = el("input", { type: "file", hidden: true, id: "file" });
    this.picker.addEventListener("change", () => this.attached(this.picker.files[0]));
    this.menuButton = iconButton("slash", () => this.toggleMenu());
    this.clip = iconButton("clip", () => this.picker.click());
    this.keysButton = iconButton("keys", () => this.toggleKeys());
    this.sendButton = iconButton("send", () => this.send(), "send");
    this.start = el("button", { type: "button", class: "start", onclick: () => this.say("/start") });
    this.line = el("div", { class: "line" }, this.menuButton, this.clip, this.input, this.keysButton, this.sendButton);
    this.keyboard = el("div", { class: "keyboard" });
    replaceChildren(this.node, this.above, this.line, this.start, this.picker, this.keyboard);
  }

  /** Draw anew for the person and chat that are open; what was half written there comes back. */
  render() {
    const chat = currentChat();
    const where = `${state.person}:${state.chat}`;
    if (this.where !== where) {
      if (this.where) this.drafts.set(this.where, this.input.value);
      this.where = where;
      this.input.value = this.drafts.get(where) ?? "";
      Object.assign(this, { file: null, replyTo: null, menuOpen: false, inline: null, keysHidden: false });
    }
    this.input.placeholder = this.placeholder() ?? t("message");
    this.input.setAttribute("aria-label", t("message"));
    label(this.menuButton, "commands");
    label(this.clip, "attach");
    label(this.keysButton, "keys");
    label(this.sendButton, "send");
    this.start.textContent = t("start");
    this.start.hidden = chat.type !== "private" || (chat.opened && chat.messages.size > 0);
    this.line.hidden = !chat.opened;
    this.menuButton.hidden = menuOf(chat.id, state.person).length === 0;
    this.renderKeys();
    this.renderAbove();
    this.grow();
  }

  placeholder() {
    return this.forced ?? (this.keysHidden ? null : replyKeyboard(currentChat())?.input_field_placeholder);
  }

  renderKeys() {
    const keys = currentChat().opened ? replyKeyboard(currentChat()) : null;
    this.keysButton.hidden = !keys;
    this.keysButton.setAttribute("aria-pressed", String(Boolean(keys) && !this.keysHidden));
    const tap = (key) => {
      if (keys.one_time_keyboard) this.keysHidden = true;
      this.say(key.text);
    };
    replaceChildren(
      this.keyboard,
      keys && !this.keysHidden
        ? keys.keyboard.map((row) =>
            el("div", { class: "row" }, row.map((key) => el("button", { type: "button", class: "key", onclick: () => tap(key) }, key.text))),
          )
        : [],
    );
  }

  renderAbove() {
    const panel = this.inline ? this.inlinePanel() : this.menuOpen ? this.menuPanel() : null;
    replaceChildren(this.above, panel, this.replyTo && this.replyStrip(), this.file && this.fileStrip());
    this.menuButton.setAttribute("aria-expanded", String(this.menuOpen));
  }

  menuPanel() {
    const begun = this.input.value.startsWith("/") ? this.input.value.slice(1) : "";
    const commands = menuOf(state.chat, state.person).filter(({ command }) => command.startsWith(begun));
    if (!commands.length) return null;
    return el(
      "div",
      { class: "sheet", role: "menu", "aria-label": t("commands") },
      commands.map(({ command, description }) =>
        el(
          "button",
          { type: "button", role: "menuitem", class: "sheet-row", onclick: () => this.say(`/${command}`) },
          el("b", {}, `/${command}`),
          el("span", {}, description),
        ),
      ),
    );
  }

  inlinePanel() {
    const { button, results } = this.inline;
    const above = button && el("button", { type: "button", class: "sheet-row wide", onclick: () => this.startWith(button) }, el("b", {}, button.text));
    const none = !results.length && !button && el("div", { class: "sheet-row none" }, t("inline-none"));
    return el(
      "div",
      { class: "sheet", role: "listbox", "aria-label": t("inline") },
      above,
      none,
      results.map((result) =>
        el(
          "button",
          { type: "button", role: "option", class: "sheet-row result", onclick: () => this.choose(result) },
          el("b", { dir: "auto" }, result.title),
          el("span", { dir: "auto" }, result.description ?? ""),
        ),
      ),
    );
  }

  replyStrip() {
    return strip(this.replyTo.from.first_name, summary(this.replyTo), () => this.reply(null));
  }

  fileStrip() {
    const note = `${fileSize(this.file.size)}`;
    const asPhoto =
      PICTURES.has(this.file.type) &&
      el(
        "label",
        { class: "as-photo" },
        el("input", { type: "checkbox", id: "as-photo", checked: this.asPhoto, onchange: (e) => (this.asPhoto = e.target.checked) }),
        t("as-photo"),
      );
    return strip(this.file.name, note, () => this.attached(null), asPhoto);
  }

  typed() {
    this.grow();
    const text = this.input.value;
    this.menuOpen = text.startsWith("/") && !text.includes(" ");
    clearTimeout(this.asking);
    const found = text.match(new RegExp(`^@${state.bot.username}\\s(.*)$`, "is"));
    if (found) this.asking = setTimeout(() => this.ask(found[1]), INLINE_PAUSE_MILLISECONDS);
    else this.inline = null;
    this.renderAbove();
  }

  async ask(text) {
    const where = this.where;
    try {
      const answer = await act("inline", { ...this.place(), text });
      if (where !== this.where || !this.input.value.startsWith("@")) return;
      this.inline = answer;
      this.renderAbove();
    } catch (error) {
      complain(error);
    }
  }

  async choose(result) {
    const { query } = this.inline;
    this.clear();
    await this.attempt(act("choose", { ...this.place(), query, result: result.id }));
  }

  startWith(button) {
    this.clear();
    this.attempt(act("say", { person: state.person, chat: state.person, text: `/start ${button.start_parameter}` }));
  }

  key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape") {
      this.menuOpen = false;
      this.inline = null;
      this.renderAbove();
    }
  }

  async send() {
    const text = this.input.value;
    if (this.file) {
      const file = this.file;
      const more = { caption: text, photo: this.asPhoto && PICTURES.has(file.type), reply_to: this.replyTo?.message_id ?? "" };
      this.clear();
      await this.attempt(upload(this.place(), file, more));
    } else if (text.trim()) {
      await this.say(text);
    }
  }

  async say(text) {
    const reply_to = this.replyTo?.message_id;
    this.clear();
    await this.attempt(act("say", { ...this.place(), text, reply_to }));
  }

  async attempt(promise) {
    try {
      await promise;
    } catch (error) {
      complain(error);
    }
  }

  place() {
    return { person: state.person, chat: state.chat };
  }

  clear() {
    this.input.value = "";
    this.picker.value = "";
    Object.assign(this, { file: null, replyTo: null, forced: null, menuOpen: false, inline: null });
    this.render();
  }

  /** Put words into the input, as "switch to inline" buttons do. */
  write(text) {
    this.input.value = text;
    this.typed();
    this.input.focus();
  }

  reply(message, placeholder = null) {
    this.replyTo = message;
    this.forced = placeholder;
    this.render();
    if (message) this.input.focus();
  }

  attached(file) {
    this.file = file ?? null;
    this.asPhoto = true;
    if (!file) this.picker.value = "";
    this.renderAbove();
    this.input.focus();
  }

  toggleMenu() {
    this.menuOpen = !this.menuOpen;
    this.renderAbove();
  }

  toggleKeys() {
    this.keysHidden = !this.keysHidden;
    this.render();
  }

  grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 160)}px`;
  }
}

function iconButton(name, does, look = "") {
  return el("button", { type: "button", class: `plain round ${look}`, onclick: does }, icon(name));
}

function label(button, key) {
  button.setAttribute("aria-label", t(key));
  button.title = t(key);
}

function strip(title, note, drop, more = null) {
  return el(
    "div",
    { class: "strip" },
    el("span", { class: "two" }, el("b", {}, title), el("small", {}, note)),
    more,
    el("button", { type: "button", class: "plain round", "aria-label": t("cancel"), onclick: drop }, icon("close")),
  );
}
