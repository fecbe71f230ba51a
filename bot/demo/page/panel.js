// Beside the chat: who writes, which chat, the bot's clock and its switch.

import { avatar, el, icon, replaceChildren } from "./dom.js";
import { summary } from "./messages.js";
import { chatsOf, currentPerson, messagesOf, nowSeconds, state, unreadOf, zoneOffset } from "./state.js";
import { currentLanguage, languages, moment, t } from "./texts.js";

const STEPS = [1, 7, 30];

/** `does`: person(id), chat(id), clock(body), bot(verb), reset(), real(), language(name), close(). */
export class Panel {
  constructor(does) {
    this.does = does;
    this.node = document.getElementById("panel");
    this.bar = { who: document.getElementById("open-panel"), clock: document.getElementById("open-clock") };
    this.clock = { time: el("strong"), date: el("span") };
    this.moment = el("input", { type: "datetime-local", id: "moment", required: true, step: "60" });
  }

  /** Draw anew; whoever stands on a control with the keyboard stays there. */
  render() {
    const held = this.controls().indexOf(document.activeElement);
    this.draw();
    if (held >= 0) this.controls()[held]?.focus({ preventScroll: true });
  }

  controls() {
    return [...this.node.querySelectorAll("button, input, select")];
  }

  draw() {
    replaceChildren(
      this.node,
      this.head(),
      section("people", "people", this.people()),
      section("chats", "chats", this.chats()),
      section("clock", "clock", this.clockCard()),
      this.botCard(),
      this.foot(),
    );
    this.bars();
    this.tick();
  }

  head() {
    return el(
      "div",
      { class: "panel-head" },
      el("img", { src: "/page/icon.svg", alt: "", width: 28, height: 28 }),
      el("b", {}, t("title")),
      el(
        "button",
        { type: "button", class: "plain panel-close", "aria-label": t("close"), onclick: () => this.does.close() },
        icon("close"),
      ),
    );
  }

  people() {
    return el(
      "div",
      { class: "people" },
      state.persons.map((person) =>
        el(
          "button",
          {
            type: "button",
            class: "person",
            "data-person": person.id,
            "aria-pressed": String(person.id === state.person),
            onclick: () => this.does.person(person.id),
          },
          avatar(person.name, person.id),
          el("span", { class: "two" }, el("b", {}, person.name), el("small", {}, t(`role-${person.role}`))),
          badge(total(person.id)),
        ),
      ),
    );
  }

  chats() {
    return el(
      "div",
      { class: "chats" },
      chatsOf(state.person).map((chat) => {
        const last = messagesOf(chat).at(-1);
        const when = last && moment(last.date, zoneOffset());
        return el(
          "button",
          {
            type: "button",
            class: "chat-row",
            "data-chat": chat.id,
            "aria-current": chat.id === state.chat ? "true" : "false",
            onclick: () => this.does.chat(chat.id),
          },
          avatar(chat.title, chat.id === state.person ? state.bot.id : chat.id),
          el("span", { class: "two" }, el("b", {}, chat.title), el("small", {}, last ? summary(last) : "")),
          el("span", { class: "right" }, el("small", {}, when?.time ?? ""), badge(unreadOf(state.person, chat.id))),
        );
      }),
    );
  }

  clockCard() {
    const due = state.world.next_due && Date.parse(state.world.next_due) / 1000;
    const jump = (days) =>
      el("button", { type: "button", onclick: () => this.does.clock({ days }) }, t(`clock-${days}`));
    const go = (event) => {
      event.preventDefault();
      if (this.moment.value) this.does.clock({ to: this.moment.value });
    };
    return el(
      "div",
      { class: "clock" },
      el("div", { class: "now" }, this.clock.time, this.clock.date),
      el("div", { class: "steps" }, STEPS.map(jump)),
      el(
        "button",
        { type: "button", class: "next", disabled: !due, onclick: () => this.does.clock({ next: true }) },
        icon("bell"),
        el(
          "span",
          { class: "two" },
          el("b", {}, t("clock-next")),
          el("small", {}, due ? t("date-year", moment(due, zoneOffset())) : t("no-reminders")),
        ),
        icon("forward"),
      ),
      el(
        "form",
        { class: "moment-form", onsubmit: go },
        el("label", { for: "moment" }, t("clock-moment")),
        this.moment,
        el("button", {}, t("clock-go")),
      ),
    );
  }

  botCard() {
    const running = state.world.running;
    return el(
      "section",
      { class: `bot-card ${running ? "on" : "off"}` },
      el(
        "button",
        {
          type: "button",
          class: "switch",
          id: "bot-switch",
          role: "switch",
          "aria-checked": String(running),
          onclick: () => this.does.bot(running ? "stop" : "start"),
        },
        el("span", { class: "dot" }),
        el("b", {}, t(running ? "bot-running" : "bot-stopped")),
        el("span", { class: "track" }, el("span", { class: "knob" })),
      ),
      running &&
        el(
          "button",
          { type: "button", class: "plain small", title: t("bot-kill-hint"), onclick: () => this.does.bot("kill") },
          icon("power"),
          t("bot-kill"),
        ),
    );
  }

  foot() {
    const options = languages().map(({ name, label }) =>
      el("option", { value: name, selected: name === currentLanguage() }, label),
    );
    return el(
      "div",
      { class: "panel-foot" },
      el("button", { type: "button", class: "plain small", id: "reset", onclick: () => this.does.reset() }, icon("again"), t("reset")),
      el("button", { type: "button", class: "plain small", id: "real", title: t("real-hint"), onclick: () => this.does.real() }, t("real")),
      el(
        "select",
        { id: "language", "aria-label": t("language"), onchange: (event) => this.does.language(event.target.value) },
        options,
      ),
    );
  }

  /** The narrow bar over the chat on a phone. */
  bars() {
    const person = currentPerson();
    const elsewhere = state.persons.filter((other) => other !== person).reduce((sum, other) => sum + total(other.id), 0);
    this.bar.who.setAttribute("aria-label", t("controls"));
    replaceChildren(
      this.bar.who,
      avatar(person.name, person.id),
      el("span", { class: "two" }, el("b", {}, person.name), el("small", {}, t(`role-${person.role}`))),
      badge(elsewhere),
      icon("menu"),
    );
    this.barClock = el("span");
    replaceChildren(
      this.bar.clock,
      el("span", { class: `dot ${state.world.running ? "on" : "off"}` }),
      icon("clock"),
      this.barClock,
    );
  }

  tick() {
    const now = moment(nowSeconds(), zoneOffset());
    this.clock.time.textContent = now.time;
    this.clock.date.textContent = t("date-full", now);
    if (this.barClock) this.barClock.textContent = t("date-short", now);
    this.bar.clock.setAttribute("aria-label", `${t("clock")}: ${t("date-year", now)}`);
    if (!this.moment.value || this.moment.value < now.input) this.moment.value = now.input;
    this.moment.min = now.input;
  }
}

function section(name, title, content) {
  return el("section", { class: `card card-${name}`, id: `card-${name}` }, el("h2", {}, t(title)), content);
}

/** What waits for a person alone; what is said in a group is everybody's. */
function total(person) {
  return unreadOf(person, person);
}

export function badge(number) {
  return number ? el("span", { class: "badge", "aria-label": t("unread", { n: number }) }, String(number)) : null;
}
