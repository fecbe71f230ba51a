// The list of messages of the chat that is open, kept in step with the news.

import { el, replaceChildren } from "./dom.js";
import { messageNode } from "./messages.js";
import { description, messagesOf, state, zoneOffset } from "./state.js";
import { moment, t } from "./texts.js";

const NEAR_PIXELS = 120;
const ROOM_PIXELS = 40; // for the day that floats over the list

export class Log {
  constructor(node, hooks) {
    this.node = node;
    this.hooks = { ...hooks, jump: (id) => this.jump(id) };
    this.lastDate = "";
    this.atEnd = true;
    node.addEventListener("scroll", () => (this.atEnd = this.near()), { passive: true });
    // Keyboards and menus make the list shorter, pictures make it longer: its end stays in view.
    const stay = () => this.atEnd && this.toEnd();
    new ResizeObserver(stay).observe(node);
    node.addEventListener("load", stay, true);
  }

  near() {
    return this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight < NEAR_PIXELS;
  }

  /** Show a whole chat, at its end. */
  show(chat) {
    this.chat = chat;
    this.lastDate = "";
    const messages = messagesOf(chat);
    replaceChildren(this.node, messages.length ? [] : this.empty());
    for (const message of messages) this.append(message);
    this.toEnd();
  }

  empty() {
    const about = state.chat === state.person ? description() : "";
    if (!about) return [el("div", { class: "empty" }, t("nothing-yet"))];
    return [el("div", { class: "empty about" }, el("b", {}, t("what-it-does")), el("p", {}, about))];
  }

  append(message) {
    this.node.querySelector(".empty")?.remove();
    const when = moment(message.date, zoneOffset());
    if (when.date !== this.lastDate) {
      this.lastDate = when.date;
      this.node.append(el("div", { class: "day" }, el("span", {}, t("date-day", when))));
    }
    this.node.append(messageNode(message, this.chat, this.hooks));
  }

  /** A message was sent: follow it when it is one's own or the end was in view. */
  sent(message) {
    const near = this.near();
    this.append(message);
    this.find(message.message_id)?.classList.add("fresh");
    if (near || message.from.id === state.person) this.toEnd();
    if (near && message.from.id !== state.person) this.toBeginning(message.message_id);
  }

  /** A message taller than the window is read from its first line. */
  toBeginning(id) {
    const node = this.find(id);
    if (node.offsetHeight <= this.node.clientHeight) return;
    this.node.scrollTop += node.getBoundingClientRect().top - this.node.getBoundingClientRect().top - ROOM_PIXELS;
    this.atEnd = false;
  }

  changed(message) {
    const near = this.near();
    const held = document.activeElement?.closest?.("[data-id]") === this.find(message.message_id);
    this.find(message.message_id)?.replaceWith(messageNode(message, this.chat, this.hooks));
    if (held) this.find(message.message_id)?.querySelector(".button")?.focus({ preventScroll: true });
    if (near) this.toEnd();
  }

  deleted(id) {
    this.find(id)?.remove();
  }

  find(id) {
    return this.node.querySelector(`[data-id="${Number(id)}"]`);
  }

  jump(id) {
    const found = this.find(id);
    if (!found) return;
    found.scrollIntoView({ block: "center", behavior: "smooth" });
    found.classList.remove("fresh", "pointed");
    requestAnimationFrame(() => found.classList.add("pointed"));
  }

  toEnd() {
    this.node.scrollTop = this.node.scrollHeight;
    this.atEnd = true;
  }
}
