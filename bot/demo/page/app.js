// The page as a whole: news in, acts out, and what is drawn when.

import { avatar, el, replaceChildren } from "./dom.js";
import { alertBox, choose, complain, toast } from "./dialogs.js";
import { Composer } from "./composer.js";
import { Log } from "./log.js";
import { act, listen } from "./news.js";
import { badge, Panel } from "./panel.js";
import {
  chatsOf, currentChat, keep, load, nowSeconds, personOf, seen, setChat, setWorld, state, unreadOf, zoneOffset,
} from "./state.js";
import { loadTexts, moment, setLanguage, t } from "./texts.js";

const TYPING_SECONDS = 5;
const PATIENCE_MILLISECONDS = 12000; // a button that no bot answers comes to rest again
const $ = (id) => document.getElementById(id);
const pressed = new Map(); // query -> its button; null when the answer came before the press was confirmed

const hooks = {
  command: (text) => composer.say(text),
  mention: (text) => composer.write(`${text} `),
  written: (seconds) => t("date-year", moment(seconds, zoneOffset())),
  ownLink,
  press,
  reply: (message) => composer.reply(message),
};
const log = new Log($("log"), hooks);
const composer = new Composer($("composer"));
const panel = new Panel({
  person: (id) => open(id, state.chat < 0 && chatsOf(id).some((chat) => chat.id === state.chat) ? state.chat : id),
  chat: (id) => open(state.person, id),
  clock: moveClock,
  bot: (verb) => attempt(act("bot", { do: verb })),
  reset: () => attempt(act("reset")).then(() => toast(t("reset-done"))),
  real: () => attempt(act("reset", { examples: false })).then(() => toast(t("real-done"))),
  language: (name) => {
    setLanguage(name);
    drawAll();
  },
  close: closePanel,
});

async function attempt(promise) {
  try {
    return await promise;
  } catch (error) {
    complain(error);
    throw error;
  }
}

function moveClock(body) {
  attempt(act("clock", body)).then(
    () => toast(t("clock-moved", { when: t("date-year", moment(nowSeconds(), zoneOffset())) })),
    () => {},
  );
}

/** Look at a chat as a person. */
function open(person, chat) {
  state.person = person;
  state.chat = chat;
  seen(person, chat);
  history.replaceState(null, "", `${location.search}#${person}/${chat}`);
  closePanel();
  drawAll();
}

function drawAll() {
  panel.render();
  drawHead();
  drawTabs();
  drawNotice();
  log.show(currentChat());
  composer.render();
}

function drawHead() {
  const chat = currentChat();
  replaceChildren($("chat-head"), avatar(chat.title, face(chat)), el("span", { class: "two" }, el("b", {}, chat.title), about(chat)));
}

const face = (chat) => (chat.type === "private" ? state.bot.id : chat.id);
const isTyping = (chat) => (state.typingUntil.get(chat.id) ?? 0) > performance.now();

function about(chat) {
  if (isTyping(chat)) return el("small", { class: "typing" }, t("typing"));
  return el("small", {}, chat.type === "private" ? t("bot") : t("members", { n: chat.members.length }));
}

function drawTabs() {
  replaceChildren(
    $("tabs"),
    chatsOf(state.person).map((chat) =>
      el(
        "button",
        { type: "button", "data-chat": chat.id, "aria-current": String(chat.id === state.chat), onclick: () => open(state.person, chat.id) },
        avatar(chat.title, face(chat)),
        el("span", { class: "two" }, el("b", {}, chat.title), about(chat)),
        badge(unreadOf(state.person, chat.id)),
      ),
    ),
  );
}

function drawNotice(lost = false) {
  $("notice").hidden = !lost && state.world.running;
  $("notice").classList.toggle("lost", lost);
  replaceChildren(
    $("notice"),
    el("span", {}, t(lost ? "lost" : "bot-waits")),
    !lost && el("button", { type: "button", onclick: () => attempt(act("bot", { do: "start" })) }, t("bot-start")),
  );
}

let opener = null;

function openPanel(event) {
  opener = event.currentTarget;
  const clock = event.currentTarget === $("open-clock");
  document.body.classList.add("panel-open");
  $("scrim").hidden = false;
  for (const id of ["open-panel", "open-clock"]) $(id).setAttribute("aria-expanded", "true");
  $(clock ? "card-clock" : "card-people").scrollIntoView({ block: "start" });
  $("panel").querySelector(".panel-close").focus({ preventScroll: true });
}

function closePanel() {
  if ($("panel").contains(document.activeElement)) opener?.focus();
  opener = null;
  document.body.classList.remove("panel-open");
  $("scrim").hidden = true;
  for (const id of ["open-panel", "open-clock"]) $(id).setAttribute("aria-expanded", "false");
}

