// The page's own words, from texts.json, and moments written in the language chosen.

let all = {};
let language = "uz-Latn";

export async function loadTexts() {
  all = await (await fetch("/page/texts.json")).json();
  const asked = new URLSearchParams(location.search).get("lang");
  setLanguage([asked, remembered(), "uz-Latn"].find((name) => name in all));
}

function remembered() {
  try {
    return localStorage.getItem("language");
  } catch {
    return null;
  }
}

export function setLanguage(name) {
  language = name;
  document.documentElement.lang = name;
  document.title = t("title");
  try {
    localStorage.setItem("language", name);
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}

export const currentLanguage = () => language;
export const languages = () => Object.entries(all).map(([name, texts]) => ({ name, label: texts.name }));

/** The text of a key with its {variables} filled in; a key without a text stands for itself. */
export function t(key, variables = {}) {
  const text = all[language]?.[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => variables[name] ?? whole);
}

export const has = (key) => key in (all[language] ?? {});

/** A moment as the bot's zone sees it: `seconds` since 1970, `offset` of the zone in seconds. */
export function moment(seconds, offset) {
  const shifted = new Date((seconds + offset) * 1000);
  const two = (number) => String(number).padStart(2, "0");
  return {
    year: shifted.getUTCFullYear(),
    month: all[language].months[shifted.getUTCMonth()],
    day: shifted.getUTCDate(),
    weekday: all[language].weekdays[shifted.getUTCDay()],
    time: `${two(shifted.getUTCHours())}:${two(shifted.getUTCMinutes())}`,
    input: shifted.toISOString().slice(0, 16),
    date: shifted.toISOString().slice(0, 10),
  };
}

export function fileSize(bytes) {
  if (bytes >= 1024 * 1024) return t("size-mb", { n: (bytes / 1024 / 1024).toFixed(1) });
  return t("size-kb", { n: Math.max(1, Math.round(bytes / 1024)) });
}
