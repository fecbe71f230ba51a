// What the page knows: everything the server told, and who is looking at which chat.

export const state = {
  ready: false,
  bot: {},
  persons: [],
  chats: new Map(),
  commands: {},
  descriptions: {},
  world: { now: "1970-01-01T00:00:00+00:00", next_due: null, running: false },
  person: 0,
  chat: 0,
  unread: new Map(),
  typingUntil: new Map(),
};
let worldReadAt = 0;

export function load(news) {
  Object.assign(state, {
    bot: news.bot,
    persons: news.persons,
    commands: news.commands,
    descriptions: news.descriptions,
  });
  state.chats = new Map(news.chats.map((chat) => [chat.id, keyed(chat)]));
  setWorld(news.world);
  if (!state.persons.some((person) => person.id === state.person)) state.person = state.persons[0].id;
  if (!chatsOf(state.person).some((chat) => chat.id === state.chat)) state.chat = state.person;
  state.typingUntil.clear();
  if (!state.ready) state.unread.clear();
  state.ready = true;
}

function keyed(chat) {
  return { ...chat, messages: new Map(chat.messages.map((message) => [message.message_id, message])) };
}

export function setWorld(world) {
  state.world = world;
  worldReadAt = performance.now();
}

export function setChat(chat) {
  state.chats.set(chat.id, keyed(chat));
}

/** Take in a sent, edited or reacted message; counts it as unread for those who are not looking. */
export function keep(message, fresh) {
  const chat = state.chats.get(message.chat.id);
  if (!chat) return;
  chat.messages.set(message.message_id, message);
  if (!fresh) return;
  chat.opened ||= true;
  for (const person of chat.members) {
    const looking = person === state.person && chat.id === state.chat;
    if (!looking && message.from.id !== person) {
      state.unread.set(`${person}:${chat.id}`, unreadOf(person, chat.id) + 1);
    }
  }
}

export const currentChat = () => state.chats.get(state.chat);
export const currentPerson = () => state.persons.find((person) => person.id === state.person);
export const personOf = (id) => state.persons.find((person) => person.id === id);
export const unreadOf = (person, chat) => state.unread.get(`${person}:${chat}`) ?? 0;
export const seen = (person, chat) => state.unread.delete(`${person}:${chat}`);
export const messagesOf = (chat) => [...chat.messages.values()].sort((a, b) => a.message_id - b.message_id);
export const menuOf = (chat, person) => state.commands[chat]?.[person] ?? [];

export function chatsOf(person) {
  return [...state.chats.values()].filter((chat) => chat.members.includes(person));
}

/** The keyboard under the input: that of the bot's newest message that sets or removes one. */
export function replyKeyboard(chat) {
  for (const message of messagesOf(chat).reverse()) {
    const markup = message.reply_markup ?? {};
    if (message.from.id !== state.bot.id) continue;
    if (markup.remove_keyboard) return null;
    if (markup.keyboard) return { ...markup, message: message.message_id };
  }
  return null;
}

/** Seconds by which the bot's zone is ahead of UTC. */
export function zoneOffset() {
  const found = /([+-])(\d\d):(\d\d)$/.exec(state.world.now);
  if (!found) return 0;
  return (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 3600 + Number(found[3]) * 60);
}

/** The bot's present moment in seconds; it ticks on between two pieces of news. */
export function nowSeconds() {
  return Date.parse(state.world.now) / 1000 + (performance.now() - worldReadAt) / 1000;
}

export function description() {
  const code = currentPerson()?.language_code ?? "";
  return state.descriptions[code] || state.descriptions[""] || "";
}