/** What a tap on a `t.me/<bot>?start=…` link does here; null for other links. */
function ownLink(url) {
  const found = new RegExp(`^(?:https?://)?t\\.me/${state.bot.username}(?:\\?start=([\\w-]*))?$`, "i").exec(url);
  if (!found) return null;
  const start = (person) => {
    open(person, person);
    composer.say(`/start ${found[1] ?? ""}`.trim());
  };
  return () =>
    choose(
      t("open-as"),
      state.persons.map((person) => ({
        label: person.name,
        note: t(`role-${person.role}`),
        picture: avatar(person.name, person.id),
        choose: () => start(person.id),
      })),
    );
}

async function press(message, button, node) {
  if (button.url) {
    const own = ownLink(button.url);
    if (own) own();
    else window.open(button.url, "_blank", "noopener,noreferrer");
  } else if (button.copy_text) {
    copy(button.copy_text.text);
  } else if ("switch_inline_query_current_chat" in button) {
    composer.write(`@${state.bot.username} ${button.switch_inline_query_current_chat}`);
  } else if ("callback_data" in button) {
    await pressCallback(message, button, node);
  } else {
    shareInline(button.switch_inline_query ?? button.switch_inline_query_chosen_chat?.query ?? "");
  }
}

async function pressCallback(message, button, node) {
  node.classList.add("waiting");
  node.setAttribute("aria-busy", "true");
  try {
    const place = { person: state.person, chat: state.chat };
    const { query } = await act("press", { ...place, message: message.message_id, data: button.callback_data });
    if (pressed.has(query)) settle(query, node);
    else pressed.set(query, node);
    setTimeout(() => rest(node), PATIENCE_MILLISECONDS);
  } catch (error) {
    rest(node);
    complain(error);
  }
}

/** The query has been answered: its button rests. */
function settle(query, node) {
  pressed.delete(query);
  rest(node);
}

function rest(node) {
  node.classList.remove("waiting");
  node.removeAttribute("aria-busy");
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(t("copied"));
  } catch {
    alertBox(text);
  }
}

function shareInline(query) {
  const into = (chat) => {
    open(state.person, chat.id);
    composer.write(`@${state.bot.username} ${query}`);
  };
  choose(
    t("open-chat"),
    chatsOf(state.person).map((chat) => ({ label: chat.title, picture: avatar(chat.title, face(chat)), choose: () => into(chat) })),
  );
}

// News

const told = {
  state(news) {
    const first = !state.ready;
    load(news);
    if (first) fromAddress();
    drawAll();
  },
  sent(news) {
    state.typingUntil.delete(news.chat);
    const wasEmpty = currentChat()?.messages.size === 0;
    keep(news.message, true);
    if (news.chat === state.chat) {
      log.sent(news.message);
      force(news.message);
      if (news.message.reply_markup || wasEmpty) composer.render();
      drawHead();
    }
    panel.render();
    drawTabs();
  },
  edited(news) {
    keep(news.message, false);
    if (news.chat === state.chat) log.changed(news.message);
    panel.render();
  },
  reacted: (news) => told.edited(news),
  deleted(news) {
    state.chats.get(news.chat)?.messages.delete(news.message.message_id);
    if (news.chat === state.chat) {
      log.deleted(news.message.message_id);
      composer.render();
    }
    panel.render();
  },
  answered(news) {
    if (pressed.has(news.query)) settle(news.query, pressed.get(news.query));
    else pressed.set(news.query, null);
    if (news.person !== state.person) return;
    if (news.url) ownLink(news.url)?.();
    if (news.text && news.show_alert) alertBox(news.text);
    else if (news.text) toast(news.text);
  },
  action(news) {
    state.typingUntil.set(news.chat, performance.now() + TYPING_SECONDS * 1000);
    drawHead();
    drawTabs();
  },
  menu(news) {
    Object.assign(state, { commands: news.commands, descriptions: news.descriptions });
    composer.render();
    if (currentChat().messages.size === 0) log.show(currentChat());
  },
  members(news) {
    setChat(news.chat_now);
    if (!chatsOf(state.person).some((chat) => chat.id === state.chat)) state.chat = state.person;
    drawAll();
  },
  world(news) {
    setWorld(news.world);
    panel.render();
    drawNotice();
  },
};

/** A message that asks to be replied to opens the reply by itself. */
function force(message) {
  const markup = message.reply_markup;
  if (markup?.force_reply && message.from.id === state.bot.id) {
    composer.reply(message, markup.input_field_placeholder ?? null);
  }
}

function fromAddress() {
  const [person, chat] = location.hash.slice(1).split("/").map(Number);
  if (!personOf(person)) return;
  state.person = person;
  state.chat = chatsOf(person).some((one) => one.id === chat) ? chat : person;
}

await loadTexts();
$("open-panel").addEventListener("click", openPanel);
$("open-clock").addEventListener("click", openPanel);
$("scrim").addEventListener("click", closePanel);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closePanel();
});
setInterval(() => {
  if (!state.ready) return;
  panel.tick();
  if (document.querySelector(".typing") && !chatsOf(state.person).some(isTyping)) {
    drawHead();
    drawTabs();
  }
}, 1000);
listen((news) => told[news.kind]?.(news), () => drawNotice(true));
